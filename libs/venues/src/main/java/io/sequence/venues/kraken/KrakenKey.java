package io.sequence.venues.kraken;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the answer of {@code GetApiKeyInfo}, which needs no permission itself. */
final class KrakenKey {
    private KrakenKey() {}

    static KeyFacts facts(JsonNode result) {
        JsonNode permissions = result.path("permissions");
        Set<String> words = new HashSet<>(texts(permissions));
        return new KeyFacts(
                permissions.isArray() ? rights(words) : new Rights(Map.of()),
                // The account's public id; a sub-account has one of its own.
                Json.text(result, "iban"),
                null,
                null,
                texts(result.path("ipAllowlist")),
                expiry(result),
                Json.secondsOrNull(result, "createdTime"),
                Json.textOrNull(result, "apiKeyName"),
                warnings(result, words, permissions.isArray()));
    }

    private static Rights rights(Set<String> words) {
        var grants = new EnumMap<Right, Grant>(Right.class);
        grants.put(Right.READ, all(words, "query-funds", "query-open-trades"));
        grants.put(Right.TRADE_SPOT, all(words, "modify-trades", "close-trades"));
        // Derivatives are another product with keys of its own.
        grants.put(Right.TRADE_DERIVATIVES, Grant.DENIED);
        grants.put(Right.WITHDRAW, all(words, "withdraw-funds"));
        // Any key that may query funds may move them between the owner's own wallets.
        grants.put(Right.TRANSFER, Grant.UNKNOWN);
        return new Rights(grants);
    }

    /** Seconds as text; {@code 0} says that the key does not expire. */
    private static KeyExpiry expiry(JsonNode result) {
        if (Json.textOrNull(result, "validUntil") == null) {
            return new KeyExpiry.NotReported();
        }
        Instant until = Json.secondsOrNull(result, "validUntil");
        return until == null ? new KeyExpiry.Never() : new KeyExpiry.At(until);
    }

    private static List<String> warnings(JsonNode result, Set<String> words, boolean told) {
        var warnings = new ArrayList<String>();
        if (words.contains("add-withdraw-address") || words.contains("update-withdraw-address")) {
            warnings.add("The key may change withdrawal addresses, which is not needed here.");
        }
        if (told && !words.contains("query-closed-trades")) {
            warnings.add("The key may not query closed orders, so finished orders stay unseen.");
        }
        if (isSet(result, "queryFrom") || isSet(result, "queryTo")) {
            warnings.add(
                    "The key may query a limited time range only, so some of the account's history"
                            + " stays unseen.");
        }
        return warnings;
    }

    private static boolean isSet(JsonNode result, String field) {
        return Json.secondsOrNull(result, field) != null;
    }

    private static Grant all(Set<String> words, String... wanted) {
        return words.containsAll(List.of(wanted)) ? Grant.GRANTED : Grant.DENIED;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }
}
