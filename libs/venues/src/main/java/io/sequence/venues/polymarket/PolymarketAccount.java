package io.sequence.venues.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Position;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

/** Money, shares and standing of an account. Source: "Authentication" and the Data API. */
final class PolymarketAccount {
    /** The venue's own dollar, of six decimals. */
    static final Asset CASH = new Asset("PUSD");

    /**
     * Nobody has a tier of his own. A taker pays {@code rate × (1 − price)} of the value, the rate
     * by the market's category; this is the rate that the documents name for sports, so it is what
     * a taker pays at most there.
     */
    static final FeeTier STANDARD =
            new FeeTier("standard", BigDecimal.ZERO, new BigDecimal("0.05"));

    private static final int DECIMALS = 6;

    private PolymarketAccount() {}

    /** What {@code GET /balance-allowance} tells. */
    record Cash(BigDecimal amount, boolean allowed) {
        static Cash of(JsonNode answer) {
            return new Cash(
                    Json.decimal(answer, "balance").movePointLeft(DECIMALS),
                    allowed(answer.path("allowances"))
                            || Json.decimalOrZero(answer, "allowance").signum() > 0);
        }

        /** Any contract counts: which one is needed depends on the market. */
        private static boolean allowed(JsonNode allowances) {
            for (JsonNode one : allowances) {
                if (!one.asText("0").matches("0*")) {
                    return true;
                }
            }
            return false;
        }

        /** Resting orders hold nothing back: the venue counts them when they are placed. */
        Balance balance() {
            BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount;
            return new Balance("collateral", true, CASH, plain, plain);
        }
    }

    static List<Position> positions(JsonNode rows) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : Json.rows(rows)) {
            BigDecimal size = Json.decimal(row, "size");
            if (size.signum() != 0) {
                positions.add(
                        new Position(
                                Json.text(row, "asset"),
                                size,
                                Json.decimalOrZero(row, "avgPrice"),
                                Json.decimalOrNull(row, "curPrice"),
                                Json.decimalOrNull(row, "cashPnl"),
                                null));
            }
        }
        return positions;
    }

    /** What follows for a key that answers. */
    static KeyFacts facts(PolymarketWallet wallet, boolean closedOnly, Cash cash) {
        var grants = new EnumMap<Right, Grant>(Right.class);
        grants.put(Right.READ, Grant.GRANTED);
        grants.put(Right.TRADE_SPOT, closedOnly ? Grant.DENIED : Grant.GRANTED);
        grants.put(Right.TRADE_DERIVATIVES, Grant.DENIED);
        grants.put(Right.WITHDRAW, Grant.UNKNOWN);
        grants.put(Right.TRANSFER, Grant.UNKNOWN);
        return new KeyFacts(
                new Rights(grants),
                wallet.funder().toLowerCase(Locale.ROOT),
                null,
                null,
                List.of(),
                new KeyExpiry.NotReported(),
                null,
                null,
                warnings(wallet, closedOnly, cash));
    }

    private static List<String> warnings(PolymarketWallet wallet, boolean closedOnly, Cash cash) {
        var warnings = new ArrayList<String>();
        warnings.add("Polymarket has no IP lists: the key works from any address.");
        if (closedOnly) {
            warnings.add("Polymarket lets this account close its positions only.");
        }
        if (!cash.allowed()) {
            warnings.add(
                    "The wallet has not allowed Polymarket's contracts to trade with its money yet:"
                            + " trade once by hand.");
        }
        if (cash.amount().signum() == 0 && !wallet.signer().equals(wallet.funder())) {
            warnings.add(
                    "Polymarket sees no money for this wallet; if there is some, the signature type"
                            + " or the proxy address is another.");
        }
        return warnings;
    }
}
