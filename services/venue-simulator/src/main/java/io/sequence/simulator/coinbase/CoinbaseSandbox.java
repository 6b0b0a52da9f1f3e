package io.sequence.simulator.coinbase;

import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Coinbase's sandbox: canned answers for accounts and orders whoever asks, and canned failures when
 * {@code X-Sandbox} names a scenario. It proves nothing of a key. Source: Advanced Trade API,
 * "Sandbox"; the scenarios' names beyond their endpoint are chosen here.
 */
final class CoinbaseSandbox {

    private static final String ORDER = "11111111-1111-1111-1111-111111111111";
    private static final Map<String, @Nullable Object> CONFIGURATION =
            Json.object(
                    "limit_limit_gtc",
                    Json.object(
                            "base_size", "0.001", "limit_price", "10000.00", "post_only", false));

    private CoinbaseSandbox() {}

    static VenueReply answer(VenueCall call) {
        String scenario = call.headers().getOrDefault("x-sandbox", "").toLowerCase(Locale.ROOT);
        String path = call.path();
        if (!path.startsWith(CoinbaseVenue.V3 + '/')) {
            return CoinbaseReplies.no(404, "NOT_FOUND", "Not Found");
        }
        String what = call.method() + ' ' + path.substring(CoinbaseVenue.V3.length());
        boolean fails = scenario.contains("fail") || scenario.contains("insufficient");
        return switch (what) {
            case "GET /accounts" -> CoinbaseReplies.ok(accounts());
            case "POST /orders" -> CoinbaseReplies.ok(fails ? refused() : taken());
            case "POST /orders/batch_cancel" -> CoinbaseReplies.ok(cancelled(fails));
            case "GET /orders/historical/batch" ->
                    CoinbaseReplies.ok(
                            Json.object(
                                    "orders", List.of(order()), "has_next", false, "cursor", ""));
            case "GET /orders/historical/fills" ->
                    CoinbaseReplies.ok(Json.object("fills", List.of(), "cursor", ""));
            default ->
                    what.startsWith("GET /orders/historical/") && !fails
                            ? CoinbaseReplies.ok(Json.object("order", order()))
                            : CoinbaseReplies.no(404, "NOT_FOUND", "Not Found");
        };
    }

    private static Object accounts() {
        Object account =
                Json.object(
                        "uuid",
                        "22222222-2222-2222-2222-222222222222",
                        "name",
                        "BTC Wallet",
                        "currency",
                        "BTC",
                        "available_balance",
                        Json.object("value", "1.23", "currency", "BTC"),
                        "default",
                        true,
                        "active",
                        true,
                        "type",
                        "ACCOUNT_TYPE_CRYPTO",
                        "ready",
                        true,
                        "hold",
                        Json.object("value", "0", "currency", "BTC"));
        return Json.object(
                "accounts", List.of(account), "has_next", false, "cursor", "", "size", 1);
    }

    private static Object taken() {
        return Json.object(
                "success",
                true,
                "success_response",
                Json.object(
                        "order_id", ORDER,
                        "product_id", "BTC-USD",
                        "side", "BUY",
                        "client_order_id", "sandbox"),
                "order_configuration",
                CONFIGURATION);
    }

    private static Object refused() {
        CoinbaseReplies.Words words =
                CoinbaseReplies.refused(OrderRefused.Reason.INSUFFICIENT_FUNDS);
        return Json.object(
                "success",
                false,
                "error_response",
                Json.object(
                        "error", words.error(),
                        "message", words.message(),
                        "error_details", "",
                        "preview_failure_reason", words.preview()),
                "order_configuration",
                CONFIGURATION);
    }

    private static Object cancelled(boolean fails) {
        return Json.object(
                "results",
                List.of(
                        Json.object(
                                "success", !fails,
                                "failure_reason",
                                        fails
                                                ? "UNKNOWN_CANCEL_ORDER"
                                                : "UNKNOWN_CANCEL_FAILURE_REASON",
                                "order_id", ORDER)));
    }

    private static Object order() {
        return Json.object(
                "order_id", ORDER,
                "product_id", "BTC-USD",
                "side", "BUY",
                "client_order_id", "sandbox",
                "status", "OPEN",
                "order_configuration", CONFIGURATION,
                "filled_size", "0",
                "average_filled_price", "0",
                "total_fees", "0");
    }
}
