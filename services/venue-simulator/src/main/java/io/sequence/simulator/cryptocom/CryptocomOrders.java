package io.sequence.simulator.cryptocom;

import static io.sequence.simulator.cryptocom.CryptocomReplies.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.cryptocom.CryptocomReplies.Code;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.domain.OrderRefused.Reason;
import io.sequence.simulator.domain.OrderTicket;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Dice;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Placing and cancelling. The answer acknowledges the receipt and no more: what the matching engine
 * rejects (a post-only order that would trade, an order that cannot be filled at once) is told by
 * the order's detail. Source: Exchange v1, "Trading".
 */
final class CryptocomOrders {

    private static final int LONGEST_CLIENT_ID = 36;
    private static final Set<String> INSTRUCTIONS =
            Set.of("POST_ONLY", "SMART_POST_ONLY", "REDUCE_ONLY", "ISOLATED_MARGIN");

    private final TradingDesk desk;

    CryptocomOrders(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code private/create-order}. */
    VenueReply create(Hearing hearing) {
        OrderTicket ticket = ticket(hearing, CryptocomBody.of(hearing.call()));
        try {
            Order order = desk.place(hearing.account(), ticket, hearing.now());
            return acknowledged(hearing, order.id(), order.clientId());
        } catch (OrderRefused refused) {
            return CryptocomReplies.noOrder(
                    hearing.call(),
                    CryptocomReplies.refused(refused.reason()),
                    ticket.id(),
                    ticket.clientId());
        }
    }

    /** {@code private/cancel-order}. */
    VenueReply cancel(Hearing hearing) {
        Params asked = CryptocomBody.of(hearing.call()).values();
        if (!asked.has("order_id") && !asked.has("client_oid")) {
            return CryptocomReplies.no(hearing.call(), Code.MISSING_OR_INVALID_ARGUMENT);
        }
        try {
            Order order = named(hearing, asked);
            if (order == null) {
                throw new OrderRefused(Reason.UNKNOWN_ORDER);
            }
            desk.cancel(hearing.account(), order.id(), hearing.now());
            return acknowledged(hearing, order.id(), order.clientId());
        } catch (OrderRefused refused) {
            return CryptocomReplies.no(hearing.call(), CryptocomReplies.refused(refused.reason()));
        }
    }

    /** {@code private/cancel-all-orders}. */
    VenueReply cancelAll(Hearing hearing) {
        String symbol = CryptocomBody.of(hearing.call()).values().get("instrument_name");
        for (Order order : hearing.account().openOrders()) {
            if (symbol == null || symbol.equals(order.symbol())) {
                desk.cancel(hearing.account(), order.id(), hearing.now());
            }
        }
        return CryptocomReplies.ok(hearing, Json.object());
    }

    /** The order that an order id or a client id names, null when there is none. */
    static @Nullable Order named(Hearing hearing, Params asked) {
        String id = asked.get("order_id");
        String client = asked.get("client_oid");
        return hearing.account()
                .order(
                        o ->
                                id == null
                                        ? client != null && client.equals(o.clientId())
                                        : id.equals(o.id()))
                .orElse(null);
    }

    private static VenueReply acknowledged(Hearing hearing, String id, @Nullable String client) {
        return CryptocomReplies.ok(
                hearing, Json.object("client_oid", client == null ? id : client, "order_id", id));
    }

    private OrderTicket ticket(Hearing hearing, CryptocomBody body) {
        Params asked = body.values();
        Instrument instrument = instrument(hearing, asked);
        String client = asked.get("client_oid");
        String side = asked.get("side", "");
        String type = asked.get("type", "");
        if (!List.of("BUY", "SELL").contains(side)) {
            throw refusal(hearing.call(), Code.INVALID_SIDE);
        }
        if (!List.of("LIMIT", "MARKET").contains(type)) {
            throw refusal(hearing.call(), Code.INVALID_ORDTYPE);
        }
        BigDecimal quantity = asked.decimal("quantity");
        BigDecimal notional = asked.decimal("notional");
        boolean spends = type.equals("MARKET") && side.equals("BUY");
        if ((client != null && client.length() > LONGEST_CLIENT_ID)
                || (quantity == null) == (notional == null)
                || (notional != null && !spends)) {
            throw refusal(hearing.call(), Code.MISSING_OR_INVALID_ARGUMENT);
        }
        Set<String> instructions = instructions(hearing.call(), body);
        return new OrderTicket(
                Dice.digits(19),
                client,
                instrument,
                side.equals("BUY") ? Side.BUY : Side.SELL,
                type.equals("LIMIT") ? OrderType.LIMIT : OrderType.MARKET,
                force(hearing.call(), asked, type, instructions),
                type.equals("LIMIT") ? asked.decimal("price") : null,
                quantity,
                notional,
                instructions.contains("REDUCE_ONLY"));
    }

    private Instrument instrument(Hearing hearing, Params asked) {
        Instrument instrument = desk.instruments().find(asked.get("instrument_name", ""));
        if (instrument == null) {
            throw refusal(hearing.call(), Code.INVALID_INSTRUMENT);
        }
        // Derivatives are switched on for the account, not for a key.
        if (instrument.market() == MarketKind.DERIVATIVES
                && !hearing.key().markets().contains(MarketKind.DERIVATIVES)) {
            throw refusal(hearing.call(), Code.USER_NO_DERIV_ACCESS);
        }
        return instrument;
    }

    private static Set<String> instructions(VenueCall call, CryptocomBody body) {
        JsonNode list = body.params().path("exec_inst");
        Set<String> instructions = new HashSet<>();
        list.forEach(one -> instructions.add(one.asText()));
        boolean sound = list.isMissingNode() || list.isArray();
        if (!sound || !INSTRUCTIONS.containsAll(instructions)) {
            throw refusal(call, Code.INVALID_EXECINST);
        }
        return instructions;
    }

    private static TimeInForce force(
            VenueCall call, Params asked, String type, Set<String> instructions) {
        String word =
                asked.get(
                        "time_in_force",
                        type.equals("MARKET") ? "IMMEDIATE_OR_CANCEL" : "GOOD_TILL_CANCEL");
        boolean maker =
                instructions.contains("POST_ONLY") || instructions.contains("SMART_POST_ONLY");
        if (maker && (!word.equals("GOOD_TILL_CANCEL") || type.equals("MARKET"))) {
            throw refusal(call, Code.INVALID_TIF);
        }
        return switch (word) {
            case "GOOD_TILL_CANCEL" -> maker ? TimeInForce.POST_ONLY : TimeInForce.GTC;
            case "IMMEDIATE_OR_CANCEL" -> TimeInForce.IOC;
            case "FILL_OR_KILL" -> TimeInForce.FOK;
            default -> throw refusal(call, Code.INVALID_TIF);
        };
    }
}
