package io.sequence.simulator.kalshi;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.Right;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Kalshi tells of keys and of whoever has them. Source: API description 3.30.0. */
final class KalshiKeys {

    private static final int SUB_ACCOUNTS = 63;

    private KalshiKeys() {}

    /** {@code GET /api_keys}: every key of the user. */
    static VenueReply list(Hearing hearing) {
        Map<String, @Nullable Object> answer =
                Json.object(
                        "api_keys",
                        hearing.account().keys().stream()
                                .filter(key -> !key.revoked())
                                .map(key -> row(key, hearing.account()))
                                .toList());
        Instant attested = hearing.key().expiresAt();
        if (attested != null) {
            answer.put("api_key_region_expiration_ts", attested.getEpochSecond());
        }
        return KalshiReplies.ok(answer);
    }

    private static Map<String, @Nullable Object> row(ApiKey key, VenueAccount account) {
        return Json.object(
                "api_key_id",
                key.apiKey(),
                "name",
                key.name(),
                "scopes",
                scopes(key),
                "subaccount",
                subAccount(account),
                "fcm_subtrader_id",
                null);
    }

    /** The API has no scope for withdrawals. */
    private static List<String> scopes(ApiKey key) {
        List<String> scopes = new ArrayList<>();
        if (key.may(Right.READ)) {
            scopes.add("read");
        }
        if (key.may(Right.TRADE)) {
            scopes.add("write::trade");
        }
        if (key.may(Right.TRANSFER)) {
            scopes.add("write::transfer");
        }
        return scopes;
    }

    /** 1 to 63 for a sub-account; null for a key that is bound to none. */
    private static @Nullable Integer subAccount(VenueAccount account) {
        return account.parentUid() == null
                ? null
                : 1 + Math.floorMod(account.uid().hashCode(), SUB_ACCOUNTS);
    }

    /** {@code GET /communications/id}: the user's public id. Source: docs.kalshi.com. */
    static VenueReply owner(Hearing hearing) {
        return KalshiReplies.ok(Json.object("communications_id", user(hearing.account())));
    }

    /** The id of the user that an account, or the account above it, belongs to. */
    static String user(VenueAccount account) {
        String parent = account.parentUid();
        return parent == null ? account.uid() : parent;
    }

    /** {@code GET /account/limits}: the basic tier. */
    static VenueReply limits(Hearing hearing) {
        return KalshiReplies.ok(
                Json.object(
                        "usage_tier",
                        "basic",
                        "read",
                        Json.object("refill_rate", 200, "bucket_capacity", 200),
                        "write",
                        Json.object("refill_rate", 100, "bucket_capacity", 100),
                        "grants",
                        List.of()));
    }
}
