package io.sequence.simulator.polymarket;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.ether.Addresses;
import io.sequence.simulator.polymarket.PolymarketMarkets.Market;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cash and shares of a wallet. Source: "Balance allowance", Data API "Positions". */
final class PolymarketAccount {

    private static final String BOUNDLESS =
            BigDecimal.TWO.pow(256).subtract(BigDecimal.ONE).toPlainString();

    private final TradingDesk desk;
    private final Accounts accounts;

    PolymarketAccount(TradingDesk desk, Accounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    /**
     * {@code GET /balance-allowance}: millionths of what the wallet of the named signature type
     * holds. Another type is another wallet, and that one is empty.
     */
    VenueReply balance(Hearing hearing) {
        Params query = hearing.call().query();
        VenueAccount account = hearing.account();
        String type = query.get("signature_type", "0");
        boolean collateral = query.get("asset_type", "").equals("COLLATERAL");
        Instrument share = desk.instruments().find(query.get("token_id", ""));
        if (!collateral && share == null) {
            return PolymarketReplies.no(400, "invalid asset type or token id");
        }
        String asset = collateral || share == null ? PolymarketMarkets.CASH : share.base();
        boolean ours = type.equals(String.valueOf(PolymarketWallets.type(account)));
        BigDecimal held =
                ours ? account.wallet(WalletKind.TRADING).of(asset).total() : BigDecimal.ZERO;
        return PolymarketReplies.ok(
                Json.object(
                        "balance",
                        held.movePointRight(6).setScale(0, RoundingMode.DOWN).toPlainString(),
                        "allowances",
                        Json.object(
                                Addresses.checksummed(PolymarketSignature.EXCHANGE), BOUNDLESS,
                                Addresses.checksummed(PolymarketSignature.NEG_RISK_EXCHANGE),
                                        BOUNDLESS)));
    }

    /** {@code GET /balance-allowance/update}: the venue looks at the chain again. */
    static VenueReply refreshed(Hearing hearing) {
        return new VenueReply(200, Map.of(), "application/json", "");
    }

    /** {@code GET /positions} of the Data API: anybody's shares, by the wallet that holds them. */
    VenueReply positions(Hearing hearing) {
        String user = Addresses.read(hearing.call().query().get("user"));
        if (user == null) {
            return PolymarketReplies.no(400, "required query param 'user' not provided");
        }
        VenueAccount account = accounts.byUid(PolymarketVenue.ID, user);
        List<Object> rows = new ArrayList<>();
        if (account != null) {
            synchronized (account) {
                account.count(user, "GET data /positions", hearing.now());
                if (desk.settle(account, hearing.now())) {
                    accounts.changed(account);
                }
                for (Market market : PolymarketMarkets.ALL) {
                    market.tokens().forEach(t -> add(rows, account, market, t, hearing.now()));
                }
            }
        }
        return PolymarketReplies.ok(rows);
    }

    private void add(
            List<Object> rows, VenueAccount account, Market market, String token, Instant now) {
        Instrument share = desk.instruments().find(token);
        BigDecimal size =
                share == null
                        ? BigDecimal.ZERO
                        : account.wallet(WalletKind.TRADING).of(share.base()).total();
        if (share == null || size.signum() == 0) {
            return;
        }
        boolean first = token.equals(market.token(true));
        BigDecimal price = desk.prices().quote(share, now).last();
        BigDecimal paid = averagePaid(account, token);
        Map<String, @Nullable Object> row =
                Json.object(
                        "proxyWallet",
                        account.uid(),
                        "asset",
                        token,
                        "conditionId",
                        market.conditionId(),
                        "size",
                        size,
                        "avgPrice",
                        paid,
                        "initialValue",
                        size.multiply(paid),
                        "currentValue",
                        size.multiply(price),
                        "cashPnl",
                        size.multiply(price.subtract(paid)),
                        "percentPnl",
                        BigDecimal.ZERO,
                        "realizedPnl",
                        BigDecimal.ZERO,
                        "curPrice",
                        price);
        row.put("redeemable", false);
        row.put("title", market.question());
        row.put("slug", market.slug());
        row.put("eventSlug", market.event());
        row.put("outcome", market.outcome(token));
        row.put("outcomeIndex", first ? 0 : 1);
        row.put("oppositeAsset", market.token(!first));
        row.put("endDate", PolymarketGamma.END);
        row.put("negativeRisk", market.negRisk());
        rows.add(row);
    }

    private static BigDecimal averagePaid(VenueAccount account, String token) {
        BigDecimal shares = BigDecimal.ZERO;
        BigDecimal money = BigDecimal.ZERO;
        for (Fill fill : account.fills()) {
            if (fill.symbol().equals(token) && fill.side() == Side.BUY) {
                shares = shares.add(fill.quantity());
                money = money.add(fill.value());
            }
        }
        return shares.signum() == 0 ? BigDecimal.ZERO : money.divide(shares, MathContext.DECIMAL32);
    }
}
