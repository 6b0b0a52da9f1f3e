package io.sequence.simulator.binance;

import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Endpoint.Needs;
import io.sequence.simulator.wire.Endpoints;

/** The endpoints of each of the family's hosts. */
final class BinanceRoutes {

    private final BinanceSite site;
    private final TradingDesk desk;
    private final BinancePrices prices;
    private final BinanceExchangeInfo info;
    private final BinanceAccount account;
    private final BinanceWallet wallet;

    BinanceRoutes(BinanceSite site, TradingDesk desk) {
        this.site = site;
        this.desk = desk;
        prices = new BinancePrices(desk);
        info = new BinanceExchangeInfo(site, desk.instruments());
        account = new BinanceAccount(site, desk.instruments());
        wallet = new BinanceWallet(desk.instruments());
    }

    /** What a host answers. */
    Endpoints of(String host) {
        return switch (site) {
            case SPOT -> host.equals("spot") ? live(trading()) : trading();
            case US -> us(trading());
            case USDM ->
                    switch (host) {
                        case "spot" -> live(neighbour());
                        case "testnet_spot" -> neighbour();
                        default -> futures();
                    };
        };
    }

    /** Clock and account of the spot host as a futures key meets it. */
    private Endpoints neighbour() {
        return new Endpoints()
                .get("/api/v3/ping", Needs.NOTHING, prices::ping)
                .get("/api/v3/time", Needs.NOTHING, prices::time)
                .get("/api/v3/account", Needs.READ, account::account);
    }

    private Endpoints trading() {
        BinanceOrders orders = new BinanceOrders(site, desk);
        return neighbour()
                .get("/api/v3/exchangeInfo", Needs.NOTHING, info::spot)
                .get("/api/v3/ticker/price", Needs.NOTHING, prices::price)
                .get("/api/v3/ticker/bookTicker", Needs.NOTHING, prices::bookTicker)
                .get("/api/v3/ticker/24hr", Needs.NOTHING, prices::day)
                .get("/api/v3/ticker", Needs.NOTHING, prices::day)
                .get("/api/v3/avgPrice", Needs.NOTHING, prices::average)
                .get("/api/v3/depth", Needs.NOTHING, prices::depth)
                .get("/api/v3/account/commission", Needs.READ, account::commission)
                .get("/api/v3/rateLimit/order", Needs.READ, account::orderLimits)
                .post("/api/v3/order", Needs.TRADE, orders::place)
                .post("/api/v3/order/test", Needs.TRADE, orders::test)
                .add("DELETE", "/api/v3/order", Needs.TRADE, orders::cancel)
                .add("DELETE", "/api/v3/openOrders", Needs.TRADE, orders::cancelAll)
                .get("/api/v3/order", Needs.READ, orders::get)
                .get("/api/v3/openOrders", Needs.READ, orders::open)
                .get("/api/v3/allOrders", Needs.READ, orders::all)
                .get("/api/v3/myTrades", Needs.READ, orders::trades);
    }

    /** The wallet's endpoints, which only the live spot host has. */
    private Endpoints live(Endpoints endpoints) {
        if (site == BinanceSite.SPOT) {
            // Clients that load the whole family's markets find the other hosts empty.
            endpoints
                    .get("/fapi/v1/exchangeInfo", Needs.NOTHING, info::nothing)
                    .get("/dapi/v1/exchangeInfo", Needs.NOTHING, info::nothing)
                    .get("/sapi/v1/asset/tradeFee", Needs.READ, wallet::fees);
        }
        return endpoints
                .get("/sapi/v1/account/apiRestrictions", Needs.READ, wallet::restrictions)
                .get("/sapi/v1/system/status", Needs.NOTHING, wallet::status)
                .get("/sapi/v1/margin/allPairs", Needs.READ, wallet::marginPairs)
                .get("/sapi/v1/margin/isolated/allPairs", Needs.READ, wallet::marginPairs)
                .get("/sapi/v1/capital/config/getall", Needs.READ, wallet::coins);
    }

    private Endpoints us(Endpoints endpoints) {
        return endpoints
                .get("/sapi/v1/system/status", Needs.NOTHING, wallet::status)
                .get("/sapi/v1/capital/config/getall", Needs.READ, wallet::coins)
                .get("/sapi/v1/asset/query/trading-fee", Needs.READ, wallet::fees)
                .get("/sapi/v1/asset/query/trading-volume", Needs.READ, wallet::volume)
                .get("/sapi/v3/accountStatus", Needs.READ, wallet::accountStatus)
                .get("/sapi/v3/apiTradingStatus", Needs.READ, wallet::tradingStatus);
    }

    private Endpoints futures() {
        BinancePositions positions = new BinancePositions(desk);
        BinanceFuturesAccount money = new BinanceFuturesAccount(desk, positions);
        BinanceFuturesOrders orders = new BinanceFuturesOrders(desk);
        return new Endpoints()
                .get("/fapi/v1/ping", Needs.NOTHING, prices::ping)
                .get("/fapi/v1/time", Needs.NOTHING, prices::time)
                .get("/fapi/v1/exchangeInfo", Needs.NOTHING, info::futures)
                .get("/fapi/v1/ticker/price", Needs.NOTHING, prices::price)
                .get("/fapi/v2/ticker/price", Needs.NOTHING, prices::price)
                .get("/fapi/v1/ticker/bookTicker", Needs.NOTHING, prices::bookTicker)
                .get("/fapi/v1/ticker/24hr", Needs.NOTHING, prices::day)
                .get("/fapi/v1/premiumIndex", Needs.NOTHING, prices::premium)
                .get("/fapi/v1/depth", Needs.NOTHING, prices::depth)
                .get("/fapi/v1/rateLimit/order", Needs.READ, money::orderLimits)
                .get("/fapi/v1/accountConfig", Needs.READ, money::config)
                .get("/fapi/v1/commissionRate", Needs.READ, money::commission)
                .get("/fapi/v2/balance", Needs.READ, money::balance)
                .get("/fapi/v3/balance", Needs.READ, money::balance)
                .get("/fapi/v2/account", Needs.READ, money::accountV2)
                .get("/fapi/v3/account", Needs.READ, money::account)
                .get("/fapi/v2/positionRisk", Needs.READ, positions::riskV2)
                .get("/fapi/v3/positionRisk", Needs.READ, positions::risk)
                .get("/fapi/v1/symbolConfig", Needs.READ, positions::symbolConfig)
                .get("/fapi/v1/leverageBracket", Needs.READ, positions::brackets)
                .get("/fapi/v1/positionSide/dual", Needs.READ, positions::mode)
                .post("/fapi/v1/positionSide/dual", Needs.TRADE, positions::changeMode)
                .post("/fapi/v1/leverage", Needs.TRADE, positions::leverage)
                .post("/fapi/v1/marginType", Needs.TRADE, positions::marginType)
                .post("/fapi/v1/order", Needs.TRADE, orders::place)
                .post("/fapi/v1/order/test", Needs.TRADE, orders::test)
                .add("DELETE", "/fapi/v1/order", Needs.TRADE, orders::cancel)
                .add("DELETE", "/fapi/v1/allOpenOrders", Needs.TRADE, orders::cancelAll)
                .get("/fapi/v1/order", Needs.READ, orders::get)
                .get("/fapi/v1/openOrder", Needs.READ, orders::getOpen)
                .get("/fapi/v1/openOrders", Needs.READ, orders::open)
                .get("/fapi/v1/allOrders", Needs.READ, orders::all)
                .get("/fapi/v1/userTrades", Needs.READ, orders::trades);
    }
}
