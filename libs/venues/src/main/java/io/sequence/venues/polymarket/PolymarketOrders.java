package io.sequence.venues.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Orders and trades as Polymarket writes them. Source: "Orders" and "Trades" of the documents. */
final class PolymarketOrders {
    /** A version 7 UUID without hyphens: its first 48 bits are the milliseconds of its making. */
    private static final Pattern TIMED_ID =
            Pattern.compile("([0-9a-f]{12})7[0-9a-f]{3}[89ab][0-9a-f]{15}");

    private static final Duration PLAUSIBLE = Duration.ofHours(12);
    private static final int SALT_BYTES = 7;
    private static final int SPARE_BITS = 4;

    private PolymarketOrders() {}

    /** From our id alone, below 2^53: the same order signed again must be the same order. */
    static long salt(String clientOrderId) {
        byte[] start = Arrays.copyOf(Encoding.sha256(clientOrderId), SALT_BYTES);
        return new BigInteger(1, start).shiftRight(SPARE_BITS).longValueExact();
    }

    /** The moment inside our id where it has one, for the same reason; else now. */
    static long timestamp(String clientOrderId, Instant now) {
        Matcher timed = TIMED_ID.matcher(clientOrderId);
        if (timed.matches()) {
            long millis = Long.parseLong(timed.group(1), 16);
            if (Math.abs(millis - now.toEpochMilli()) < PLAUSIBLE.toMillis()) {
                return millis;
            }
        }
        return now.toEpochMilli();
    }

    /** An order, complete but for its signature. */
    static ObjectNode unsigned(
            PolymarketWallet wallet,
            PolymarketShare share,
            Side side,
            PolymarketTerms terms,
            long salt,
            long timestamp) {
        boolean deposit = wallet.typeOrUsual() == PolymarketTypedData.DEPOSIT_WALLET;
        return Json.object()
                .put("salt", salt)
                .put("maker", wallet.funder())
                .put("signer", deposit ? wallet.funder() : wallet.signer())
                .put("taker", PolymarketTypedData.ZERO_ADDRESS)
                .put("tokenId", share.token())
                .put("makerAmount", terms.makerAmount().toString())
                .put("takerAmount", terms.takerAmount().toString())
                .put("side", side.name())
                .put("signatureType", wallet.typeOrUsual())
                .put("timestamp", Long.toString(timestamp))
                .put("expiration", "0")
                .put("metadata", PolymarketTypedData.ZERO_WORD)
                .put("builder", PolymarketTypedData.ZERO_WORD);
    }

    /** What is posted; the signer puts signature and owner in and takes the last two out. */
    static ObjectNode placement(ObjectNode order, String orderType, boolean negRisk, int version) {
        ObjectNode body = Json.object().put("deferExec", false).put("postOnly", false);
        body.set("order", order);
        return body.put("orderType", orderType).put("negRisk", negRisk).put("version", version);
    }

    static OrderReceipt receipt(JsonNode answer, String clientOrderId) {
        return new OrderReceipt(Json.text(answer, "orderID"), clientOrderId);
    }

    /** One order's row. */
    static OrderState state(String symbol, @Nullable String clientOrderId, JsonNode row) {
        String status = Json.text(row, "status");
        return new OrderState(
                new OrderRef(Market.SPOT, symbol, Json.text(row, "id"), clientOrderId),
                phase(status),
                Json.decimal(row, "original_size"),
                Json.decimalOrZero(row, "size_matched"),
                null,
                status);
    }

    private static Phase phase(String status) {
        return switch (status.toUpperCase(Locale.ROOT).replaceFirst("^ORDER_STATUS_", "")) {
            case "LIVE", "DELAYED", "UNMATCHED" -> Phase.OPEN;
            case "MATCHED" -> Phase.FILLED;
            case "CANCELED", "CANCELLED", "CANCELED_MARKET_RESOLVED" -> Phase.CANCELLED;
            case "INVALID", "REJECTED" -> Phase.REJECTED;
            case "EXPIRED" -> Phase.EXPIRED;
            default -> Phase.UNKNOWN;
        };
    }

    /** Our part in each trade of a share; we may have been several of its makers. */
    static List<Fill> fills(String symbol, PolymarketWallet wallet, JsonNode rows) {
        var fills = new ArrayList<Fill>();
        for (JsonNode row : Json.rows(rows)) {
            if (Json.textOr(row, "status", "").toUpperCase(Locale.ROOT).endsWith("FAILED")) {
                continue;
            }
            if (!Json.textOr(row, "trader_side", "TAKER").equals("MAKER")) {
                fills.add(fill(symbol, Json.text(row, "taker_order_id"), row, row, "size"));
                continue;
            }
            for (JsonNode made : row.path("maker_orders")) {
                if (Json.textOr(made, "maker_address", "").equalsIgnoreCase(wallet.funder())) {
                    fills.add(
                            fill(symbol, Json.text(made, "order_id"), row, made, "matched_amount"));
                }
            }
        }
        return fills;
    }

    /** A taker's fee is {@code rate × size × p × (1 − p)}; makers pay none. */
    private static Fill fill(
            String symbol, String orderId, JsonNode trade, JsonNode part, String sizeField) {
        Instant at = Json.secondsOrNull(trade, "match_time");
        if (at == null) {
            throw new MalformedAnswer("match_time is missing");
        }
        boolean taker = trade == part;
        BigDecimal price = Json.decimal(part, "price");
        BigDecimal size = Json.decimal(part, sizeField);
        BigDecimal rate =
                taker
                        ? Json.decimalOrZero(trade, "fee_rate_bps").movePointLeft(4)
                        : BigDecimal.ZERO;
        return new Fill(
                taker ? Json.text(trade, "id") : Json.text(trade, "id") + ":" + orderId,
                orderId,
                null,
                symbol,
                side(Json.textOr(part, "side", Json.text(trade, "side"))),
                price,
                size,
                rate.multiply(size).multiply(price).multiply(BigDecimal.ONE.subtract(price)),
                PolymarketAccount.CASH,
                at);
    }

    private static Side side(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw new MalformedAnswer("side is neither BUY nor SELL");
        };
    }

    /** The same order with the average price of its fills. */
    static OrderState averaged(OrderState order, List<Fill> fills) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        for (Fill fill : fills) {
            if (fill.venueOrderId().equalsIgnoreCase(order.ref().venueOrderId())) {
                quantity = quantity.add(fill.quantity());
                value = value.add(fill.quantity().multiply(fill.price()));
            }
        }
        return quantity.signum() == 0
                ? order
                : new OrderState(
                        order.ref(),
                        order.phase(),
                        order.quantity(),
                        order.filled(),
                        value.divide(quantity, MathContext.DECIMAL64).stripTrailingZeros(),
                        order.venuePhase());
    }
}
