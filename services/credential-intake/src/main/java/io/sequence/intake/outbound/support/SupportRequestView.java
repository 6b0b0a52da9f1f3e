package io.sequence.intake.outbound.support;

import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request for support as operators see it.
 *
 * @param supportRequestId names it
 * @param accountId whose
 * @param clientId e.g. {@code 0x3E9 / Ada Lovelace}
 * @param email the account's
 * @param kind why they wait
 * @param venue what it is about, null when not about one
 * @param market what was to be traded
 * @param strategyId what was to run
 * @param message their own words, later ones after an empty line; null when they gave none
 * @param times how often it came
 * @param firstAt when first
 * @param lastAt when last
 * @param state {@code open} or {@code closed}
 */
public record SupportRequestView(
        UUID supportRequestId,
        AccountId accountId,
        String clientId,
        String email,
        @Schema(
                        enumeration = {
                            "microsoft_address",
                            "contact_support_route",
                            "invitation",
                            "question"
                        })
                String kind,
        @Nullable VenueId venue,
        @Nullable String market,
        @Nullable StrategyId strategyId,
        @Nullable String message,
        int times,
        Instant firstAt,
        Instant lastAt,
        @Schema(enumeration = {"open", "closed"}) String state) {
    /** The user's words belong in no log. */
    @Override
    public String toString() {
        return "SupportRequestView[" + supportRequestId + "]";
    }
}
