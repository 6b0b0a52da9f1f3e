package io.sequence.simulator.binance;

import static io.sequence.simulator.binance.BinanceReplies.refusal;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Dice;
import io.sequence.simulator.wire.Params;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What spot and futures ask alike of orders and trades. */
final class BinanceTrades {

    private BinanceTrades() {}

    /** The order that {@code orderId} or {@code origClientOrderId} names, null for none. */
    static @Nullable Order named(VenueAccount account, Params params, Predicate<String> symbol) {
        String id = params.get("orderId");
        String client = params.get("origClientOrderId");
        if (id == null && client == null) {
            throw refusal(
                    -1102,
                    "Param 'origClientOrderId' or 'orderId' must be sent, but both were"
                            + " empty/null!");
        }
        return account.order(
                        o ->
                                symbol.test(o.symbol())
                                        && (id == null
                                                ? Objects.equals(client, o.clientId())
                                                : id.equals(o.id())))
                .orElse(null);
    }

    /** The executions of a symbol that a query asks for, oldest first. */
    static List<Fill> asked(List<Fill> fills, String symbol, Params query) {
        String order = query.get("orderId");
        BigDecimal from = query.decimal("startTime");
        BigDecimal to = query.decimal("endTime");
        List<Fill> found =
                fills.stream()
                        .filter(f -> BinanceMarkets.name(f.symbol()).equals(symbol))
                        .filter(f -> order == null || f.orderId().equals(order))
                        .filter(f -> from == null || f.at().toEpochMilli() >= from.longValue())
                        .filter(f -> to == null || f.at().toEpochMilli() <= to.longValue())
                        .toList();
        int limit = BinanceForm.limit(query, 500, 1_000);
        boolean forwards = from != null || query.has("fromId");
        return found.stream()
                .skip(forwards ? 0 : Math.max(0, found.size() - limit))
                .limit(limit)
                .toList();
    }

    static Side side(String word) {
        return switch (word) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw refusal(-1117, "Invalid side.");
        };
    }

    /** The client id that was sent, or one of the venue's making. */
    static String clientId(Params params, String legal, int code) {
        String id = params.get("newClientOrderId");
        if (id == null) {
            return Dice.alphanumeric(22);
        }
        if (!id.matches(legal)) {
            throw refusal(
                    code,
                    code == -1100
                            ? "Illegal characters found in parameter 'newClientOrderId'; legal"
                                    + " range is '"
                                    + legal
                                    + "'."
                            : "Client order id is not valid.");
        }
        return id;
    }

    /** Refuses a parameter that the order's type does not take. */
    static void unwanted(Params params, String name, boolean unwanted) {
        if (unwanted && params.has(name)) {
            throw refusal(-1106, "Parameter '" + name + "' sent when not required.");
        }
    }
}
