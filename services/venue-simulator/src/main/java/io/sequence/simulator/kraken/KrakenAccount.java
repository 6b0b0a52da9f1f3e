package io.sequence.simulator.kraken;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kraken's account calls. Source: Kraken API reference, "Account Data". */
final class KrakenAccount {

    private final TradingDesk desk;

    KrakenAccount(TradingDesk desk) {
        this.desk = desk;
    }

    /**
     * {@code POST /0/private/GetApiKeyInfo}: times are seconds as text, {@code "0"} when not set.
     */
    VenueReply keyInfo(Hearing hearing) {
        ApiKey key = hearing.key();
        return KrakenReplies.ok(
                Json.object(
                        "apiKeyName", key.name(),
                        "apiKey", key.apiKey(),
                        "nonce", hearing.account().nonces(key.apiKey()).highest().toString(),
                        "nonceWindow", key.nonceWindow(),
                        "permissions", KrakenRights.words(key),
                        "iban", hearing.account().uid(),
                        "validUntil", seconds(key.expiresAt()),
                        "queryFrom", "0",
                        "queryTo", "0",
                        "createdTime", seconds(key.createdAt()),
                        "modifiedTime", seconds(key.modifiedAt()),
                        "ipAllowlist", key.ipWhitelist(),
                        "lastUsed", seconds(hearing.account().lastUsed(key.apiKey()))));
    }

    /** {@code POST /0/private/Balance}: totals. */
    VenueReply balance(Hearing hearing) {
        Map<String, @Nullable Object> result = Json.object();
        hearing.account()
                .wallet(WalletKind.TRADING)
                .holdings()
                .forEach(
                        (asset, holding) ->
                                result.put(
                                        KrakenMarkets.code(asset), amount(asset, holding.total())));
        return KrakenReplies.ok(result);
    }

    /** {@code POST /0/private/BalanceEx}: totals and what open orders hold. */
    VenueReply balanceEx(Hearing hearing) {
        Map<String, @Nullable Object> result = Json.object();
        hearing.account()
                .wallet(WalletKind.TRADING)
                .holdings()
                .forEach(
                        (asset, holding) ->
                                result.put(
                                        KrakenMarkets.code(asset),
                                        Json.object(
                                                "balance", amount(asset, holding.total()),
                                                "hold_trade", amount(asset, holding.held()))));
        return KrakenReplies.ok(result);
    }

    /**
     * {@code POST /0/private/TradeBalance}: everything in dollars; there are no margin positions
     * here.
     */
    VenueReply tradeBalance(Hearing hearing) {
        BigDecimal worth = BigDecimal.ZERO;
        for (var entry : hearing.account().wallet(WalletKind.TRADING).holdings().entrySet()) {
            worth =
                    worth.add(
                            entry.getValue()
                                    .total()
                                    .multiply(desk.prices().usd(entry.getKey(), hearing.now())));
        }
        String usd = worth.setScale(4, RoundingMode.DOWN).toPlainString();
        return KrakenReplies.ok(
                Json.object(
                        "eb", usd, "tb", usd, "m", "0.0000", "uv", "0.0000", "n", "0.0000", "c",
                        "0.0000", "v", "0.0000", "e", usd, "mf", usd));
    }

    /** {@code POST /0/private/OpenPositions}: none. */
    VenueReply positions(Hearing hearing) {
        return KrakenReplies.ok(Json.object());
    }

    /** {@code POST /0/private/TradeVolume}: the lowest step of the fee schedule, in percent. */
    VenueReply volume(Hearing hearing) {
        Map<String, @Nullable Object> takers = Json.object();
        Map<String, @Nullable Object> makers = Json.object();
        for (String name : KrakenBody.of(hearing.call()).get("pair", "").split(",")) {
            Instrument pair = KrakenMarkets.find(desk.instruments(), name);
            if (pair == null && !name.isBlank()) {
                return KrakenReplies.no("EQuery:Unknown asset pair");
            }
            if (pair != null) {
                takers.put(pair.symbol(), step("0.4000", "0.0800", "0.3500"));
                makers.put(pair.symbol(), step("0.2500", "0.0000", "0.2000"));
            }
        }
        Map<String, @Nullable Object> result = Json.object("currency", "ZUSD", "volume", "0.0000");
        if (!takers.isEmpty()) {
            result.put("fees", takers);
            result.put("fees_maker", makers);
        }
        return KrakenReplies.ok(result);
    }

    /** {@code POST /0/private/WithdrawMethods}: what probing for the withdrawal right looks at. */
    VenueReply withdrawMethods(Hearing hearing) {
        return KrakenReplies.ok(
                java.util.List.of(
                        Json.object(
                                "asset", "XXBT", "method", "Bitcoin", "network", "Bitcoin",
                                "minimum", "0.0004")));
    }

    private static Object step(String fee, String least, String next) {
        return Json.object(
                "fee",
                fee,
                "minfee",
                least,
                "maxfee",
                fee,
                "nextfee",
                next,
                "tiervolume",
                "0.0000",
                "nextvolume",
                "10000.0000");
    }

    private static String amount(String asset, BigDecimal amount) {
        return amount.setScale(
                        asset.equals("USD") || asset.equals("EUR") ? 4 : 10, RoundingMode.DOWN)
                .toPlainString();
    }

    private static String seconds(@Nullable Instant time) {
        return time == null ? "0" : String.valueOf(time.getEpochSecond());
    }
}
