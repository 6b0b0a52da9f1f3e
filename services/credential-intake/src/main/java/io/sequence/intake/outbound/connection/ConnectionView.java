package io.sequence.intake.outbound.connection;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sequence.events.WalletBalance;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.Rights;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the public contract shows it.
 *
 * @param connectionId names it
 * @param label the user's name for it
 * @param venue where the account is
 * @param market what it trades
 * @param mode {@code live} or {@code sandbox}
 * @param strategyId what was asked to run on it
 * @param status {@code connected}, {@code reauth_needed} or {@code error}; {@code validating} until
 *     the first verdict
 * @param reason why it is not connected, as JSON: code, message, venue's code and words, fix; null
 *     when all is well
 * @param rights right by right, as JSON; null before the first verdict
 * @param ipAllowList addresses that may use the key, as JSON
 * @param warnings what the user should know, as JSON
 * @param subAccount whether it is a sub-account; null when the venue does not tell
 * @param expiresAt when the key dies; null when it does not
 * @param expiryReported whether that is the venue's word or the house's rule
 * @param keyChanges how the key was changed at its venue last, as JSON; null when it was not
 * @param balances by wallet, as JSON
 * @param balancesAt when the venue told them; null when it never did
 * @param lastSyncAt when the key last proved to work
 * @param noticedWithinSeconds from the last proof to the moment at which the trouble of now was
 *     noticed; null while all is well
 * @param paused whether its owner has paused it: pinged as ever, nobody is alarmed, its bot rests
 * @param active whether it is the one execution account
 * @param keyHint the last four characters of the key's public half
 * @param credentialVersion counts the keys that were accepted
 * @param bot what runs on it; null before the launch
 * @param createdAt when it was first submitted
 */
public record ConnectionView(
        ConnectionId connectionId,
        String label,
        VenueId venue,
        String market,
        String mode,
        StrategyId strategyId,
        String status,
        @Schema(implementation = ReasonView.class) @JsonRawValue @Nullable String reason,
        @Schema(implementation = Rights.class) @JsonRawValue @Nullable String rights,
        @Schema(implementation = String[].class) @JsonRawValue String ipAllowList,
        @Schema(implementation = String[].class) @JsonRawValue String warnings,
        @Nullable Boolean subAccount,
        @Nullable Instant expiresAt,
        boolean expiryReported,
        @Schema(implementation = DriftLedger.KeyChanges.class) @JsonRawValue
                @Nullable String keyChanges,
        @Schema(implementation = WalletBalance[].class) @JsonRawValue String balances,
        @Nullable Instant balancesAt,
        @Nullable Instant lastSyncAt,
        @Nullable Long noticedWithinSeconds,
        boolean paused,
        boolean active,
        String keyHint,
        int credentialVersion,
        @Nullable BotView bot,
        Instant createdAt) {
    /**
     * The bot on a connection.
     *
     * @param botId text form, e.g. {@code 0x3E9 / Ada Lovelace / 1}
     * @param botNumber counts from 1 within the account
     * @param strategyId what it runs
     * @param state {@code running}, {@code paused} or {@code ended}
     * @param reason why it is paused, as JSON; null when it runs
     * @param changedAt since when
     */
    public record BotView(
            String botId,
            int botNumber,
            StrategyId strategyId,
            String state,
            @Schema(implementation = ReasonView.class) @JsonRawValue @Nullable String reason,
            Instant changedAt) {}
}
