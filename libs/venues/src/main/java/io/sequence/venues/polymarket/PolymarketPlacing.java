package io.sequence.venues.polymarket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.faults.Fault;
import io.sequence.faults.Retry;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.polymarket.PolymarketMemory.Placed;
import io.sequence.venues.transport.Query;
import java.math.BigDecimal;

/**
 * Places orders. An order's id is the hash of what is signed, so it is known and remembered before
 * it is sent: a lost answer is looked up by it, and the same order sent again is refused as the
 * same order.
 */
final class PolymarketPlacing {
    private final PolymarketCalls calls;
    private final PolymarketMemory memory;
    private final PolymarketMarkets markets;

    PolymarketPlacing(PolymarketCalls calls, PolymarketMemory memory) {
        this.calls = calls;
        this.memory = memory;
        this.markets = new PolymarketMarkets(calls);
    }

    VenueAnswer<OrderReceipt> place(
            OrderRequest order, PolymarketShare share, PolymarketWallet wallet) {
        return memory.placed(wallet.signer(), order.clientOrderId())
                .map(before -> post(order, wallet, before))
                .orElseGet(
                        () ->
                                terms(order, share)
                                        .then(terms -> place(order, share, wallet, terms)));
    }

    private VenueAnswer<PolymarketTerms> terms(OrderRequest order, PolymarketShare share) {
        BigDecimal price = order.price();
        if (price == null) {
            return markets.book(share).then(book -> taking(order, book));
        }
        if (!share.takes(price)) {
            return refused(
                    Fault.BAD_REQUEST,
                    "a price here is a multiple of "
                            + share.tick().toPlainString()
                            + " between that and one less it");
        }
        try {
            return new Yes<>(PolymarketTerms.limit(order, price));
        } catch (ArithmeticException tooFine) {
            return refused(Fault.BAD_REQUEST, "a quantity here has two decimals at most");
        }
    }

    private static VenueAnswer<PolymarketTerms> taking(OrderRequest order, PolymarketBook book) {
        return book.take(order.side(), order.quantity())
                .<VenueAnswer<PolymarketTerms>>map(
                        taking -> new Yes<>(PolymarketTerms.taking(order.side(), taking)))
                .orElseGet(() -> refused(Fault.ORDER_REJECTED, "nobody is on the other side"));
    }

    private VenueAnswer<OrderReceipt> place(
            OrderRequest order,
            PolymarketShare share,
            PolymarketWallet wallet,
            PolymarketTerms terms) {
        int version = markets.version();
        VenueAnswer<OrderReceipt> answer = send(order, share, wallet, terms, version);
        if (answer instanceof No<OrderReceipt> no
                && no.venueCode().equals(PolymarketFaults.VERSION)) {
            int newer = markets.version();
            return newer == version ? answer : send(order, share, wallet, terms, newer);
        }
        return answer;
    }

    private VenueAnswer<OrderReceipt> send(
            OrderRequest order,
            PolymarketShare share,
            PolymarketWallet wallet,
            PolymarketTerms terms,
            int version) {
        if (version != 2 && version != 3) {
            return refused(Fault.BAD_REQUEST, "orders of version " + version + " are not known");
        }
        String ours = order.clientOrderId();
        ObjectNode unsigned =
                PolymarketOrders.unsigned(
                        wallet,
                        share,
                        order.side(),
                        terms,
                        PolymarketOrders.salt(ours),
                        PolymarketOrders.timestamp(ours, calls.now()));
        String id =
                PolymarketTypedData.orderId(
                        unsigned, PolymarketExchange.of(version, share.negRisk()));
        return post(
                order,
                wallet,
                new Placed(
                        id,
                        PolymarketOrders.placement(
                                unsigned, terms.orderType(), share.negRisk(), version)));
    }

    private VenueAnswer<OrderReceipt> post(
            OrderRequest order, PolymarketWallet wallet, Placed placed) {
        String ours = order.clientOrderId();
        memory.keepPlaced(wallet.signer(), ours, placed);
        VenueAnswer<OrderReceipt> answer =
                calls.order(
                        "POST",
                        "/order",
                        placed.body(),
                        taken -> PolymarketOrders.receipt(taken, ours));
        return switch (answer) {
            case Unknown<OrderReceipt> unknown -> lookedUp(placed.orderId(), ours, unknown);
            case No<OrderReceipt> no -> {
                if (no.fault().retry() != Retry.AFTER_LOOKING) {
                    memory.dropPlaced(wallet.signer(), ours);
                }
                yield no;
            }
            case Yes<OrderReceipt> yes -> yes;
        };
    }

    /** That the venue does not know it yet says nothing: it may still arrive. */
    private VenueAnswer<OrderReceipt> lookedUp(
            String id, String ours, Unknown<OrderReceipt> unknown) {
        return calls.readOrder("/data/order/" + id, new Query(), row -> row.path("id").asText())
                                instanceof Yes<String> found
                        && found.value().equalsIgnoreCase(id)
                ? new Yes<>(new OrderReceipt(id, ours))
                : unknown;
    }

    private static <T> No<T> refused(Fault fault, String why) {
        return new No<>(fault, "", "our check: " + why, null);
    }
}
