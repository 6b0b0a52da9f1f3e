package io.sequence.simulator.kucoin;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.Right;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.Wallet;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** KuCoin's account calls on the spot host. Source: KuCoin docs, "Account Info". */
final class KucoinAccount {

    private final TradingDesk desk;

    KucoinAccount(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /api/v1/user/api-key}. */
    VenueReply apiKey(Hearing hearing) {
        ApiKey key = hearing.key();
        boolean master = hearing.account().parentUid() == null;
        Map<String, @Nullable Object> data =
                Json.object(
                        "remark", key.name(),
                        "apiKey", key.apiKey(),
                        "apiVersion", 3,
                        "permission", permission(key),
                        "ipWhitelist", String.join(",", key.ipWhitelist()),
                        "createdAt", key.createdAt().toEpochMilli(),
                        "uid", Long.parseLong(hearing.account().uid()),
                        "isMaster", master);
        if (!master) {
            data.put("subName", "sub" + hearing.account().uid());
        }
        return KucoinReplies.ok(data);
    }

    /**
     * KuCoin's {@code Transfer} covers withdrawals; {@code InnerTransfer} moves between own
     * accounts.
     */
    private static String permission(ApiKey key) {
        List<String> words = new ArrayList<>();
        if (key.may(Right.READ)) {
            words.add("General");
        }
        if (key.mayTrade(MarketKind.DERIVATIVES)) {
            words.add("Futures");
        }
        if (key.mayTrade(MarketKind.SPOT)) {
            words.add("Spot");
        }
        if (key.may(Right.TRANSFER)) {
            words.add("InnerTransfer");
        }
        if (key.may(Right.WITHDRAW)) {
            words.add("Transfer");
        }
        return String.join(",", words);
    }

    /**
     * {@code GET /api/v1/accounts}: one row per asset and account kind, main (funding) and trade.
     */
    VenueReply accounts(Hearing hearing) {
        Params query = hearing.call().query();
        String type = query.get("type");
        List<Object> rows = new ArrayList<>();
        if (type == null || type.equals("main")) {
            rows.addAll(rows(hearing, WalletKind.FUNDING, "main"));
        }
        if (type == null || type.startsWith("trade")) {
            rows.addAll(rows(hearing, WalletKind.TRADING, type == null ? "trade" : type));
        }
        return KucoinReplies.ok(rows);
    }

    private static List<Object> rows(Hearing hearing, WalletKind kind, String type) {
        String asked = hearing.call().query().get("currency");
        VenueAccount account = hearing.account();
        List<Object> rows = new ArrayList<>();
        for (Map.Entry<String, Wallet.Holding> entry : account.wallet(kind).holdings().entrySet()) {
            if (asked == null || asked.equals(entry.getKey())) {
                Wallet.Holding holding = entry.getValue();
                rows.add(
                        Json.object(
                                "id",
                                        String.valueOf(
                                                Math.abs(
                                                        (account.id() + kind + entry.getKey())
                                                                .hashCode())),
                                "currency", entry.getKey(),
                                "type", type,
                                "balance", Json.plain(holding.total()),
                                "available", Json.plain(holding.available()),
                                "holds", Json.plain(holding.held())));
            }
        }
        return rows;
    }

    /** {@code GET /api/v1/hf/accounts/opened}: every account is on the newer matching engine. */
    VenueReply opened(Hearing hearing) {
        return KucoinReplies.ok(true);
    }

    /** {@code GET /api/ua/v1/account/mode}: the classic accounts. */
    VenueReply mode(Hearing hearing) {
        return KucoinReplies.ok(
                Json.object("selfAccountMode", "CLASSIC", "subAccountMode", List.of()));
    }

    /** {@code GET /api/v2/user-info}. */
    VenueReply userInfo(Hearing hearing) {
        return KucoinReplies.ok(
                Json.object(
                        "level",
                        0,
                        "subQuantity",
                        0,
                        "spotSubQuantity",
                        0,
                        "marginSubQuantity",
                        0,
                        "futuresSubQuantity",
                        0,
                        "maxSubQuantity",
                        5,
                        "maxDefaultSubQuantity",
                        5,
                        "maxSpotSubQuantity",
                        0,
                        "maxMarginSubQuantity",
                        0,
                        "maxFuturesSubQuantity",
                        0));
    }

    /** {@code GET /api/v1/trade-fees} on the spot host. */
    VenueReply fees(Hearing hearing) {
        List<Object> rows = new ArrayList<>();
        for (String symbol : hearing.call().query().get("symbols", "").split(",")) {
            Instrument instrument = desk.instruments().find(symbol);
            if (instrument == null || instrument.kind() != Kind.SPOT) {
                return KucoinReplies.no(200, "900001", "symbol not exists");
            }
            rows.add(
                    Json.object(
                            "symbol", symbol,
                            "takerFeeRate", Json.plain(instrument.takerFee()),
                            "makerFeeRate", Json.plain(instrument.makerFee())));
        }
        return KucoinReplies.ok(rows);
    }

    /** {@code GET /api/v1/base-fee}. */
    VenueReply baseFee(Hearing hearing) {
        return KucoinReplies.ok(Json.object("takerFeeRate", "0.001", "makerFeeRate", "0.001"));
    }
}
