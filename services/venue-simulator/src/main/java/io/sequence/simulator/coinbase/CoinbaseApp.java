package io.sequence.simulator.coinbase;

import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The older API under {@code /v2}, which shares host and key: what clients of the trading API take
 * from it. Source: Coinbase App API, "Accounts", "Currencies", "Exchange rates", "Time".
 */
final class CoinbaseApp {

    private static final List<String> COINS = List.of("BTC", "ETH", "SOL", "USDC", "USDT");

    private final TradingDesk desk;

    CoinbaseApp(TradingDesk desk) {
        this.desk = desk;
    }

    /** Who owns an account. */
    static String userId(VenueAccount account) {
        String parent = account.parentUid();
        String owner = "user of " + (parent == null ? account.uid() : parent);
        return UUID.nameUUIDFromBytes(owner.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** {@code GET /v2/time}. */
    VenueReply time(Hearing hearing) {
        return data(
                Json.object(
                        "iso", hearing.now().toString(), "epoch", hearing.now().getEpochSecond()));
    }

    /** {@code GET /v2/currencies}: money of states. */
    VenueReply currencies(Hearing hearing) {
        return data(List.of(Json.object("id", "USD", "name", "US Dollar", "min_size", "0.01")));
    }

    /** {@code GET /v2/currencies/crypto}. */
    VenueReply coins(Hearing hearing) {
        List<Object> rows = new ArrayList<>();
        for (String coin : COINS) {
            rows.add(
                    Json.object(
                            "asset_id",
                            UUID.nameUUIDFromBytes(coin.getBytes(StandardCharsets.UTF_8)),
                            "code",
                            coin,
                            "name",
                            coin,
                            "color",
                            "#0433FF",
                            "sort_index",
                            100,
                            "exponent",
                            8,
                            "type",
                            "crypto",
                            "address_regex",
                            ".*"));
        }
        return data(rows);
    }

    /** {@code GET /v2/exchange-rates}: units for one dollar. */
    VenueReply rates(Hearing hearing) {
        Map<String, @Nullable Object> rates = Json.object("USD", "1");
        for (String coin : COINS) {
            rates.put(
                    coin,
                    Json.plain(
                            BigDecimal.ONE.divide(
                                    desk.prices().usd(coin, hearing.now()),
                                    MathContext.DECIMAL32)));
        }
        return data(Json.object("currency", "USD", "rates", rates));
    }

    /** {@code GET /v2/user}. */
    VenueReply user(Hearing hearing) {
        return data(
                Json.object(
                        "id", userId(hearing.account()),
                        "name", "Simulated user",
                        "resource", "user",
                        "resource_path", "/v2/user"));
    }

    /** {@code GET /v2/accounts}: the same wallets, with what open orders hold left out. */
    VenueReply accounts(Hearing hearing) {
        VenueAccount account = hearing.account();
        List<Object> rows = new ArrayList<>();
        for (String asset : CoinbaseAccount.assets(account)) {
            BigDecimal free = desk.available(account, WalletKind.TRADING, asset);
            String id = CoinbaseAccount.uuid(account, asset);
            rows.add(
                    Json.object(
                            "id",
                            id,
                            "name",
                            asset + " Wallet",
                            "primary",
                            asset.equals("BTC"),
                            "type",
                            CoinbaseMarkets.fiat(asset) ? "fiat" : "wallet",
                            "currency",
                            Json.object("code", asset, "name", asset),
                            "balance",
                            Json.object("amount", Json.plain(free), "currency", asset),
                            "created_at",
                            account.createdAt().toString(),
                            "updated_at",
                            account.createdAt().toString(),
                            "resource",
                            "account",
                            "resource_path",
                            "/v2/accounts/" + id,
                            "allow_deposits",
                            true,
                            "allow_withdrawals",
                            true));
        }
        return CoinbaseReplies.ok(
                Json.object(
                        "pagination",
                        Json.object(
                                "ending_before", null,
                                "starting_after", null,
                                "limit", 250,
                                "order", "desc",
                                "previous_uri", null,
                                "next_uri", null),
                        "data",
                        rows));
    }

    private static VenueReply data(Object data) {
        return CoinbaseReplies.ok(Json.object("data", data));
    }
}
