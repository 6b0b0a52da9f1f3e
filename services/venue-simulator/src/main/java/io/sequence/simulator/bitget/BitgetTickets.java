package io.sequence.simulator.bitget;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.domain.OrderTicket;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Dice;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How one family of Bitget's endpoints takes and cancels orders. */
final class BitgetTickets {

    private static final List<String> FORCES = List.of("gtc", "post_only", "fok", "ioc");

    private final TradingDesk desk;
    private final boolean unified;
    private final String size;
    private final String force;

    private BitgetTickets(TradingDesk desk, boolean unified, String size, String force) {
        this.desk = desk;
        this.unified = unified;
        this.size = size;
        this.force = force;
    }

    /** As V2 names things. */
    static BitgetTickets classic(TradingDesk desk) {
        return new BitgetTickets(desk, false, "size", "force");
    }

    /** As V3 names things. */
    static BitgetTickets unified(TradingDesk desk) {
        return new BitgetTickets(desk, true, "qty", "timeInForce");
    }

    /** Takes the order that the body describes. */
    VenueReply place(Hearing hearing, @Nullable Instrument instrument) {
        Params body = hearing.call().json();
        Instant now = hearing.now();
        if (instrument == null) {
            return BitgetReplies.no(
                    "40034", "Parameter " + body.get("symbol", "symbol") + " does not exist", now);
        }
        if (!BitgetRights.mayTrade(hearing, instrument.market())) {
            return BitgetReplies.denied(now);
        }
        VenueReply wrong = wrong(body, instrument, now);
        if (wrong != null) {
            return wrong;
        }
        try {
            Order order = desk.place(hearing.account(), ticket(body, instrument), now);
            return receipt(order, now);
        } catch (OrderRefused refused) {
            return BitgetReplies.refused(refused.reason(), instrument, unified, now);
        }
    }

    /** Cancels an order that was found by what the body says. */
    VenueReply cancel(Hearing hearing, @Nullable Order order, boolean spot) {
        Instant now = hearing.now();
        if (order == null) {
            return BitgetReplies.noOrder(spot, unified, now);
        }
        Instrument instrument = desk.instruments().find(order.symbol());
        if (instrument != null && !BitgetRights.mayTrade(hearing, instrument.market())) {
            return BitgetReplies.denied(now);
        }
        try {
            return receipt(desk.cancel(hearing.account(), order.id(), now), now);
        } catch (OrderRefused refused) {
            return BitgetReplies.noOrder(spot, unified, now);
        }
    }

    /** The order that {@code orderId} or {@code clientOid} names, null when there is none. */
    static @Nullable Order named(Hearing hearing, Params params) {
        String id = params.get("orderId");
        String client = params.get("clientOid");
        return hearing.account()
                .order(
                        o ->
                                id == null
                                        ? client != null && client.equals(o.clientId())
                                        : id.equals(o.id()))
                .orElse(null);
    }

    private static VenueReply receipt(Order order, Instant now) {
        return BitgetReplies.ok(
                Json.object(
                        "orderId",
                        order.id(),
                        "clientOid",
                        order.clientId() == null ? order.id() : order.clientId()),
                now);
    }

    private @Nullable VenueReply wrong(Params body, Instrument instrument, Instant now) {
        if (!List.of("buy", "sell").contains(body.get("side", ""))) {
            return BitgetReplies.no("40020", "Parameter side error", now);
        }
        String type = body.get("orderType", "");
        if (!List.of("limit", "market").contains(type)) {
            return BitgetReplies.no("40020", "Parameter orderType error", now);
        }
        if (!body.has(size)) {
            return BitgetReplies.no("40019", "Parameter " + size + " cannot be empty", now);
        }
        boolean spot = instrument.kind() == Instrument.Kind.SPOT;
        String asked = body.get(force, "").toLowerCase(Locale.ROOT);
        if (asked.isEmpty() && type.equals("limit") && spot && !unified) {
            return BitgetReplies.no("40019", "Parameter force cannot be empty", now);
        }
        if (!asked.isEmpty() && !FORCES.contains(asked)) {
            return BitgetReplies.no("40020", "Parameter " + force + " error", now);
        }
        String client = body.get("clientOid", "");
        boolean fits =
                unified
                        ? client.matches("[.A-Z:/a-z0-9_-]{0,32}")
                        : client.matches("[0-9A-Za-z_:#\\-+\\s]{0,50}");
        return fits
                ? null
                : BitgetReplies.no(
                        "40305",
                        "client_oid length is not greater than 50, and cannot be Martian"
                                + " characters",
                        now);
    }

    private OrderTicket ticket(Params body, Instrument instrument) {
        boolean market = body.get("orderType", "").equals("market");
        Side side = body.get("side", "").equals("buy") ? Side.BUY : Side.SELL;
        // A market purchase on spot names what to spend.
        boolean inQuote = market && side == Side.BUY && instrument.kind() == Instrument.Kind.SPOT;
        BigDecimal amount = body.decimal(size);
        return new OrderTicket(
                Dice.digits(19),
                body.get("clientOid"),
                instrument,
                side,
                market ? OrderType.MARKET : OrderType.LIMIT,
                market ? TimeInForce.IOC : force(body.get(force, "gtc")),
                market ? null : body.decimal("price"),
                inQuote ? null : amount,
                inQuote ? amount : null,
                body.get("reduceOnly", "no").equalsIgnoreCase("yes"));
    }

    private static TimeInForce force(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ioc" -> TimeInForce.IOC;
            case "fok" -> TimeInForce.FOK;
            case "post_only" -> TimeInForce.POST_ONLY;
            default -> TimeInForce.GTC;
        };
    }
}
