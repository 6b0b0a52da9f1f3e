package io.sequence.venues.outlook;

import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.VenueProfile;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the owner of an accepted key should know, one sentence each. */
public final class Cautions {
    private static final Duration SOON = Duration.ofDays(14);
    private static final Map<Right, String> DOING =
            Map.of(
                    Right.READ, "read the account",
                    Right.TRADE_SPOT, "trade spot",
                    Right.TRADE_DERIVATIVES, "trade derivatives",
                    Right.WITHDRAW, "withdraw funds",
                    Right.TRANSFER, "transfer funds");

    private Cautions() {}

    /**
     * The sentences.
     *
     * @param market what the key is to trade
     * @param life how long it lives
     */
    public static List<String> of(
            VenueProfile profile, Market market, KeyFacts facts, KeyLife life, Instant now) {
        var cautions = new ArrayList<>(facts.warnings());
        for (Right right :
                List.of(Right.WITHDRAW, Right.TRANSFER, Right.READ, market.tradeRight())) {
            if (facts.rights().of(right) == Grant.UNKNOWN) {
                cautions.add(unknown(profile, right));
            }
        }
        if (facts.ipAllowList().isEmpty() && ofMissingList(facts).isEmpty()) {
            cautions.add(
                    "The key has no IP list: it works from any address. Add our addresses to it"
                            + " at %s.".formatted(profile.displayName()));
        }
        if (Boolean.FALSE.equals(facts.subAccount())) {
            cautions.add(
                    "The key belongs to the main account; a sub-account of its own would limit"
                            + " what the key can reach.");
        }
        Instant expiresAt = life.expiresAt();
        if (expiresAt != null && life.endsWithin(SOON, now)) {
            cautions.add(
                    "The key expires on %s: plan a refresh."
                            .formatted(LocalDate.ofInstant(expiresAt, ZoneOffset.UTC)));
        }
        return List.copyOf(cautions);
    }

    /**
     * What the venue does to a key without an IP list, in its adapter's words; empty when the key
     * has one, or when nothing happens to it. Venues that punish a missing list say so themselves.
     */
    public static Optional<String> ofMissingList(KeyFacts facts) {
        return facts.ipAllowList().isEmpty()
                ? facts.warnings().stream().filter(warning -> warning.contains("IP")).findFirst()
                : Optional.empty();
    }

    private static String unknown(VenueProfile profile, Right right) {
        String own = profile.rightsNotReported().get(right);
        return own != null
                ? own
                : "%s does not tell whether the key may %s."
                        .formatted(profile.displayName(), Objects.requireNonNull(DOING.get(right)));
    }
}
