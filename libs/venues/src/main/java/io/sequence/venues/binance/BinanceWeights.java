package io.sequence.venues.binance;

import io.sequence.venues.api.WireRequest;

/**
 * What the questions weigh that weigh more than one, as each endpoint's own page says. Source:
 * binance-spot-api-docs, rest-api.md; USD-M account, trade and market pages; binance-us-api-docs.
 */
final class BinanceWeights {
    private BinanceWeights() {}

    /** A question of spot or USD-M with its weight. */
    static WireRequest asked(WireRequest request) {
        int weight =
                switch (request.path()) {
                    case "/api/v3/account",
                            "/api/v3/account/commission",
                            "/api/v3/exchangeInfo",
                            "/api/v3/myTrades",
                            "/fapi/v1/commissionRate" ->
                            20;
                    case "/api/v3/openOrders" -> 6;
                    case "/fapi/v1/accountConfig",
                            "/fapi/v1/userTrades",
                            "/fapi/v3/balance",
                            "/fapi/v3/positionRisk" ->
                            5;
                    case "/api/v3/order" -> 4;
                    case "/api/v3/ticker/price", "/api/v3/ticker/bookTicker" -> 2;
                    default -> 1;
                };
        return request.weighing(weight);
    }

    /** A question of Binance.US with its weight: no more than its sister's anywhere. */
    static WireRequest askedOfUs(WireRequest request) {
        int weight =
                switch (request.path()) {
                    case "/api/v3/account", "/api/v3/exchangeInfo", "/api/v3/myTrades" -> 10;
                    default -> 1;
                };
        return request.weighing(weight);
    }
}
