package io.sequence.venues.coinbase;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.transport.VenueWords;

/**
 * What stands behind a 401, for which the trading API has one plain text and six causes. The older
 * API under {@code /v2} takes the same tokens and names its reason. Source: Coinbase App API,
 * "Errors"; Advanced Trade, "Get API Key Permissions".
 */
final class CoinbaseDoubt {
    private CoinbaseDoubt() {}

    /** Asks the older API, and when that takes the key the trading API once more. */
    static VenueAnswer<Pulse> ofPing(No<?> refusal, CoinbaseCalls calls) {
        return switch (calls.owner()) {
            case Yes<?> yes -> taken(refusal, calls);
            case No<?> no when no.fault() == Fault.PERMISSION_DENIED -> taken(refusal, calls);
            case No<?> no -> named(refusal, no);
            case Unknown<?> unknown -> refusal.as();
        };
    }

    /** The token was taken, so key, clock and address are in order. */
    private static VenueAnswer<Pulse> taken(No<?> refusal, CoinbaseCalls calls) {
        VenueAnswer<Pulse> again = calls.pulse();
        return again instanceof No<Pulse> no && no.fault() == Fault.AMBIGUOUS_AUTH
                ? because(
                        refusal,
                        Fault.VENUE_UNAVAILABLE,
                        "Coinbase takes the key elsewhere and refuses it here")
                : again;
    }

    private static VenueAnswer<Pulse> named(No<?> refusal, No<?> reason) {
        return switch (reason.venueCode()) {
            case "revoked_token" -> because(refusal, Fault.INVALID_KEY, "the key was revoked");
            // Our tokens live for two minutes: one that is over was made by a wrong clock.
            case "expired_token" ->
                    because(refusal, Fault.TIMESTAMP_SKEW, "Coinbase calls our token expired");
            case "authentication_error", "invalid_token" ->
                    because(
                            refusal,
                            Fault.AMBIGUOUS_AUTH,
                            "refused alike elsewhere: the key was deleted, or its allowlist lacks"
                                    + " our addresses");
            default -> refusal.as();
        };
    }

    private static VenueAnswer<Pulse> because(No<?> no, Fault fault, String why) {
        return new No<>(
                fault,
                no.venueCode(),
                VenueWords.trimmed(no.venueWords() + " (our check: " + why + ")"),
                no.retryAfter());
    }
}
