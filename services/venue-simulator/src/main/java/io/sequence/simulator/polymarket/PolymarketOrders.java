package io.sequence.simulator.polymarket;

import static io.sequence.simulator.polymarket.PolymarketReplies.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.domain.OrderTicket;
import io.sequence.simulator.domain.OrderType;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.polymarket.PolymarketMarkets.Market;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** {@code POST /order}: the wallet's signature, then the rules. Source: "Place order". */
final class PolymarketOrders {

    /** A marketable purchase is worth at least a dollar. */
    private static final BigDecimal LEAST_MONEY = BigDecimal.ONE;

    private final TradingDesk desk;

    PolymarketOrders(TradingDesk desk) {
        this.desk = desk;
    }

    VenueReply place(Hearing hearing) {
        JsonNode body = Json.read(hearing.call().text());
        PolymarketOrder sent = body == null ? null : PolymarketOrder.read(body.path("order"));
        if (body == null || sent == null) {
            return PolymarketReplies.no(400, "Invalid order payload");
        }
        if (!body.path("owner").asText().equals(hearing.key().apiKey())) {
            return PolymarketReplies.no(400, "the order owner has to be the owner of the API KEY");
        }
        VenueAccount account = hearing.account();
        maker(account, sent);
        Market market =
                PolymarketMarkets.ofToken(sent.tokenId())
                        .orElseThrow(() -> refusal(404, PolymarketReplies.NO_BOOK));
        String id = signed(account, sent, market);
        try {
            Order order =
                    desk.place(
                            account, ticket(id, sent, market, body, hearing.now()), hearing.now());
            return placed(order);
        } catch (OrderRefused refused) {
            return PolymarketReplies.no(400, PolymarketReplies.words(refused.reason()));
        }
    }

    /** Whose money the order would move, and whether this key's wallet may sign for it. */
    private static void maker(VenueAccount account, PolymarketOrder sent) {
        int type = PolymarketWallets.type(account);
        if (type == PolymarketWallets.DEPOSIT && sent.signatureType() != type) {
            throw refusal(400, "maker address not allowed, please use the deposit wallet flow");
        }
        String signer =
                type == PolymarketWallets.DEPOSIT
                        ? account.uid()
                        : PolymarketWallets.signer(account);
        if (!sent.signer().equals(signer)) {
            throw refusal(400, "the order signer address has to be the address of the API KEY");
        }
        // Another type or holder is another wallet, and that one is empty.
        if (sent.signatureType() != type || !sent.maker().equals(account.uid())) {
            throw refusal(400, "not enough balance / allowance");
        }
    }

    private static String signed(VenueAccount account, PolymarketOrder sent, Market market) {
        byte[] exchange =
                PolymarketSignature.exchange(
                        market.negRisk()
                                ? PolymarketSignature.NEG_RISK_EXCHANGE
                                : PolymarketSignature.EXCHANGE,
                        PolymarketSignature.POLYGON);
        boolean fits =
                PolymarketSignature.signed(
                        sent,
                        PolymarketWallets.signer(account),
                        exchange,
                        PolymarketSignature.POLYGON);
        if (!fits) {
            throw refusal(400, "invalid signature");
        }
        String id = PolymarketSignature.id(sent, exchange);
        if (account.order(id).isPresent()) {
            throw refusal(400, PolymarketReplies.words(OrderRefused.Reason.DUPLICATE_CLIENT_ID));
        }
        return id;
    }

    private OrderTicket ticket(
            String id, PolymarketOrder sent, Market market, JsonNode body, Instant now) {
        Instrument instrument = Objects.requireNonNull(desk.instruments().find(sent.tokenId()));
        BigDecimal price = sent.price(market.step());
        if (price == null) {
            throw new OrderRefused(OrderRefused.Reason.PRICE_OFF_GRID);
        }
        String type = body.path("orderType").asText("GTC");
        boolean late = sent.expiration() != 0 && sent.expiration() <= now.getEpochSecond();
        if (late || !List.of("GTC", "GTD", "FOK", "FAK").contains(type)) {
            throw refusal(400, late ? "invalid expiration" : "Invalid order payload");
        }
        OrderTicket ticket =
                new OrderTicket(
                        id,
                        null,
                        instrument,
                        sent.side(),
                        OrderType.LIMIT,
                        force(type, body.path("postOnly").asBoolean()),
                        price,
                        sent.shares(),
                        null,
                        false);
        boolean marketable = sent.side() == Side.BUY && desk.meetsPrice(ticket, now);
        if (marketable && sent.money().compareTo(LEAST_MONEY) < 0) {
            throw refusal(400, "invalid amount for a marketable BUY order, min size: $1");
        }
        return ticket;
    }

    private static TimeInForce force(String type, boolean postOnly) {
        return switch (type) {
            case "FOK" -> TimeInForce.FOK;
            case "FAK" -> TimeInForce.IOC;
            default -> postOnly ? TimeInForce.POST_ONLY : TimeInForce.GTC;
        };
    }

    private static VenueReply placed(Order order) {
        String reason = order.reason();
        if (reason != null) {
            return PolymarketReplies.no(
                    400,
                    reason.equals("POST_ONLY")
                            ? "invalid post-only order: order crosses book"
                            : order.timeInForce() == TimeInForce.FOK
                                    ? "order couldn't be fully filled. FOK orders are fully filled"
                                            + " or killed."
                                    : "no orders found to match with FAK order. FAK orders are"
                                            + " partially filled or killed if no match is found.");
        }
        boolean matched = !order.open();
        boolean buy = order.side() == Side.BUY;
        String shares = Json.plain(order.filledQuantity());
        String money = Json.plain(order.filledValue());
        return PolymarketReplies.ok(
                Json.object(
                        "success",
                        true,
                        "errorMsg",
                        "",
                        "orderID",
                        order.id(),
                        "status",
                        matched ? "matched" : "live",
                        "takingAmount",
                        !matched ? "" : buy ? shares : money,
                        "makingAmount",
                        !matched ? "" : buy ? money : shares,
                        "tradeIDs",
                        List.of()));
    }
}
