package io.sequence.simulator.bitmart;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.WalletKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be traded at the simulated BitMart; the sizes of contracts are whole numbers of them.
 */
final class BitMartMarkets {

    private BitMartMarkets() {}

    static InstrumentList list() {
        List<Instrument> all = new ArrayList<>();
        for (String quote : List.of("USDT", "USDC")) {
            all.add(spot("BTC", quote, "0.01", "0.00001"));
            all.add(spot("ETH", quote, "0.01", "0.0001"));
            all.add(spot("SOL", quote, "0.001", "0.001"));
        }
        all.add(contract("BTC", "0.001", "0.1"));
        all.add(contract("ETH", "0.001", "0.01"));
        all.add(contract("SOL", "0.1", "0.001"));
        return new InstrumentList(all);
    }

    /** Whether one of our symbols, which are BitMart's own, is a pair. */
    static boolean isSpot(String symbol) {
        return symbol.contains("_");
    }

    private static Instrument spot(String base, String quote, String tick, String step) {
        return new Instrument(
                base + '_' + quote,
                Kind.SPOT,
                base,
                quote,
                quote,
                BigDecimal.ONE,
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(step),
                new BigDecimal("5"),
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                WalletKind.TRADING);
    }

    private static Instrument contract(String base, String size, String tick) {
        return new Instrument(
                base + "USDT",
                Kind.LINEAR,
                base,
                "USDT",
                "USDT",
                new BigDecimal(size),
                new BigDecimal(tick),
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                new BigDecimal("0.0002"),
                new BigDecimal("0.0006"),
                WalletKind.FUTURES);
    }
}
