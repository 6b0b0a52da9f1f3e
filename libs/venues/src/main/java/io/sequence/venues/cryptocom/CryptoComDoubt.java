package io.sequence.venues.cryptocom;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueWords;
import io.sequence.vocabulary.Grant;

/**
 * What stands behind {@code 40101}: a wrong key, a wrong secret or a missing permission. Another
 * read tells whether key and secret are right, an order that cannot be cancelled whether only
 * reading is off. Source: the Exchange v1 documentation, "Response and Reason Codes".
 */
final class CryptoComDoubt {
    private CryptoComDoubt() {}

    /** Asks for the account, then for the balance once more or whether the key may trade. */
    static VenueAnswer<Pulse> ofPing(No<?> refusal, CryptoComCalls calls) {
        return switch (calls.read("private/get-accounts", Json.object(), result -> "")) {
            case Yes<String> yes -> again(refusal, calls);
            case No<String> no when no.fault() == Fault.AMBIGUOUS_AUTH -> trading(refusal, calls);
            case No<String> no -> no.as();
            case Unknown<String> unknown -> refusal.as();
        };
    }

    private static VenueAnswer<Pulse> again(No<?> refusal, CryptoComCalls calls) {
        VenueAnswer<Pulse> pulse = calls.pulse();
        return pulse instanceof No<Pulse> no && no.fault() == Fault.AMBIGUOUS_AUTH
                ? because(refusal, Fault.VENUE_UNAVAILABLE, "the key is taken for another question")
                : pulse;
    }

    private static VenueAnswer<Pulse> trading(No<?> refusal, CryptoComCalls calls) {
        boolean may =
                new CryptoComKey(calls).mayTrade() instanceof Yes<Grant>(Grant trade)
                        && trade == Grant.GRANTED;
        return may
                ? because(refusal, Fault.READ_MISSING, "the key may trade but not read")
                : because(
                        refusal,
                        Fault.AMBIGUOUS_AUTH,
                        "reading and trading are refused alike: the key was deleted, or its secret"
                                + " is another one");
    }

    private static VenueAnswer<Pulse> because(No<?> no, Fault fault, String why) {
        return new No<>(
                fault,
                no.venueCode(),
                VenueWords.trimmed(no.venueWords() + " (our check: " + why + ")"),
                no.retryAfter());
    }
}
