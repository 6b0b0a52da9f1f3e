package io.sequence.venues.binance;

import io.sequence.faults.Blame;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.transport.VenueWords;
import io.sequence.vocabulary.Grant;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What stands behind {@code -2015}, which Binance gives for three reasons: an unknown key, an
 * address that is not listed, a right that is missing. Asks further questions, none of which can
 * trade, so that nobody is blamed for another's fault. Source: binance-spot-api-docs, errors.md.
 */
final class BinanceDoubt {
    /** Refusals of an order that come after those of a key. */
    private static final Set<String> ORDER_REFUSED =
            Set.of("-1013", "-2010", "-2018", "-2019", "-4061", "-4164");

    private static final String OUR_CHECK = " (our check: ";

    private BinanceDoubt() {}

    /** Whether the venue refused without saying why. */
    static boolean isOpen(VenueAnswer<?> answer) {
        return answer instanceof No<?> no && no.fault() == Fault.AMBIGUOUS_AUTH;
    }

    /**
     * Whether a dry run came as far as the order itself, so that key, address and right were
     * accepted: it passed, or a filter of the symbol or a rule of the account refused it.
     */
    static boolean mayTrade(VenueAnswer<?> dryRun) {
        return switch (dryRun) {
            case Yes<?> yes -> true;
            case No<?> no ->
                    ORDER_REFUSED.contains(no.venueCode()) && no.fault().blame() == Blame.REQUEST;
            case VenueAnswer.Unknown<?> unknown -> false;
        };
    }

    /** What a dry run tells of the right to trade; not asked is not denied. */
    static VenueAnswer<Grant> tradeGrant(VenueAnswer<?> dryRun) {
        if (mayTrade(dryRun)) {
            return new Yes<>(Grant.GRANTED);
        }
        return switch (dryRun) {
            case No<?> no when isRefusedKey(no.fault()) -> new Yes<>(Grant.DENIED);
            case No<?> no when saysNothing(no.fault()) -> new Yes<>(Grant.UNKNOWN);
            case No<?> no -> no.as();
            case VenueAnswer.Unknown<?> unknown -> unknown.as();
            case Yes<?> yes -> new Yes<>(Grant.GRANTED);
        };
    }

    private static boolean isRefusedKey(Fault fault) {
        return fault == Fault.AMBIGUOUS_AUTH || fault == Fault.PERMISSION_DENIED;
    }

    private static boolean saysNothing(Fault fault) {
        return fault == Fault.ACCOUNT_LOCKED
                || fault == Fault.UNRECOGNISED
                || fault.blame() == Blame.REQUEST;
    }

    /**
     * Why a key may not even be read.
     *
     * @param refusal the venue's
     * @param dryRun an order that is only checked
     * @param elsewhere a read in the venue's other environment
     * @param otherCompany what to say about keys of the other Binance company
     */
    static <T> VenueAnswer<T> ofReading(
            VenueAnswer<?> refusal,
            Supplier<VenueAnswer<?>> dryRun,
            Supplier<VenueAnswer<?>> elsewhere,
            String otherCompany) {
        if (!(refusal instanceof No<?> no)) {
            return new VenueAnswer.Unknown<>("the venue was not understood");
        }
        if (no.fault() != Fault.AMBIGUOUS_AUTH) {
            return no.as();
        }
        if (mayTrade(dryRun.get())) {
            return because(no, Fault.READ_MISSING, "the key may trade but not read");
        }
        if (elsewhere.get() instanceof Yes) {
            return because(
                    no,
                    Fault.ENVIRONMENT_MISMATCH,
                    "the key answers in the venue's other environment");
        }
        return because(
                no,
                Fault.AMBIGUOUS_AUTH,
                "the key was deleted, or may not read, or its IP list lacks our addresses; "
                        + otherCompany);
    }

    /** Whether a refusal carries what a further question brought. */
    static boolean isLookedInto(No<?> refusal) {
        return refusal.venueWords().contains(OUR_CHECK);
    }

    /**
     * Why a ping was refused. A key that is taken anywhere exists and comes from a listed address,
     * so the refusal was of the moment, or of reading.
     *
     * @param again the ping's question, once more
     * @param account another signed read
     * @param dryRun an order that is only checked
     */
    static VenueAnswer<Pulse> ofPing(
            No<?> refusal,
            Supplier<VenueAnswer<?>> again,
            Supplier<VenueAnswer<?>> account,
            Supplier<VenueAnswer<?>> dryRun) {
        for (Supplier<VenueAnswer<?>> question : List.of(again, account)) {
            VenueAnswer<?> answer = question.get();
            if (answer instanceof Yes) {
                return new Yes<>(new Pulse(Duration.ZERO, null));
            }
            if (answer instanceof No<?> no && no.fault() != Fault.AMBIGUOUS_AUTH) {
                return no.as();
            }
        }
        return mayTrade(dryRun.get())
                ? because(refusal, Fault.READ_MISSING, "the key may trade but not read")
                : because(
                        refusal,
                        Fault.AMBIGUOUS_AUTH,
                        "three questions were refused alike: the key was deleted, or may not read,"
                                + " or its IP list lacks our addresses");
    }

    /**
     * Why an order was refused: a key that can still read exists and comes from a listed address,
     * so it lacks the right to trade.
     *
     * @param reading a signed read
     */
    static <T> VenueAnswer<T> ofTrading(
            VenueAnswer<T> answer, Supplier<? extends VenueAnswer<?>> reading) {
        return answer instanceof No<T> no
                        && no.fault() == Fault.AMBIGUOUS_AUTH
                        && reading.get() instanceof Yes
                ? because(no, Fault.PERMISSION_DENIED, "the key may read but not trade here")
                : answer;
    }

    /** The venue's own words with ours behind them. */
    static <T> No<T> because(No<?> no, Fault fault, String why) {
        return new No<>(
                fault,
                no.venueCode(),
                VenueWords.trimmed(no.venueWords() + OUR_CHECK + why + ")"),
                no.retryAfter());
    }
}
