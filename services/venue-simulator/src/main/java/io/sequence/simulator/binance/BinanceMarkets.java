package io.sequence.simulator.binance;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.WalletKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be traded at the three venues. A contract stands three times: under its name for the
 * one-way mode, and with {@code #LONG} and {@code #SHORT} for the two sides of the hedge mode.
 */
final class BinanceMarkets {

    private BinanceMarkets() {}

    static InstrumentList of(BinanceSite site) {
        return switch (site) {
            case SPOT -> spot(List.of("USDT", "USDC"), "0.001", "0.001");
            case US -> spot(List.of("USDT", "USD", "USDC"), "0.004", "0.006");
            case USDM -> contracts();
        };
    }

    /** Binance's own name behind ours. */
    static String name(String symbol) {
        int at = symbol.indexOf('#');
        return at < 0 ? symbol : symbol.substring(0, at);
    }

    /** BOTH, LONG or SHORT. */
    static String positionSide(String symbol) {
        int at = symbol.indexOf('#');
        return at < 0 ? "BOTH" : symbol.substring(at + 1);
    }

    /** Our name of a contract's side. */
    static String sided(String name, String positionSide) {
        return positionSide.equals("BOTH") ? name : name + '#' + positionSide;
    }

    private static InstrumentList spot(List<String> quotes, String maker, String taker) {
        List<Instrument> all = new ArrayList<>();
        for (String quote : quotes) {
            all.add(pair("BTC", quote, "0.01", "0.00001", maker, taker));
            all.add(pair("ETH", quote, "0.01", "0.0001", maker, taker));
            all.add(pair("SOL", quote, "0.01", "0.001", maker, taker));
        }
        return new InstrumentList(all);
    }

    private static InstrumentList contracts() {
        List<Instrument> all = new ArrayList<>();
        for (String quote : List.of("USDT", "USDC")) {
            for (String side : List.of("BOTH", "LONG", "SHORT")) {
                all.add(contract("BTC", quote, side, "0.1", "0.001", "100"));
                all.add(contract("ETH", quote, side, "0.01", "0.001", "20"));
                all.add(contract("SOL", quote, side, "0.01", "0.01", "5"));
            }
        }
        return new InstrumentList(all);
    }

    private static Instrument pair(
            String base, String quote, String tick, String step, String maker, String taker) {
        return new Instrument(
                base + quote,
                Kind.SPOT,
                base,
                quote,
                quote,
                BigDecimal.ONE,
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(step),
                new BigDecimal("5"),
                new BigDecimal(maker),
                new BigDecimal(taker),
                WalletKind.TRADING);
    }

    private static Instrument contract(
            String base, String quote, String side, String tick, String step, String value) {
        return new Instrument(
                sided(base + quote, side),
                Kind.LINEAR,
                base,
                quote,
                quote,
                BigDecimal.ONE,
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(step),
                new BigDecimal(value),
                new BigDecimal("0.0002"),
                new BigDecimal("0.0004"),
                WalletKind.FUTURES);
    }
}
