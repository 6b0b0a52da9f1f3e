package io.sequence.simulator.inbound;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.Position;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.Wallet;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Json;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the admin API shows an account: the simulator's own ledger. Secrets are not shown again. */
final class AccountView {

    private AccountView() {}

    static Map<String, @Nullable Object> brief(VenueAccount account) {
        return Json.object(
                "account_id", account.id(),
                "venue", account.venue(),
                "uid", account.uid(),
                "parent_uid", account.parentUid(),
                "sub_account", account.parentUid() != null,
                "account_mode", account.mode(),
                "host", account.host(),
                "created_at", account.createdAt());
    }

    static Map<String, @Nullable Object> full(VenueAccount account) {
        synchronized (account) {
            Map<String, @Nullable Object> view = brief(account);
            view.put("balances", amounts(account, WalletKind.TRADING, Wallet.Holding::total));
            view.put("held", amounts(account, WalletKind.TRADING, Wallet.Holding::held));
            view.put(
                    "funding_balances",
                    amounts(account, WalletKind.FUNDING, Wallet.Holding::total));
            view.put(
                    "futures_balances",
                    amounts(account, WalletKind.FUTURES, Wallet.Holding::total));
            view.put("futures_held", amounts(account, WalletKind.FUTURES, Wallet.Holding::held));
            view.put("keys", account.keys().stream().map(key -> key(account, key)).toList());
            view.put(
                    "orders",
                    Stream.concat(
                                    account.openOrders().stream(),
                                    account.finishedOrders().reversed().stream())
                            .map(AccountView::order)
                            .toList());
            view.put("fills", account.fills().reversed().stream().map(AccountView::fill).toList());
            view.put("positions", account.positions().stream().map(AccountView::position).toList());
            view.put("calls", account.calls());
            return view;
        }
    }

    private static Map<String, String> amounts(
            VenueAccount account, WalletKind kind, Function<Wallet.Holding, BigDecimal> part) {
        Map<String, String> amounts = new TreeMap<>();
        account.wallet(kind)
                .holdings()
                .forEach(
                        (asset, holding) -> {
                            BigDecimal amount = part.apply(holding);
                            if (amount.signum() != 0) {
                                amounts.put(asset, Json.plain(amount));
                            }
                        });
        return amounts;
    }

    private static Object key(VenueAccount account, ApiKey key) {
        return Json.object(
                "api_key", key.apiKey(),
                "name", key.name(),
                "key_type", word(key.type()),
                "permissions", key.rights().stream().sorted().map(AccountView::word).toList(),
                "markets", key.markets().stream().sorted().map(AccountView::word).toList(),
                "ip_whitelist", key.ipWhitelist(),
                "expires_at", key.expiresAt(),
                "revoked", key.revoked(),
                "demo", key.demo(),
                "nonce_window", key.nonceWindow(),
                "created_at", key.createdAt(),
                "last_used_at", account.lastUsed(key.apiKey()));
    }

    private static Object order(Order order) {
        return Json.object(
                "order_id", order.id(),
                "client_id", order.clientId(),
                "symbol", order.symbol(),
                "side", word(order.side()),
                "type", word(order.type()),
                "time_in_force", word(order.timeInForce()),
                "price", order.price() == null ? null : Json.plain(order.price()),
                "quantity", Json.plain(order.quantity()),
                "filled_quantity", Json.plain(order.filledQuantity()),
                "status", word(order.status()),
                "held_asset", order.heldAsset(),
                "held", Json.plain(order.heldAmount()),
                "reason", order.reason(),
                "created_at", order.createdAt(),
                "updated_at", order.updatedAt());
    }

    private static Object fill(Fill fill) {
        return Json.object(
                "order_id", fill.orderId(),
                "symbol", fill.symbol(),
                "side", word(fill.side()),
                "price", Json.plain(fill.price()),
                "quantity", Json.plain(fill.quantity()),
                "value", Json.plain(fill.value()),
                "fee", Json.plain(fill.fee()),
                "fee_asset", fill.feeAsset(),
                "maker", fill.maker(),
                "realised", Json.plain(fill.realised()),
                "at", fill.at());
    }

    private static Object position(Position position) {
        return Json.object(
                "symbol", position.symbol(),
                "quantity", Json.plain(position.quantity()),
                "entry_price", Json.plain(position.entryPrice()),
                "realised", Json.plain(position.realised()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
