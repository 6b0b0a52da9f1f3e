package io.sequence.venues.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the answer of {@code GET key_permissions}. Source: "Get API Key Permissions". */
final class CoinbaseKey {
    private CoinbaseKey() {}

    static KeyFacts facts(JsonNode body) {
        var grants = new EnumMap<Right, Grant>(Right.class);
        Grant trade = grant(body, "can_trade");
        Grant transfer = grant(body, "can_transfer");
        grants.put(Right.READ, grant(body, "can_view"));
        // One flag for both markets; the account must be let into derivatives besides.
        grants.put(Right.TRADE_SPOT, trade);
        grants.put(Right.TRADE_DERIVATIVES, trade);
        // One flag for moving money inside and out.
        grants.put(Right.WITHDRAW, transfer);
        grants.put(Right.TRANSFER, transfer);
        return new KeyFacts(
                new Rights(grants),
                Json.text(body, "portfolio_uuid"),
                null,
                subAccount(Json.textOr(body, "portfolio_type", "")),
                List.of(),
                new KeyExpiry.NotReported(),
                null,
                null,
                List.of(
                        "Coinbase does not tell whether the key is bound to IP addresses: please"
                                + " check that its allowlist names ours."));
    }

    private static Grant grant(JsonNode body, String flag) {
        JsonNode value = body.path(flag);
        if (!value.isBoolean()) {
            return Grant.UNKNOWN;
        }
        return value.asBoolean() ? Grant.GRANTED : Grant.DENIED;
    }

    /** Sub-accounts are called portfolios; the one that every user has is the default. */
    private static @Nullable Boolean subAccount(String portfolioType) {
        return switch (portfolioType) {
            case "DEFAULT" -> false;
            case "CONSUMER" -> true;
            default -> null;
        };
    }
}
