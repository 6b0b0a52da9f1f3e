package io.sequence.simulator.coinbase;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.Right;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a key may do, the wallets of its portfolio, and the fees. Source: Advanced Trade API, "Data
 * API", "Accounts", "Portfolios", "Fees".
 */
final class CoinbaseAccount {

    private final TradingDesk desk;

    CoinbaseAccount(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /key_permissions}. Withdrawals and transfers are one right at Coinbase. */
    VenueReply permissions(Hearing hearing) {
        ApiKey key = hearing.key();
        return CoinbaseReplies.ok(
                Json.object(
                        "can_view", key.may(Right.READ),
                        "can_trade", key.may(Right.TRADE),
                        "can_transfer", key.may(Right.WITHDRAW) || key.may(Right.TRANSFER),
                        "portfolio_uuid", hearing.account().uid(),
                        "portfolio_type", type(hearing.account())));
    }

    /** The portfolio that everyone has is the default one; further ones are made by the user. */
    static String type(VenueAccount account) {
        return account.parentUid() == null ? "DEFAULT" : "CONSUMER";
    }

    /** {@code GET /accounts}. */
    VenueReply accounts(Hearing hearing) {
        List<Object> rows = new ArrayList<>();
        for (String asset : assets(hearing.account())) {
            rows.add(row(hearing.account(), asset));
        }
        return CoinbaseReplies.ok(CoinbasePages.page(hearing.call(), "accounts", rows, 49, 250));
    }

    /** {@code GET /accounts/{uuid}}. */
    VenueReply account(Hearing hearing) {
        for (String asset : assets(hearing.account())) {
            if (uuid(hearing.account(), asset).equals(hearing.part("uuid"))) {
                return CoinbaseReplies.ok(Json.object("account", row(hearing.account(), asset)));
            }
        }
        return CoinbaseReplies.no(404, "NOT_FOUND", "account not found");
    }

    private Map<String, @Nullable Object> row(VenueAccount account, String asset) {
        BigDecimal free = desk.available(account, WalletKind.TRADING, asset);
        BigDecimal total = account.wallet(WalletKind.TRADING).of(asset).total();
        boolean fiat = CoinbaseMarkets.fiat(asset);
        return Json.object(
                "uuid",
                uuid(account, asset),
                "name",
                asset + " Wallet",
                "currency",
                asset,
                "available_balance",
                CoinbaseReplies.money(free, asset),
                "default",
                true,
                "active",
                true,
                "created_at",
                account.createdAt().toString(),
                "updated_at",
                account.createdAt().toString(),
                "deleted_at",
                null,
                "type",
                fiat ? "ACCOUNT_TYPE_FIAT" : "ACCOUNT_TYPE_CRYPTO",
                "ready",
                true,
                "hold",
                CoinbaseReplies.money(total.subtract(free), asset),
                "retail_portfolio_id",
                account.uid(),
                "platform",
                "ACCOUNT_PLATFORM_CONSUMER");
    }

    /** The assets that an account has a wallet of. */
    static List<String> assets(VenueAccount account) {
        return List.copyOf(account.wallet(WalletKind.TRADING).holdings().keySet());
    }

    /** The wallet's own id. */
    static String uuid(VenueAccount account, String asset) {
        return UUID.nameUUIDFromBytes((account.uid() + asset).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** {@code GET /portfolios}: the key's own. */
    VenueReply portfolios(Hearing hearing) {
        VenueAccount account = hearing.account();
        return CoinbaseReplies.ok(
                Json.object(
                        "portfolios",
                        List.of(
                                Json.object(
                                        "name",
                                        account.parentUid() == null ? "Primary" : "Portfolio",
                                        "uuid",
                                        account.uid(),
                                        "type",
                                        type(account),
                                        "deleted",
                                        false))));
    }

    /** {@code GET /transaction_summary}. */
    VenueReply fees(Hearing hearing) {
        boolean spot = hearing.call().query().get("product_type", "SPOT").equals("SPOT");
        return CoinbaseReplies.ok(
                Json.object(
                        "total_volume", 0,
                        "total_fees", 0,
                        "fee_tier",
                                Json.object(
                                        "pricing_tier", spot ? "Advanced 1" : "",
                                        "usd_from", "0",
                                        "usd_to", "10000",
                                        "taker_fee_rate", spot ? "0.006" : "0.0006",
                                        "maker_fee_rate", spot ? "0.004" : "0.0003",
                                        "aop_from", "",
                                        "aop_to", ""),
                        "margin_rate", null,
                        "goods_and_services_tax", null,
                        "advanced_trade_only_volumes", 0,
                        "advanced_trade_only_volume", 0,
                        "advanced_trade_only_fees", 0,
                        "coinbase_pro_volume", 0,
                        "coinbase_pro_fees", 0,
                        "total_balance", "",
                        "has_promo_fee", false));
    }
}
