package io.sequence.venues.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a key may do, as {@code GET /sapi/v1/account/apiRestrictions} tells it; whose it is, that
 * call does not tell. Source: developers.binance.com, wallet, "Get API Key Permission".
 */
record BinanceKey(
        Map<Right, Grant> grants,
        Grant ipRestricted,
        KeyExpiry expiry,
        @Nullable Instant createdAt,
        List<String> warnings) {
    /** Stands in the list of a restricted key: Binance says that there is one and not which. */
    static final String UNTOLD_ADDRESSES = "addresses not told";

    private static final Map<String, String> WARNED =
            Map.of(
                    "enableMargin", "margin loans and repayments",
                    "enableVanillaOptions", "options trading",
                    "enablePortfolioMarginTrading", "portfolio margin trading",
                    "enableFixApiTrade", "trading over FIX");

    /** Reads the answer; a flag that is missing is unknown. */
    static BinanceKey of(JsonNode key) {
        Grant restricted = flag(key, "ipRestrict");
        Instant lapses = Json.millisOrNull(key, "tradingAuthorityExpirationTime");
        return new BinanceKey(
                grants(key),
                restricted,
                expiry(lapses, restricted),
                Json.millisOrNull(key, "createTime"),
                warnings(key, restricted));
    }

    private static Map<Right, Grant> grants(JsonNode key) {
        var grants = new EnumMap<Right, Grant>(Right.class);
        grants.put(Right.READ, flag(key, "enableReading"));
        grants.put(Right.TRADE_SPOT, flag(key, "enableSpotAndMarginTrading"));
        grants.put(Right.TRADE_DERIVATIVES, flag(key, "enableFutures"));
        grants.put(Right.WITHDRAW, flag(key, "enableWithdrawals"));
        grants.put(
                Right.TRANSFER,
                either(flag(key, "enableInternalTransfer"), flag(key, "permitsUniversalTransfer")));
        return grants;
    }

    private static Grant flag(JsonNode key, String name) {
        JsonNode flag = key.path(name);
        if (!flag.isBoolean()) {
            return Grant.UNKNOWN;
        }
        return flag.booleanValue() ? Grant.GRANTED : Grant.DENIED;
    }

    private static Grant either(Grant one, Grant other) {
        if (one == Grant.GRANTED || other == Grant.GRANTED) {
            return Grant.GRANTED;
        }
        return one == other ? one : Grant.UNKNOWN;
    }

    /** Keys have no date; what lapses is the right to trade, of keys without an IP restriction. */
    private static KeyExpiry expiry(@Nullable Instant lapses, Grant ipRestricted) {
        if (lapses != null) {
            return new KeyExpiry.At(lapses);
        }
        return ipRestricted == Grant.GRANTED ? new KeyExpiry.Never() : new KeyExpiry.NotReported();
    }

    private static List<String> warnings(JsonNode key, Grant ipRestricted) {
        var warnings = new ArrayList<String>();
        switch (ipRestricted) {
            case DENIED ->
                    warnings.add(
                            "The key has no IP restriction: Binance takes the right to trade away"
                                    + " from such a key after a time. Add our addresses to it.");
            case UNKNOWN ->
                    warnings.add("Binance did not tell whether the key has an IP restriction.");
            case GRANTED -> {}
        }
        WARNED.entrySet().stream()
                .filter(power -> flag(key, power.getKey()) == Grant.GRANTED)
                .map(power -> "The key also allows " + power.getValue() + "; no strategy needs it.")
                .sorted()
                .forEach(warnings::add);
        return warnings;
    }

    /** The facts about the key of a certain account. */
    KeyFacts factsOf(String accountUid) {
        return facts(new Rights(grants), accountUid, List.of());
    }

    /** The same for a key that the futures host refuses although Futures is ticked. */
    KeyFacts withoutFutures(String accountUid) {
        var less = new EnumMap<>(grants);
        less.put(Right.TRADE_DERIVATIVES, Grant.DENIED);
        return facts(
                new Rights(less),
                accountUid,
                List.of(
                        "The futures host refuses the key although it allows futures: it was made"
                                + " before the futures account was opened. Make a new key."));
    }

    /** The same with a further warning. */
    KeyFacts factsOf(String accountUid, String warning) {
        return facts(new Rights(grants), accountUid, List.of(warning));
    }

    private KeyFacts facts(Rights rights, String accountUid, List<String> more) {
        var all = new ArrayList<>(more);
        all.addAll(warnings);
        return new KeyFacts(
                rights,
                accountUid,
                null,
                null,
                ipRestricted == Grant.GRANTED ? List.of(UNTOLD_ADDRESSES) : List.of(),
                expiry,
                createdAt,
                null,
                all);
    }
}
