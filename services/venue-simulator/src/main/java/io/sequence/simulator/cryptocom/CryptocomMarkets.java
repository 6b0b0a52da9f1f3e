package io.sequence.simulator.cryptocom;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.WalletKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What can be traded at the simulated Crypto.com: spot and perpetuals, out of one wallet. */
final class CryptocomMarkets {

    private CryptocomMarkets() {}

    static InstrumentList list() {
        List<Instrument> all = new ArrayList<>();
        for (String quote : List.of("USD", "USDT")) {
            all.add(spot("BTC", quote, "0.01", "0.00001"));
            all.add(spot("ETH", quote, "0.01", "0.0001"));
            all.add(spot("SOL", quote, "0.01", "0.001"));
        }
        all.add(perpetual("BTC", "0.1", "0.0001"));
        all.add(perpetual("ETH", "0.01", "0.0001"));
        all.add(perpetual("SOL", "0.01", "0.01"));
        return new InstrumentList(all);
    }

    /** Crypto.com's {@code inst_type}. */
    static String type(Instrument instrument) {
        return instrument.kind() == Kind.SPOT ? "CCY_PAIR" : "PERPETUAL_SWAP";
    }

    private static Instrument spot(String base, String quote, String tick, String lot) {
        return new Instrument(
                base + '_' + quote,
                Kind.SPOT,
                base,
                quote,
                quote,
                BigDecimal.ONE,
                new BigDecimal(tick),
                new BigDecimal(lot),
                new BigDecimal(lot),
                BigDecimal.ONE,
                new BigDecimal("0.00065"),
                new BigDecimal("0.00069"),
                WalletKind.TRADING);
    }

    private static Instrument perpetual(String base, String tick, String lot) {
        return new Instrument(
                base + "USD-PERP",
                Kind.LINEAR,
                base,
                "USD",
                "USD",
                BigDecimal.ONE,
                new BigDecimal(tick),
                new BigDecimal(lot),
                new BigDecimal(lot),
                BigDecimal.ZERO,
                new BigDecimal("0.00011"),
                new BigDecimal("0.0003"),
                WalletKind.TRADING);
    }
}
