package io.sequence.simulator.bitget;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.Right;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Bitget tells of a key: fine codes for classic accounts, coarse ones for unified accounts.
 */
final class BitgetRights {

    private BitgetRights() {}

    /** {@code GET /api/v2/spot/account/info}: the fine codes. */
    static VenueReply classic(Hearing hearing) {
        ApiKey key = hearing.key();
        VenueAccount account = hearing.account();
        Map<String, @Nullable Object> data =
                Json.object(
                        "userId",
                        account.uid(),
                        "inviterId",
                        "0",
                        "ips",
                        String.join(",", key.ipWhitelist()),
                        "authorities",
                        authorities(key),
                        "parentId",
                        account.parentUid() == null ? 0 : Long.parseLong(account.parentUid()),
                        "traderType",
                        "not_trader",
                        "channelCode",
                        "",
                        "channel",
                        "",
                        "regisTime",
                        String.valueOf(account.createdAt().toEpochMilli()));
        return BitgetReplies.ok(data, hearing.now());
    }

    /** {@code GET /api/v3/account/info}: any key may ask. */
    static VenueReply unified(Hearing hearing) {
        ApiKey key = hearing.key();
        VenueAccount account = hearing.account();
        boolean readOnly =
                !key.may(Right.TRADE) && !key.may(Right.WITHDRAW) && !key.may(Right.TRANSFER);
        Map<String, @Nullable Object> data =
                Json.object(
                        "userId",
                        account.uid(),
                        "inviterId",
                        "",
                        "parentId",
                        account.parentUid() == null ? "" : account.parentUid(),
                        "channelCode",
                        "",
                        "channel",
                        "",
                        "ips",
                        String.join(",", key.ipWhitelist()),
                        "permType",
                        readOnly ? "read-only" : "read-and-write",
                        "permissions",
                        permissions(key, readOnly),
                        "regisTime",
                        String.valueOf(account.createdAt().toEpochMilli()));
        return BitgetReplies.ok(data, hearing.now());
    }

    /** Whether a key may trade that market in an account of that mode. */
    static boolean mayTrade(Hearing hearing, MarketKind market) {
        return hearing.account().mode().equals(BitgetVenue.UNIFIED)
                ? hearing.key().may(Right.TRADE)
                : hearing.key().mayTrade(market);
    }

    private static List<String> authorities(ApiKey key) {
        List<String> codes = new ArrayList<>();
        if (key.may(Right.READ)) {
            codes.addAll(List.of("stor", "coor", "cpor"));
        }
        if (key.mayTrade(MarketKind.SPOT)) {
            codes.add("stow");
        }
        if (key.mayTrade(MarketKind.DERIVATIVES)) {
            codes.addAll(List.of("coow", "cpow"));
        }
        if (key.may(Right.TRANSFER)) {
            codes.addAll(List.of("wtor", "wtow"));
        }
        if (key.may(Right.WITHDRAW)) {
            codes.add("wwow");
        }
        return codes;
    }

    /** A read-only key names the groups that it may read. */
    private static List<String> permissions(ApiKey key, boolean readOnly) {
        List<String> groups = new ArrayList<>();
        if (key.may(Right.TRANSFER) || readOnly) {
            groups.add("uta_mgt");
        }
        if (key.may(Right.TRADE) || readOnly) {
            groups.add("uta_trade");
        }
        if (key.may(Right.WITHDRAW)) {
            groups.add("withdraw");
        }
        return groups;
    }
}
