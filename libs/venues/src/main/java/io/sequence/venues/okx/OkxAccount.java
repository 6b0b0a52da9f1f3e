package io.sequence.venues.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Position;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.venues.transport.VenueWords;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The account, its key, its wallets and positions as OKX writes them. Source: OKX docs-v5. */
final class OkxAccount {
    private OkxAccount() {}

    /** Reads {@code GET /api/v5/account/config}. */
    static KeyFacts facts(JsonNode data) {
        JsonNode config = first(data);
        String uid = Json.text(config, "uid");
        String mainUid = Json.textOrNull(config, "mainUid");
        List<String> permissions = list(config, "perm");
        List<String> ips = list(config, "ip");
        String label = Json.textOrNull(config, "label");
        return new KeyFacts(
                rights(config, permissions),
                uid,
                mainUid == null || mainUid.equals(uid) ? null : mainUid,
                mainUid == null ? null : !mainUid.equals(uid),
                ips,
                new KeyExpiry.NotReported(),
                null,
                label == null ? null : VenueWords.trimmed(label),
                warnings(permissions, ips));
    }

    private static Rights rights(JsonNode config, List<String> permissions) {
        if (permissions.isEmpty()) {
            return new Rights(Map.of());
        }
        boolean trade = permissions.contains("trade");
        return new Rights(
                Map.of(
                        Right.READ, grant(permissions.contains("read_only")),
                        Right.TRADE_SPOT, grant(trade),
                        Right.TRADE_DERIVATIVES, trade ? derivatives(config) : Grant.DENIED,
                        Right.WITHDRAW, grant(permissions.contains("withdraw")),
                        // Trade includes transfers between own accounts; OKX cannot tell more.
                        Right.TRANSFER, Grant.UNKNOWN));
    }

    /** The account mode 1 is spot alone. */
    private static Grant derivatives(JsonNode config) {
        BigDecimal level = Json.decimalOrNull(config, "acctLv");
        return level == null ? Grant.UNKNOWN : grant(level.compareTo(BigDecimal.TWO) >= 0);
    }

    private static Grant grant(boolean listed) {
        return listed ? Grant.GRANTED : Grant.DENIED;
    }

    private static List<String> list(JsonNode config, String field) {
        return Arrays.stream(Json.textOr(config, field, "").split(",", -1))
                .map(VenueWords::trimmed)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static List<String> warnings(List<String> permissions, List<String> ips) {
        boolean dies = permissions.contains("trade") || permissions.contains("withdraw");
        return ips.isEmpty() && dies
                ? List.of(
                        "The key is bound to no IP address, so OKX deletes it after 14 days"
                                + " without use.")
                : List.of();
    }

    /** The trading account, from which both markets trade. */
    static List<Balance> trading(JsonNode data, Market market) {
        var balances = new ArrayList<Balance>();
        for (JsonNode coin : Json.rows(first(data).path("details"))) {
            BigDecimal cash = Json.decimalOrNull(coin, "cashBal");
            BigDecimal total = cash == null ? Json.decimalOrZero(coin, "eq") : cash;
            add(balances, coin, "trading", true, total, available(coin, market));
        }
        return balances;
    }

    private static BigDecimal available(JsonNode coin, Market market) {
        BigDecimal equity =
                market == Market.DERIVATIVES ? Json.decimalOrNull(coin, "availEq") : null;
        return equity == null ? Json.decimalOrZero(coin, "availBal") : equity;
    }

    /** The funding account, from which nothing trades. */
    static List<Balance> funding(JsonNode data) {
        var balances = new ArrayList<Balance>();
        for (JsonNode coin : Json.rows(data)) {
            BigDecimal total = Json.decimalOrZero(coin, "bal");
            BigDecimal available = Json.decimalOrZero(coin, "availBal");
            if (total.signum() != 0) {
                add(balances, coin, "funding", false, total, available);
            }
        }
        return balances;
    }

    private static void add(
            List<Balance> balances,
            JsonNode coin,
            String wallet,
            boolean trades,
            BigDecimal total,
            BigDecimal available) {
        AssetCodes.asset(Json.text(coin, "ccy"))
                .map(a -> new Balance(wallet, trades, a, total, available.max(BigDecimal.ZERO)))
                .ifPresent(balances::add);
    }

    static List<Position> positions(JsonNode data) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : Json.rows(data)) {
            BigDecimal size = signed(row);
            if (size.signum() != 0) {
                positions.add(
                        new Position(
                                Json.text(row, "instId"),
                                size,
                                Json.decimalOrZero(row, "avgPx"),
                                Json.decimalOrNull(row, "markPx"),
                                Json.decimalOrNull(row, "upl"),
                                Json.decimalOrNull(row, "lever")));
            }
        }
        return positions;
    }

    /** Signed in net mode; in long/short mode the side tells. */
    private static BigDecimal signed(JsonNode row) {
        BigDecimal contracts = Json.decimalOrZero(row, "pos");
        return Json.textOr(row, "posSide", "net").equals("short")
                ? contracts.abs().negate()
                : contracts;
    }

    /** OKX writes what is paid as a negative number; the house writes it as a positive one. */
    static FeeTier fees(JsonNode data) {
        JsonNode row = first(data);
        JsonNode group = row.path("feeGroup").path(0);
        JsonNode rates = group.isObject() ? group : row;
        return new FeeTier(
                Json.textOrNull(row, "level"),
                rate(rates, "maker").negate(),
                rate(rates, "taker").negate());
    }

    /** The flat form names the USDT-margined rate of derivatives {@code makerU}. */
    private static BigDecimal rate(JsonNode rates, String name) {
        BigDecimal rate = Json.decimalOrNull(rates, name);
        return rate == null ? Json.decimal(rates, name + "U") : rate;
    }

    static Stream<JsonNode> rows(JsonNode data) {
        return StreamSupport.stream(Json.rows(data).spliterator(), false);
    }

    static JsonNode first(JsonNode data) {
        JsonNode row = data.path(0);
        if (!row.isObject()) {
            throw new MalformedAnswer("data is empty");
        }
        return row;
    }
}
