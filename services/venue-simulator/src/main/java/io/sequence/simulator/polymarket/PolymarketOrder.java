package io.sequence.simulator.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.ether.Addresses;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is posted; amounts in millionths. Source: SDK {@code orderToJsonV2}.
 *
 * @param maker the wallet that holds the money, lower case as all addresses here
 * @param metadata a word of 32 bytes, as hex
 */
record PolymarketOrder(
        BigInteger salt,
        String maker,
        String signer,
        String tokenId,
        BigInteger makerAmount,
        BigInteger takerAmount,
        Side side,
        int signatureType,
        BigInteger timestamp,
        long expiration,
        String metadata,
        String builder,
        String signature) {

    private static final String WORD = "0x[0-9a-fA-F]{64}";

    /**
     * Reads the member {@code order} of a body; null when it cannot be read.
     *
     * @throws io.sequence.simulator.wire.Refusal when it is an order of the first version
     */
    static @Nullable PolymarketOrder read(JsonNode order) {
        if (order.has("feeRateBps") || order.has("nonce")) {
            throw PolymarketReplies.refusal(400, "order_version_mismatch");
        }
        String maker = Addresses.read(order.path("maker").asText());
        String signer = Addresses.read(order.path("signer").asText());
        String side = order.path("side").asText();
        boolean sound =
                order.path("salt").isIntegralNumber()
                        && numbers(order, "tokenId", "makerAmount", "takerAmount", "timestamp")
                        && order.path("signatureType").canConvertToInt()
                        && (side.equals("BUY") || side.equals("SELL"))
                        && order.path("metadata").asText().matches(WORD)
                        && order.path("builder").asText().matches(WORD)
                        && order.path("signature").asText().matches("0x([0-9a-fA-F]{2}){65,1000}");
        if (!sound || maker == null || signer == null) {
            return null;
        }
        return new PolymarketOrder(
                order.path("salt").bigIntegerValue(),
                maker,
                signer,
                order.path("tokenId").asText(),
                number(order, "makerAmount"),
                number(order, "takerAmount"),
                Side.valueOf(side),
                order.path("signatureType").intValue(),
                number(order, "timestamp"),
                order.path("expiration").asLong(0),
                order.path("metadata").asText(),
                order.path("builder").asText(),
                order.path("signature").asText());
    }

    private static boolean numbers(JsonNode order, String... names) {
        for (String name : names) {
            if (!order.path(name).isTextual()
                    || !order.path(name).textValue().matches("\\d{1,78}")) {
                return false;
            }
        }
        return number(order, "makerAmount").signum() > 0
                && number(order, "takerAmount").signum() > 0;
    }

    private static BigInteger number(JsonNode order, String name) {
        return new BigInteger(order.path(name).asText());
    }

    /** How many shares. */
    BigDecimal shares() {
        return new BigDecimal(side == Side.BUY ? takerAmount : makerAmount, 6);
    }

    /** How much money. */
    BigDecimal money() {
        return new BigDecimal(side == Side.BUY ? makerAmount : takerAmount, 6);
    }

    /**
     * The price on the market's grid; null when the amounts make none. Amounts are rounded, so that
     * their quotient may miss the grid by a little.
     */
    @Nullable BigDecimal price(BigDecimal step) {
        BigDecimal exact = money().divide(shares(), 12, RoundingMode.HALF_UP);
        BigDecimal near = exact.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
        BigDecimal miss = exact.subtract(near).abs();
        return miss.compareTo(step.movePointLeft(1)) <= 0
                        && near.signum() > 0
                        && near.compareTo(BigDecimal.ONE) < 0
                ? near
                : null;
    }

    static byte[] word(String hex) {
        return HexFormat.of().parseHex(hex, 2, 66);
    }
}
