package io.sequence.simulator.kalshi;

import static io.sequence.simulator.kalshi.KalshiText.cents;
import static io.sequence.simulator.kalshi.KalshiText.count;
import static io.sequence.simulator.kalshi.KalshiText.dollars;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Outcome;
import io.sequence.simulator.domain.Side;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.Wallet;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.kalshi.KalshiMarkets.Market;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cash and holdings. Source: docs.kalshi.com, "Portfolio". */
final class KalshiPortfolio {

    private final TradingDesk desk;

    KalshiPortfolio(TradingDesk desk) {
        this.desk = desk;
    }

    /** A YES and a NO of one market are a dollar: the exchange holds one side of a market only. */
    static void net(VenueAccount account) {
        Wallet wallet = account.wallet(WalletKind.TRADING);
        for (Market market : KalshiMarkets.ALL) {
            Outcome yes = new Outcome(market.ticker(), true);
            BigDecimal pairs =
                    wallet.of(yes.asset())
                            .available()
                            .min(wallet.of(yes.other().asset()).available());
            if (pairs.signum() > 0) {
                wallet.move(yes.asset(), pairs.negate());
                wallet.move(yes.other().asset(), pairs.negate());
                wallet.move(KalshiMarkets.CASH, pairs);
            }
        }
    }

    /** Contracts of a market: more than zero for YES, less for NO. */
    static BigDecimal held(VenueAccount account, String ticker) {
        Outcome yes = new Outcome(ticker, true);
        Wallet wallet = account.wallet(WalletKind.TRADING);
        return wallet.of(yes.asset()).total().subtract(wallet.of(yes.other().asset()).total());
    }

    /** {@code GET /portfolio/balance}. */
    VenueReply balance(Hearing hearing) {
        VenueAccount account = hearing.account();
        net(account);
        BigDecimal cash = account.wallet(WalletKind.TRADING).of(KalshiMarkets.CASH).available();
        return KalshiReplies.ok(
                Json.object(
                        "balance",
                        cents(cash),
                        "balance_dollars",
                        dollars(cash),
                        "portfolio_value",
                        cents(worth(account, hearing.now())),
                        "updated_ts",
                        hearing.now().getEpochSecond(),
                        "balance_breakdown",
                        List.of(Json.object("exchange_index", 0, "balance", dollars(cash)))));
    }

    private BigDecimal worth(VenueAccount account, Instant now) {
        BigDecimal worth = BigDecimal.ZERO;
        for (Market market : KalshiMarkets.ALL) {
            BigDecimal held = held(account, market.ticker());
            Outcome outcome = new Outcome(market.ticker(), held.signum() >= 0);
            worth = worth.add(held.abs().multiply(desk.prices().usd(outcome.asset(), now)));
        }
        return worth;
    }

    /** {@code GET /portfolio/positions}: also those that were closed. */
    VenueReply positions(Hearing hearing) {
        VenueAccount account = hearing.account();
        net(account);
        Params query = hearing.call().query();
        List<Object> rows = new ArrayList<>();
        for (Market market : KalshiMarkets.ALL) {
            boolean wanted =
                    query.get("ticker", market.ticker()).equals(market.ticker())
                            && query.get("event_ticker", market.event()).equals(market.event());
            List<Fill> fills = fills(account, market.ticker());
            if (wanted && !fills.isEmpty()) {
                rows.add(position(account, market, fills));
            }
        }
        Map<String, @Nullable Object> page = KalshiText.page("market_positions", rows, query);
        page.put("event_positions", List.of());
        return KalshiReplies.ok(page);
    }

    private static List<Fill> fills(VenueAccount account, String ticker) {
        return account.fills().stream()
                .filter(fill -> KalshiMarkets.outcome(fill.symbol()).market().equals(ticker))
                .toList();
    }

    private static Map<String, @Nullable Object> position(
            VenueAccount account, Market market, List<Fill> fills) {
        BigDecimal held = held(account, market.ticker());
        BigDecimal fees = fills.stream().map(Fill::fee).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal traded =
                fills.stream().map(Fill::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Json.object(
                "ticker",
                market.ticker(),
                "position_fp",
                count(held),
                "market_exposure_dollars",
                dollars(held.abs().multiply(averageCost(fills, held.signum() >= 0))),
                "realized_pnl_dollars",
                "0.0000",
                "fees_paid_dollars",
                dollars(fees),
                "total_traded_dollars",
                dollars(traded),
                "resting_orders_count",
                0,
                "last_updated_ts",
                KalshiText.moment(fills.getLast().at()),
                "exchange_index",
                0);
    }

    private static BigDecimal averageCost(List<Fill> fills, boolean yes) {
        BigDecimal count = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        for (Fill fill : fills) {
            if (fill.side() == Side.BUY && KalshiMarkets.outcome(fill.symbol()).yes() == yes) {
                count = count.add(fill.quantity());
                paid = paid.add(fill.value());
            }
        }
        return count.signum() == 0
                ? BigDecimal.ZERO
                : paid.divide(count, 6, RoundingMode.HALF_EVEN);
    }
}
