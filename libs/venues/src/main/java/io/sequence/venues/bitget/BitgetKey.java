package io.sequence.venues.bitget;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.venues.transport.VenueWords;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code GET /api/v3/account/info} and {@code GET /api/v2/spot/account/info}. Source: Bitget
 * API documentation, "Get Account Info" of the unified and of the classic account.
 */
final class BitgetKey {
    private static final Map<String, String> WARNED =
            Map.of(
                    "smow", "margin trading",
                    "ttow", "copy trading",
                    "p2p", "peer-to-peer trading");

    private BitgetKey() {}

    /** The unified account's answer: {@code permType} and {@code permissions}. */
    static KeyFacts unified(JsonNode info) {
        Set<String> words = words(info.path("permissions"));
        boolean told = info.path("permissions").isArray();
        return facts(
                info,
                unifiedRights(Json.textOr(info, "permType", ""), words, told),
                warnings(words));
    }

    /** The classic account's answer: {@code authorities}, in fine or in coarse words. */
    static KeyFacts classic(JsonNode info) {
        Set<String> words = words(info.path("authorities"));
        var warnings = new ArrayList<>(warnings(words));
        if (words.contains("trade")) {
            warnings.add(
                    "Bitget tells of this key only that it may trade: check on Bitget that"
                            + " withdrawals and transfers are off.");
        }
        return facts(info, classicRights(words), warnings);
    }

    private static KeyFacts facts(JsonNode info, Rights rights, List<String> warnings) {
        String parent = Json.textOr(info, "parentId", "");
        boolean sub = !parent.isEmpty() && !parent.equals("0");
        return new KeyFacts(
                rights,
                uid(info),
                sub ? parent : null,
                info.has("parentId") ? sub : null,
                addresses(info),
                new KeyExpiry.NotReported(),
                null,
                null,
                warnings);
    }

    /** The documentation names it {@code uid}, answers name it {@code userId}. */
    private static String uid(JsonNode info) {
        String uid = Json.textOr(info, "userId", Json.textOr(info, "uid", ""));
        if (uid.isEmpty()) {
            throw new MalformedAnswer("userId is missing");
        }
        return uid;
    }

    private static Rights unifiedRights(String permType, Set<String> words, boolean told) {
        var grants = new EnumMap<Right, Grant>(Right.class);
        Grant trade =
                switch (permType) {
                    case "read-and-write", "read_and_write", "readwrite" ->
                            told ? grant(words.contains("uta_trade")) : Grant.UNKNOWN;
                    case "read-only", "read_only", "readonly", "read" -> Grant.DENIED;
                    default -> Grant.UNKNOWN;
                };
        grants.put(Right.READ, permType.isEmpty() ? Grant.UNKNOWN : Grant.GRANTED);
        grants.put(Right.TRADE_SPOT, trade);
        grants.put(Right.TRADE_DERIVATIVES, trade);
        grants.put(Right.WITHDRAW, told ? grant(words.contains("withdraw")) : Grant.UNKNOWN);
        // Not itemised; that uta_mgt covers it is unconfirmed.
        grants.put(Right.TRANSFER, words.contains("transfer") ? Grant.GRANTED : Grant.UNKNOWN);
        return new Rights(grants);
    }

    /** A coarse {@code trade} says neither which market nor anything of the dangerous rights. */
    private static Rights classicRights(Set<String> words) {
        boolean coarse = words.contains("trade");
        boolean fine = words.stream().anyMatch(BitgetKey::isFine);
        boolean reads =
                words.contains("readonly")
                        || words.stream().anyMatch(word -> isFine(word) && word.endsWith("r"));
        boolean readsOnly = words.equals(Set.of("readonly"));
        var grants = new EnumMap<Right, Grant>(Right.class);
        grants.put(Right.READ, reads ? Grant.GRANTED : Grant.UNKNOWN);
        grants.put(Right.TRADE_SPOT, classic(words, fine && !coarse || readsOnly, "stow"));
        grants.put(Right.TRADE_DERIVATIVES, classic(words, fine && !coarse || readsOnly, "coow"));
        grants.put(
                Right.WITHDRAW, classic(words, fine && !coarse || readsOnly, "wwow", "withdraw"));
        grants.put(
                Right.TRANSFER, classic(words, fine && !coarse || readsOnly, "wtow", "transfer"));
        return new Rights(grants);
    }

    private static Grant classic(Set<String> words, boolean itemised, String... granting) {
        if (Arrays.stream(granting).anyMatch(words::contains)) {
            return Grant.GRANTED;
        }
        return itemised ? Grant.DENIED : Grant.UNKNOWN;
    }

    /** Subject and {@code r} or {@code w}: {@code stor}, {@code coow}, {@code wwow}. */
    private static boolean isFine(String word) {
        return word.matches("[a-z]{3}[rw]") && !word.equals("read");
    }

    private static Grant grant(boolean listed) {
        return listed ? Grant.GRANTED : Grant.DENIED;
    }

    private static Set<String> words(JsonNode array) {
        var words = new LinkedHashSet<String>();
        array.forEach(word -> words.add(word.asText().strip()));
        return words;
    }

    private static List<String> addresses(JsonNode info) {
        return Arrays.stream(Json.textOr(info, "ips", "").split(",", -1))
                .map(VenueWords::trimmed)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static List<String> warnings(Set<String> words) {
        return WARNED.entrySet().stream()
                .filter(power -> words.contains(power.getKey()))
                .map(power -> "The key also allows " + power.getValue() + "; no strategy needs it.")
                .sorted()
                .toList();
    }
}
