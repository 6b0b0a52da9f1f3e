package io.sequence.simulator.hyperliquid;

import static io.sequence.simulator.hyperliquid.HyperliquidReplies.error;
import static io.sequence.simulator.hyperliquid.HyperliquidReplies.no;
import static io.sequence.simulator.hyperliquid.HyperliquidReplies.number;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.domain.OrderTicket;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.hyperliquid.HyperliquidKeeper.Act;
import io.sequence.simulator.wire.Dice;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /exchange}: signed actions. Source: "Exchange endpoint". */
final class HyperliquidExchange {

    private final TradingDesk desk;
    private final HyperliquidKeeper keeper;
    private final Accounts accounts;

    HyperliquidExchange(TradingDesk desk, HyperliquidKeeper keeper, Accounts accounts) {
        this.desk = desk;
        this.keeper = keeper;
        this.accounts = accounts;
    }

    /**
     * Carries an action out.
     *
     * @throws io.sequence.simulator.wire.Refusal in the venue's words
     */
    VenueReply answer(VenueCall call) {
        Act act = keeper.admit(call);
        VenueAccount account = act.account();
        synchronized (account) {
            String type = String.valueOf(act.action().get("type"));
            account.count(act.signer(), "POST /exchange " + type, call.now());
            desk.settle(account, call.now());
            try {
                limit(account);
                return act(account, type, act.action(), call.now());
            } finally {
                accounts.changed(account);
            }
        }
    }

    private static void limit(VenueAccount account) {
        long used = HyperliquidState.actions(account);
        BigDecimal volume = HyperliquidState.volume(account);
        long most = HyperliquidState.mostActions(volume);
        if (used > most) {
            throw no(
                    "Too many cumulative requests sent (%d > %d) for cumulative volume traded $%s."
                            .formatted(
                                    used, most, volume.setScale(2, java.math.RoundingMode.DOWN)));
        }
    }

    private VenueReply act(
            VenueAccount account, String type, Map<String, @Nullable Object> action, Instant now) {
        return switch (type) {
            case "order" ->
                    HyperliquidReplies.done(
                            "order",
                            each(action.get("orders"), order -> place(account, order, now)));
            case "cancel", "cancelByCloid" ->
                    HyperliquidReplies.done(
                            "cancel",
                            each(action.get("cancels"), cancel -> cancel(account, cancel, now)));
            case "updateLeverage" -> leverage(account, action);
            default -> HyperliquidReplies.done();
        };
    }

    private static List<Object> each(
            @Nullable Object elements, java.util.function.Function<Map<?, ?>, Object> act) {
        List<Object> statuses = new ArrayList<>();
        if (elements instanceof List<?> list) {
            list.forEach(element -> statuses.add(act.apply((Map<?, ?>) element)));
        }
        return statuses;
    }

    private VenueReply leverage(VenueAccount account, Map<String, @Nullable Object> action) {
        Instrument instrument = instrument(action.get("asset"));
        if (instrument == null || instrument.kind() == Instrument.Kind.SPOT) {
            throw no("Invalid asset");
        }
        account.leverage(
                instrument.symbol(),
                Math.clamp(Long.parseLong(String.valueOf(action.get("leverage"))), 1, 50));
        return HyperliquidReplies.done();
    }

    private Object place(VenueAccount account, Map<?, ?> order, Instant now) {
        int asset = (int) Long.parseLong(String.valueOf(order.get("a")));
        Instrument instrument = instrument(order.get("a"));
        if (instrument == null) {
            return error("Invalid asset.", asset);
        }
        boolean spot = instrument.kind() == Instrument.Kind.SPOT;
        BigDecimal price = new BigDecimal(String.valueOf(order.get("p")));
        BigDecimal size = new BigDecimal(String.valueOf(order.get("s")));
        if (!HyperliquidMarkets.wellFormed(price, instrument)) {
            return error("Order has invalid price.", asset);
        }
        if (!(order.get("t") instanceof Map<?, ?> kind
                && kind.get("limit") instanceof Map<?, ?> l)) {
            return error("Trigger orders are not simulated.", asset);
        }
        try {
            OrderTicket ticket =
                    new OrderTicket(
                            Dice.digits(11),
                            (String) order.get("c"),
                            instrument,
                            Boolean.TRUE.equals(order.get("b")) ? Side.BUY : Side.SELL,
                            OrderType.LIMIT,
                            force(String.valueOf(l.get("tif"))),
                            price,
                            size,
                            null,
                            Boolean.TRUE.equals(order.get("r")));
            return placed(desk.place(account, ticket, now), instrument, asset, now);
        } catch (OrderRefused refused) {
            return error(HyperliquidReplies.words(refused.reason(), spot), asset);
        }
    }

    private Object placed(Order order, Instrument instrument, int asset, Instant now) {
        Map<String, @Nullable Object> named = Json.object("oid", Long.parseLong(order.id()));
        if (order.clientId() != null) {
            named.put("cloid", order.clientId());
        }
        if (order.open()) {
            return Json.object("resting", named);
        }
        BigDecimal paid = order.filledPrice();
        if (paid != null) {
            named.put("totalSz", number(order.filledQuantity()));
            named.put("avgPx", number(paid));
            return Json.object("filled", named);
        }
        PriceBoard.Quote quote = desk.prices().quote(instrument, now);
        return Objects.equals(order.reason(), "POST_ONLY")
                ? error(
                        "Post only order would have immediately matched, bbo was "
                                + Json.plain(quote.bid())
                                + "@"
                                + Json.plain(quote.ask())
                                + ".",
                        asset)
                : error("Order could not immediately match against any resting orders.", asset);
    }

    private static TimeInForce force(String tif) {
        return switch (tif) {
            case "Alo" -> TimeInForce.POST_ONLY;
            case "Ioc", "FrontendMarket" -> TimeInForce.IOC;
            case "Gtc" -> TimeInForce.GTC;
            default -> throw HyperliquidReplies.unreadable();
        };
    }

    private Object cancel(VenueAccount account, Map<?, ?> cancel, Instant now) {
        Object number = cancel.get("a") == null ? cancel.get("asset") : cancel.get("a");
        int asset = (int) Long.parseLong(String.valueOf(number));
        Instrument instrument = instrument(number);
        String id = String.valueOf(cancel.get("o"));
        Object clientId = cancel.get("cloid");
        Optional<Order> meant =
                clientId == null
                        ? account.order(id)
                        : account.order(order -> clientId.equals(order.clientId()));
        if (instrument == null
                || meant.isEmpty()
                || !meant.get().open()
                || !meant.get().symbol().equals(instrument.symbol())) {
            return error(HyperliquidReplies.GONE, asset);
        }
        desk.cancel(account, meant.get().id(), now);
        return "success";
    }

    private @Nullable Instrument instrument(@Nullable Object asset) {
        long number = Long.parseLong(String.valueOf(asset));
        return number > 1_000_000
                ? null
                : HyperliquidMarkets.find(desk.instruments(), (int) number);
    }
}
