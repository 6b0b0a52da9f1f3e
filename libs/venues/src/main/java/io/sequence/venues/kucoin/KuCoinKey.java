package io.sequence.venues.kucoin;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueWords;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the answer of {@code GET /api/v1/user/api-key}. */
final class KuCoinKey {
    private static final Set<String> KNOWN =
            Set.of(
                    "General",
                    "Trade",
                    "Spot",
                    "Margin",
                    "Futures",
                    "Earn",
                    "InnerTransfer",
                    "Transfer");

    private KuCoinKey() {}

    static KeyFacts facts(JsonNode data) {
        List<String> addresses = listed(Json.textOr(data, "ipWhitelist", ""));
        String permission = Json.textOrNull(data, "permission");
        Set<String> words = permission == null ? Set.of() : new LinkedHashSet<>(listed(permission));
        JsonNode master = data.path("isMaster");
        return new KeyFacts(
                permission == null ? new Rights(Map.of()) : rights(words),
                Json.text(data, "uid"),
                null,
                master.isBoolean() ? !master.booleanValue() : null,
                addresses,
                new KeyExpiry.NotReported(),
                Json.millisOrNull(data, "createdAt"),
                Json.textOrNull(data, "remark"),
                warnings(words, addresses));
    }

    private static Rights rights(Set<String> words) {
        var grants = new EnumMap<Right, Grant>(Right.class);
        grants.put(Right.READ, granted(words.contains("General")));
        // Older keys say Trade where newer ones say Spot.
        grants.put(Right.TRADE_SPOT, granted(words.contains("Spot") || words.contains("Trade")));
        grants.put(Right.TRADE_DERIVATIVES, granted(words.contains("Futures")));
        // Transfer is this venue's word for withdrawals and deposit addresses.
        grants.put(Right.WITHDRAW, granted(words.contains("Transfer")));
        grants.put(
                Right.TRANSFER,
                granted(words.contains("InnerTransfer") || words.contains("Transfer")));
        return new Rights(grants);
    }

    private static List<String> warnings(Set<String> words, List<String> addresses) {
        var warnings = new ArrayList<String>();
        boolean trades =
                words.stream().anyMatch(Set.of("Spot", "Trade", "Futures", "Margin")::contains);
        if (trades && addresses.isEmpty()) {
            warnings.add(
                    "The key has no IP restriction: KuCoin removes it, or its trading permission,"
                            + " after 30 days without use.");
        }
        if (words.contains("Margin")) {
            warnings.add("The key may trade on margin, which is not needed here.");
        }
        words.stream()
                .filter(word -> !KNOWN.contains(word))
                .map(word -> VenueWords.trimmed(word))
                .forEach(
                        word ->
                                warnings.add(
                                        "The key has a permission that we do not know: "
                                                + word
                                                + "."));
        return warnings;
    }

    private static Grant granted(boolean has) {
        return has ? Grant.GRANTED : Grant.DENIED;
    }

    /** A comma list; missing, null and empty all mean that there is nothing in it. */
    private static List<String> listed(String text) {
        return List.of(text.split(",")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
