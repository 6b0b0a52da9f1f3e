package io.sequence.simulator.bybit;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.Right;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v5/user/query-api}: what Bybit tells of a key. Source: Bybit V5, "Get API Key
 * Information".
 */
final class BybitKeyInfo {

    private BybitKeyInfo() {}

    static VenueReply answer(Hearing hearing) {
        ApiKey key = hearing.key();
        String parent = hearing.account().parentUid();
        Instant expiry = key.expiresAt();
        return BybitReplies.envelope(
                200,
                0,
                "",
                Json.object(
                        "id",
                        String.valueOf(1_000_000 + Math.abs(key.apiKey().hashCode() % 9_000_000)),
                        "note",
                        key.name(),
                        "apiKey",
                        key.apiKey(),
                        "readOnly",
                        readOnly(key) ? 1 : 0,
                        "secret",
                        "",
                        "permissions",
                        permissions(key, parent == null),
                        "ips",
                        key.ipWhitelist().isEmpty() ? List.of("*") : key.ipWhitelist(),
                        "type",
                        1,
                        "deadlineDay",
                        expiry == null ? -2 : Duration.between(hearing.now(), expiry).toDays(),
                        "expiredAt",
                        (expiry == null ? Instant.EPOCH : expiry.truncatedTo(ChronoUnit.SECONDS))
                                .toString(),
                        "createdAt",
                        key.createdAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "unified",
                        0,
                        "uta",
                        1,
                        "userID",
                        Long.parseLong(hearing.account().uid()),
                        "inviterID",
                        0,
                        "vipLevel",
                        "No VIP",
                        "mktMakerLevel",
                        "0",
                        "affiliateID",
                        0,
                        "rsaPublicKey",
                        key.type() == KeyType.RSA && key.publicKey() != null ? key.publicKey() : "",
                        "isMaster",
                        parent == null,
                        "parentUid",
                        parent == null ? "0" : parent,
                        "kycLevel",
                        "LEVEL_1",
                        "kycRegion",
                        "MYS"),
                hearing.now());
    }

    private static boolean readOnly(ApiKey key) {
        return !key.may(Right.TRADE) && !key.may(Right.WITHDRAW) && !key.may(Right.TRANSFER);
    }

    /** A read-only key lists the groups that it may read, as Bybit's own example does. */
    private static Map<String, @Nullable Object> permissions(ApiKey key, boolean master) {
        boolean groups = key.may(Right.TRADE) || readOnly(key);
        boolean spot = groups && key.markets().contains(MarketKind.SPOT);
        boolean contracts = groups && key.markets().contains(MarketKind.DERIVATIVES);
        List<String> wallet = new ArrayList<>();
        if (key.may(Right.TRANSFER)) {
            wallet.add("AccountTransfer");
            wallet.add("SubMemberTransfer");
        }
        if (key.may(Right.WITHDRAW) && master) {
            wallet.add("Withdraw");
        }
        return Json.object(
                "ContractTrade", contracts ? List.of("Order", "Position") : List.of(),
                "Spot", spot ? List.of("SpotTrade") : List.of(),
                "Wallet", wallet,
                "Options", contracts ? List.of("OptionsTrade") : List.of(),
                "Derivatives", contracts ? List.of("DerivativesTrade") : List.of(),
                "CopyTrading", List.of(),
                "BlockTrade", List.of(),
                "Exchange", List.of(),
                "NFT", List.of(),
                "Affiliate", List.of(),
                "Earn", List.of());
    }
}
