package io.sequence.venues.api;

import io.sequence.faults.Fault;
import io.sequence.vocabulary.Market;
import java.util.List;

/**
 * One credential at one venue. Every method asks the venue in as few calls as it takes, and blocks.
 */
public interface VenueClient {
    /** What the key may do and whose it is, in the fewest calls that tell. */
    VenueAnswer<KeyFacts> inspectKey();

    /** The cheapest signed call that proves the key. */
    VenueAnswer<Pulse> ping();

    /**
     * What stands behind a refusal that a venue gives for several reasons ({@link
     * Fault#AMBIGUOUS_AUTH}): asks further questions, three at most, none of which can trade or
     * move money.
     *
     * @return a pulse when the key works after all; else the cause, or the same refusal when it
     *     stays open
     */
    default VenueAnswer<Pulse> diagnose(VenueAnswer.No<?> refusal) {
        return refusal.as();
    }

    /**
     * Every asset with a balance, wallet by wallet, the trading wallet of the market and the others
     * that count.
     */
    VenueAnswer<List<Balance>> balances(Market market);

    /** Open derivatives positions (on spot-only venues: margin positions). */
    VenueAnswer<List<Position>> positions();

    /** The rates that this account pays. */
    VenueAnswer<FeeTier> feeTier(Market market);

    /** Places an order; a receipt is the venue's word that it has it, not that it was filled. */
    VenueAnswer<OrderReceipt> place(OrderRequest order);

    /** Cancels an order. */
    VenueAnswer<OrderReceipt> cancel(OrderRef order);

    /** An order's state now. */
    VenueAnswer<OrderState> order(OrderRef order);

    /** Orders that rest on the book. */
    VenueAnswer<List<OrderState>> openOrders(Market market, String symbol);

    /** Executions of our orders, the latest first, as far back as one page of the venue reaches. */
    default VenueAnswer<List<Fill>> recentFills(Market market, String symbol) {
        return notOffered();
    }

    /** What a symbol trades at; asked without signing where the venue allows it. */
    default VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return notOffered();
    }

    /** The venue's rules for orders of a symbol. */
    default VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return notOffered();
    }

    private static <T> VenueAnswer<T> notOffered() {
        return new VenueAnswer.No<>(
                Fault.BAD_REQUEST, "", "our check: this venue does not offer that", null);
    }
}
