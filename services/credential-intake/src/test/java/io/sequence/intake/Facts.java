package io.sequence.intake;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDelayed;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyProven;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeyValidated;
import io.sequence.events.Reason;
import io.sequence.events.Recipient;
import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import io.sequence.events.SubmissionType;
import io.sequence.events.WalletBalance;
import io.sequence.faults.Fault;
import io.sequence.intake.Trader.Taken;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.VenueId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a trader's connection as other services tell them; revision and version count
 * together.
 */
record Facts(Trader trader, ConnectionId connection) {
    static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");
    static final Instant EXPIRES = Instant.parse("2027-03-01T00:00:00Z");
    static final String WARNING = "The venue does not tell whether the key may transfer.";
    static final Reason KEY_GONE = Reason.of(Fault.INVALID_KEY, "10003", "API key is invalid.");
    private static final StrategyId DCA = new StrategyId("usdt_dca");
    private static final String BOT = "0x3E9 / Ada Lovelace / 1";

    static Facts of(Trader trader, Taken taken) {
        return new Facts(trader, taken.connection());
    }

    About about(int version) {
        return new About(
                trader.account(),
                connection,
                new CredentialVersion(version),
                version,
                new VenueId("bybit"),
                Mode.LIVE);
    }

    KeyValidated validated(SubmissionId submission, int version) {
        return new KeyValidated(
                about(version),
                submission,
                version == 1 ? SubmissionType.ADD : SubmissionType.REFRESH,
                Market.SPOT,
                DCA,
                "Main account",
                "global",
                new Rights(
                        Map.of(
                                Right.READ,
                                Grant.GRANTED,
                                Right.TRADE_SPOT,
                                Grant.GRANTED,
                                Right.WITHDRAW,
                                Grant.DENIED)),
                List.of("203.0.113.7"),
                true,
                EXPIRES.plusSeconds(version),
                true,
                List.of(WARNING),
                List.of(balance("1500.25")),
                recipient(),
                "key" + version,
                AT,
                AT.plusSeconds(version));
    }

    /** The same verdict of a key whose balances nobody had to read. */
    static KeyValidated withoutBalances(KeyValidated event) {
        return new KeyValidated(
                event.about(),
                event.submissionId(),
                event.type(),
                event.market(),
                event.strategyId(),
                event.label(),
                event.host(),
                event.rights(),
                event.ipAllowList(),
                event.subAccount(),
                event.expiresAt(),
                event.expiryReported(),
                event.warnings(),
                List.of(),
                event.recipient(),
                event.keyHint(),
                event.submittedAt(),
                event.validatedAt());
    }

    static WalletBalance balance(String amount) {
        return new WalletBalance(
                "UNIFIED", true, new Asset("USDT"), new BigDecimal(amount), new BigDecimal(amount));
    }

    KeyRejected rejected(SubmissionId submission, int version) {
        return new KeyRejected(
                about(version),
                submission,
                version == 1 ? SubmissionType.ADD : SubmissionType.REFRESH,
                "Main account",
                KEY_GONE,
                recipient(),
                AT.plusSeconds(version));
    }

    KeyDelayed delayed(SubmissionId submission, int version) {
        return new KeyDelayed(
                about(version),
                submission,
                Reason.of(Fault.VENUE_UNAVAILABLE, "503", "Service Unavailable"),
                5,
                AT.plusSeconds(60));
    }

    KeyHealth health(int version, HealthState state) {
        boolean well = state == HealthState.CONNECTED;
        return new KeyHealth(
                about(version),
                state,
                well ? HealthState.ERROR : HealthState.CONNECTED,
                well ? null : KEY_GONE,
                AT,
                AT,
                AT,
                null,
                null);
    }

    KeyProven proven(int version, @Nullable UUID check, Instant at, String balance) {
        return new KeyProven(
                UUID.randomUUID(),
                List.of(
                        new KeyProven.Proof(
                                trader.account(),
                                connection,
                                new CredentialVersion(version),
                                check,
                                true,
                                HealthState.CONNECTED,
                                null,
                                42,
                                List.of(balance(balance)),
                                at)));
    }

    KeyExpiring expiring(int version) {
        return new KeyExpiring(about(version), "Main account", EXPIRES, 3, true, AT);
    }

    KeyExpired expired(int version) {
        return new KeyExpired(about(version), "Main account", EXPIRES, true, AT);
    }

    KeyRefreshed refreshed(int version) {
        return new KeyRefreshed(
                about(version), new CredentialVersion(version - 1), "Main account", BOT, AT);
    }

    StrategyLaunched launched(Instant at) {
        return new StrategyLaunched(about(1), DCA, Market.SPOT, BOT, 1, "Main account", at);
    }

    StrategyPaused paused(Instant at, boolean ended) {
        return new StrategyPaused(about(1), DCA, BOT, 1, ended, ended ? null : KEY_GONE, at);
    }

    StrategyResumed resumed(Instant at) {
        return new StrategyResumed(about(1), DCA, BOT, 1, at);
    }

    private Recipient recipient() {
        return new Recipient(trader.email(), "Ada Lovelace", "0x3E9 / Ada Lovelace", "teapot");
    }
}
