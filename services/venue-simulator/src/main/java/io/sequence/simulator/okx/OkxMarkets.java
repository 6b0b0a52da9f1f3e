package io.sequence.simulator.okx;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.WalletKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What can be traded at the simulated OKX; the sizes of swaps are contracts. */
final class OkxMarkets {

    private OkxMarkets() {}

    static InstrumentList list() {
        List<Instrument> all = new ArrayList<>();
        for (String quote : List.of("USDT", "USDC")) {
            all.add(spot("BTC", quote, "0.1", "0.00000001", "0.00001"));
            all.add(spot("ETH", quote, "0.01", "0.000001", "0.0001"));
            all.add(spot("SOL", quote, "0.01", "0.000001", "0.01"));
        }
        all.add(swap(Kind.LINEAR, "BTC", "USDT", "0.01", "0.1", "0.01"));
        all.add(swap(Kind.LINEAR, "ETH", "USDT", "0.1", "0.01", "0.01"));
        all.add(swap(Kind.LINEAR, "SOL", "USDT", "1", "0.01", "0.01"));
        all.add(swap(Kind.INVERSE, "BTC", "USD", "100", "0.1", "0.1"));
        all.add(swap(Kind.INVERSE, "ETH", "USD", "10", "0.01", "1"));
        return new InstrumentList(all);
    }

    /** OKX's {@code instType} of an instrument. */
    static String type(Instrument instrument) {
        return instrument.kind() == Kind.SPOT ? "SPOT" : "SWAP";
    }

    private static Instrument spot(
            String base, String quote, String tick, String lot, String minimum) {
        return new Instrument(
                base + '-' + quote,
                Kind.SPOT,
                base,
                quote,
                quote,
                BigDecimal.ONE,
                new BigDecimal(tick),
                new BigDecimal(lot),
                new BigDecimal(minimum),
                BigDecimal.ZERO,
                new BigDecimal("0.0008"),
                new BigDecimal("0.001"),
                WalletKind.TRADING);
    }

    private static Instrument swap(
            Kind kind, String base, String quote, String size, String tick, String lot) {
        return new Instrument(
                base + '-' + quote + "-SWAP",
                kind,
                base,
                quote,
                kind == Kind.LINEAR ? quote : base,
                new BigDecimal(size),
                new BigDecimal(tick),
                new BigDecimal(lot),
                new BigDecimal(lot),
                BigDecimal.ZERO,
                new BigDecimal("0.0002"),
                new BigDecimal("0.0005"),
                WalletKind.TRADING);
    }
}
