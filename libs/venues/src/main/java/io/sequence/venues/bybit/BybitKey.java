package io.sequence.venues.bybit;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.venues.transport.VenueWords;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code GET /v5/user/query-api}. Source: Bybit V5, "Get API Key Information". */
final class BybitKey {
    /** Powers that no strategy needs. */
    private static final Map<String, String> WARNED =
            Map.of(
                    "FiatP2P", "fiat peer-to-peer trading",
                    "FiatBitPay", "fiat payments",
                    "FiatConvertBroker", "fiat conversion",
                    "Exchange", "asset conversion",
                    "Earn", "Earn products",
                    "Affiliate", "affiliate data");

    private BybitKey() {}

    static KeyFacts facts(JsonNode key) {
        String parent = Json.textOr(key, "parentUid", "0");
        JsonNode master = key.path("isMaster");
        List<String> ips = ips(key);
        KeyExpiry expiry = expiry(key);
        return new KeyFacts(
                rights(key),
                Json.text(key, "userID"),
                parent.equals("0") ? null : parent,
                master.isBoolean() ? !master.asBoolean() : null,
                ips,
                expiry,
                moment(key, "createdAt"),
                name(key),
                warnings(key, ips, expiry));
    }

    private static Rights rights(JsonNode key) {
        JsonNode permissions = key.path("permissions");
        var grants = new EnumMap<Right, Grant>(Right.class);
        grants.put(Right.READ, Grant.GRANTED);
        if (!permissions.isObject()) {
            return new Rights(grants);
        }
        boolean contracts =
                has(permissions, "ContractTrade", "Order")
                        && has(permissions, "ContractTrade", "Position");
        boolean derivatives = contracts || has(permissions, "Derivatives", "DerivativesTrade");
        boolean transfer =
                has(permissions, "Wallet", "AccountTransfer")
                        || has(permissions, "Wallet", "SubMemberTransfer")
                        || has(permissions, "Wallet", "SubMemberTransferList");
        grants.put(Right.TRADE_SPOT, trade(key, has(permissions, "Spot", "SpotTrade")));
        grants.put(Right.TRADE_DERIVATIVES, trade(key, derivatives));
        grants.put(Right.WITHDRAW, grant(has(permissions, "Wallet", "Withdraw")));
        grants.put(Right.TRANSFER, grant(transfer));
        return new Rights(grants);
    }

    /** A read-only key keeps its permission map and still cannot trade. */
    private static Grant trade(JsonNode key, boolean listed) {
        if (!listed) {
            return Grant.DENIED;
        }
        return switch (Json.textOr(key, "readOnly", "")) {
            case "0" -> Grant.GRANTED;
            case "1" -> Grant.DENIED;
            default -> Grant.UNKNOWN;
        };
    }

    private static Grant grant(boolean listed) {
        return listed ? Grant.GRANTED : Grant.DENIED;
    }

    private static boolean has(JsonNode permissions, String group, String permission) {
        for (JsonNode one : permissions.path(group)) {
            if (one.asText().equals(permission)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> ips(JsonNode key) {
        var ips = new ArrayList<String>();
        for (JsonNode ip : key.path("ips")) {
            if (!ip.asText().isBlank() && !ip.asText().equals("*")) {
                ips.add(VenueWords.trimmed(ip.asText()));
            }
        }
        return ips;
    }

    private static KeyExpiry expiry(JsonNode key) {
        Instant when = moment(key, "expiredAt");
        if (when == null) {
            return new KeyExpiry.NotReported();
        }
        return when.getEpochSecond() <= 0 ? new KeyExpiry.Never() : new KeyExpiry.At(when);
    }

    private static @Nullable Instant moment(JsonNode key, String field) {
        String text = Json.textOrNull(key, field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException noMoment) {
            throw new MalformedAnswer(field + " is no moment");
        }
    }

    private static @Nullable String name(JsonNode key) {
        String note = Json.textOrNull(key, "note");
        return note == null ? null : VenueWords.trimmed(note);
    }

    private static List<String> warnings(JsonNode key, List<String> ips, KeyExpiry expiry) {
        var warnings = new ArrayList<String>();
        if (ips.isEmpty() && !(expiry instanceof KeyExpiry.Never)) {
            warnings.add("The key is bound to no IP address, so Bybit lets it die after 90 days.");
        }
        if (Json.textOr(key, "uta", "").equals("0")) {
            warnings.add("The account is a classic account; switch it to Unified Trading.");
        }
        if (Json.textOr(key, "type", "").equals("2")) {
            warnings.add("The key was made for a third-party app and works from its addresses.");
        }
        WARNED.entrySet().stream()
                .filter(power -> !key.path("permissions").path(power.getKey()).isEmpty())
                .map(power -> "The key also allows " + power.getValue() + "; no strategy needs it.")
                .sorted()
                .forEach(warnings::add);
        return warnings;
    }
}
