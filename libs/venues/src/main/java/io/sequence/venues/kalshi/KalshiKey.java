package io.sequence.venues.kalshi;

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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code GET /api_keys} tells of one of the user's keys. Source: API description 3.30.0. */
final class KalshiKey {
    static final String OWNER_UNTOLD =
            "Kalshi did not tell whose account this is, so another key of it cannot be recognised.";

    private KalshiKey() {}

    /** The row of a key; empty when the list, which holds all keys of the user, lacks it. */
    static Optional<JsonNode> row(JsonNode answer, String keyId) {
        for (JsonNode row : Json.rows(answer.path("api_keys"))) {
            if (Json.textOr(row, "api_key_id", "").equalsIgnoreCase(keyId.strip())) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /**
     * The facts of a key.
     *
     * @param owner the user's public id; null when the venue did not tell
     */
    static KeyFacts facts(JsonNode answer, String keyId, @Nullable String owner) {
        JsonNode row = row(answer, keyId).orElse(Json.object());
        Set<String> scopes = new HashSet<>();
        row.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        boolean told = row.path("scopes").isArray();
        JsonNode account = row.path("subaccount");
        boolean sub = account.isNumber() && account.asInt() > 0;
        return new KeyFacts(
                told ? rights(scopes) : new Rights(withoutScopes()),
                uid(keyId, owner, sub ? "/" + account.asInt() : ""),
                sub ? owner : null,
                row.isEmpty() ? null : sub,
                List.of(),
                expiry(answer),
                null,
                Json.textOrNull(row, "name"),
                warnings(scopes, told, owner));
    }

    /** The facts of a key that may not list keys: what was probed. */
    static KeyFacts probed(String keyId, @Nullable String owner, Grant read, Grant trade) {
        Map<Right, Grant> grants = withoutScopes();
        grants.put(Right.READ, read);
        grants.put(Right.TRADE_SPOT, trade);
        return new KeyFacts(
                new Rights(grants),
                uid(keyId, owner, ""),
                null,
                null,
                List.of(),
                new KeyExpiry.NotReported(),
                null,
                null,
                warnings(Set.of(), false, owner));
    }

    private static String uid(String keyId, @Nullable String owner, String part) {
        return (owner == null ? keyId.strip() : owner) + part;
    }

    private static Rights rights(Set<String> scopes) {
        Map<Right, Grant> grants = withoutScopes();
        grants.put(Right.READ, granted(scopes.contains("read")));
        grants.put(Right.TRADE_SPOT, any(scopes, "write", "write::trade"));
        grants.put(Right.TRANSFER, any(scopes, "write", "write::transfer"));
        return new Rights(grants);
    }

    /** No call of the API withdraws; whether a key reaches the perpetuals is not told. */
    private static Map<Right, Grant> withoutScopes() {
        var grants = new EnumMap<Right, Grant>(Right.class);
        for (Right right : Right.values()) {
            grants.put(right, right == Right.WITHDRAW ? Grant.DENIED : Grant.UNKNOWN);
        }
        return grants;
    }

    private static Grant any(Set<String> scopes, String one, String other) {
        return granted(scopes.contains(one) || scopes.contains(other));
    }

    private static Grant granted(boolean is) {
        return is ? Grant.GRANTED : Grant.DENIED;
    }

    /** Keys live on; what lapses is the attestation of the user's location. */
    private static KeyExpiry expiry(JsonNode answer) {
        Instant until = Json.secondsOrNull(answer, "api_key_region_expiration_ts");
        return until == null ? new KeyExpiry.NotReported() : new KeyExpiry.At(until);
    }

    private static List<String> warnings(Set<String> scopes, boolean told, @Nullable String owner) {
        var warnings = new ArrayList<String>();
        if (told && !scopes.contains("read") && scopes.contains("read::portfolio_balance")) {
            warnings.add("The key may read the balance alone: orders and positions stay unseen.");
        }
        if (scopes.contains("write::block_trade_accept")) {
            warnings.add("The key may accept block trades, which is not needed here.");
        }
        if (owner == null) {
            warnings.add(OWNER_UNTOLD);
        }
        return warnings;
    }
}
