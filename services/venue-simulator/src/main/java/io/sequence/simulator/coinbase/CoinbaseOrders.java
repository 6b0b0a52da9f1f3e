package io.sequence.simulator.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.coinbase.CoinbaseReplies.Words;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.domain.OrderTicket;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TimeInForce;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Placing, previewing and cancelling. An order that is not taken is answered with status 200 and
 * {@code "success": false}. Source: Advanced Trade API, "Orders".
 */
final class CoinbaseOrders {

    private static final int MOST_TO_CANCEL = 100;
    private static final Words POST_ONLY =
            new Words(
                    "INVALID_LIMIT_PRICE_POST_ONLY",
                    "Limit price would trade at once",
                    "PREVIEW_INVALID_LIMIT_PRICE_POST_ONLY");
    private static final Words UNSUPPORTED =
            new Words(
                    "UNSUPPORTED_ORDER_CONFIGURATION",
                    "order configuration is not supported",
                    "UNKNOWN_PREVIEW_FAILURE_REASON");

    private final TradingDesk desk;

    CoinbaseOrders(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code POST /orders}. A client id that was used before leads to the order it belongs to. */
    VenueReply place(Hearing hearing) {
        JsonNode body = body(hearing);
        String client = body.path("client_order_id").asText("");
        if (client.isEmpty() || client.length() > 128) {
            throw invalid("client_order_id is required");
        }
        Optional<Order> known = hearing.account().order(o -> client.equals(o.clientId()));
        if (known.isPresent()) {
            return taken(known.get(), body);
        }
        OrderTicket ticket = ticket(hearing, body, client);
        if (ticket == null) {
            return failed(UNSUPPORTED, body);
        }
        if (crosses(ticket, hearing)) {
            return failed(POST_ONLY, body);
        }
        try {
            return taken(desk.place(hearing.account(), ticket, hearing.now()), body);
        } catch (OrderRefused refused) {
            return failed(CoinbaseReplies.refused(refused.reason()), body);
        }
    }

    /** {@code POST /orders/preview}: what would become of an order, changing nothing. */
    VenueReply preview(Hearing hearing) {
        JsonNode body = body(hearing);
        OrderTicket ticket = ticket(hearing, body, null);
        List<String> errors = new ArrayList<>();
        if (ticket == null) {
            errors.add(UNSUPPORTED.error());
        } else if (crosses(ticket, hearing)) {
            errors.add(POST_ONLY.preview());
        } else {
            try {
                desk.check(hearing.account(), ticket, hearing.now());
            } catch (OrderRefused refused) {
                errors.add(CoinbaseReplies.refused(refused.reason()).preview());
            }
        }
        return CoinbaseReplies.ok(
                Json.object(
                        "order_total", "0",
                        "commission_total", "0",
                        "errs", errors,
                        "warning", List.of(),
                        "quote_size", "0",
                        "base_size", "0",
                        "best_bid", "0",
                        "best_ask", "0",
                        "is_max", false,
                        "preview_id", UUID.randomUUID().toString()));
    }

    /** {@code POST /orders/batch_cancel}: one result an order. */
    VenueReply cancel(Hearing hearing) {
        JsonNode ids = body(hearing).path("order_ids");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST_TO_CANCEL) {
            throw invalid("order_ids must hold 1 to " + MOST_TO_CANCEL + " ids");
        }
        List<Object> results = new ArrayList<>();
        for (JsonNode id : ids) {
            String why = cancel(hearing, id.asText());
            results.add(
                    Json.object(
                            "success",
                            why == null,
                            "failure_reason",
                            why == null ? "UNKNOWN_CANCEL_FAILURE_REASON" : why,
                            "order_id",
                            id.asText()));
        }
        return CoinbaseReplies.ok(Json.object("results", results));
    }

    private @Nullable String cancel(Hearing hearing, String id) {
        try {
            desk.cancel(hearing.account(), id, hearing.now());
            return null;
        } catch (OrderRefused refused) {
            return "UNKNOWN_CANCEL_ORDER";
        }
    }

    private boolean crosses(OrderTicket ticket, Hearing hearing) {
        return ticket.timeInForce() == TimeInForce.POST_ONLY
                && desk.meetsPrice(ticket, hearing.now());
    }

    /** The order that a body asks for; null when its configuration is not one that is traded. */
    private @Nullable OrderTicket ticket(Hearing hearing, JsonNode body, @Nullable String client) {
        Instrument instrument = instrument(hearing, body);
        String side = body.path("side").asText();
        if (!List.of("BUY", "SELL").contains(side)) {
            throw invalid("side must be BUY or SELL");
        }
        CoinbaseConfiguration asked = CoinbaseConfiguration.of(body.path("order_configuration"));
        BigDecimal quote = asked == null ? null : asked.quoteSize();
        if (asked == null || (quote != null && instrument.market() != MarketKind.SPOT)) {
            return null;
        }
        return new OrderTicket(
                UUID.randomUUID().toString(),
                client,
                instrument,
                side.equals("BUY") ? Side.BUY : Side.SELL,
                asked.type(),
                asked.force(),
                asked.price(),
                asked.baseSize(),
                quote,
                false);
    }

    private Instrument instrument(Hearing hearing, JsonNode body) {
        Instrument instrument = desk.instruments().find(body.path("product_id").asText());
        if (instrument == null) {
            throw invalid("account is not available");
        }
        VenueAccount account = hearing.account();
        String portfolio = body.path("retail_portfolio_id").asText("");
        if (!portfolio.isEmpty() && !portfolio.equals(account.uid())) {
            throw denied("User does not have access to portfolio");
        }
        if (CoinbaseMarkets.international(instrument)) {
            throw denied("User has no access to post INTX perps orders");
        }
        if (!hearing.key().mayTrade(instrument.market())) {
            throw denied("User is not allowed to trade futures");
        }
        return instrument;
    }

    private static JsonNode body(Hearing hearing) {
        JsonNode body = Json.read(hearing.call().text());
        if (body == null || !body.isObject()) {
            throw invalid("body is not a JSON object");
        }
        return body;
    }

    private static Refusal invalid(String words) {
        return new Refusal(CoinbaseReplies.no(400, "INVALID_ARGUMENT", words));
    }

    private static Refusal denied(String words) {
        return new Refusal(CoinbaseReplies.no(403, "PERMISSION_DENIED", words));
    }

    private static VenueReply taken(Order order, JsonNode body) {
        return CoinbaseReplies.ok(
                Json.object(
                        "success",
                        true,
                        "success_response",
                        Json.object(
                                "order_id",
                                order.id(),
                                "product_id",
                                order.symbol(),
                                "side",
                                order.side() == Side.BUY ? "BUY" : "SELL",
                                "client_order_id",
                                order.clientId()),
                        "order_configuration",
                        body.path("order_configuration")));
    }

    private static VenueReply failed(Words words, JsonNode body) {
        return CoinbaseReplies.ok(
                Json.object(
                        "success",
                        false,
                        "error_response",
                        Json.object(
                                "error",
                                words.error(),
                                "message",
                                words.message(),
                                "error_details",
                                "",
                                "preview_failure_reason",
                                words.preview()),
                        "order_configuration",
                        body.path("order_configuration")));
    }
}
