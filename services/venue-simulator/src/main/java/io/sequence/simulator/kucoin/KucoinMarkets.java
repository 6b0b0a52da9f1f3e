package io.sequence.simulator.kucoin;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.WalletKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be traded at the simulated KuCoin: spot pairs, and contracts that count lots and call
 * Bitcoin XBT.
 */
final class KucoinMarkets {

    private KucoinMarkets() {}

    static InstrumentList list() {
        List<Instrument> all = new ArrayList<>();
        for (String quote : List.of("USDT", "USDC")) {
            all.add(spot("BTC", quote, "0.1", "0.00000001", "0.00001"));
            all.add(spot("ETH", quote, "0.01", "0.0000001", "0.0001"));
            all.add(spot("SOL", quote, "0.001", "0.0001", "0.01"));
        }
        all.add(contract("XBTUSDTM", Kind.LINEAR, "BTC", "USDT", "0.001", "0.1"));
        all.add(contract("ETHUSDTM", Kind.LINEAR, "ETH", "USDT", "0.01", "0.01"));
        all.add(contract("SOLUSDTM", Kind.LINEAR, "SOL", "USDT", "0.1", "0.001"));
        all.add(contract("XBTUSDM", Kind.INVERSE, "BTC", "USD", "1", "0.1"));
        all.add(contract("ETHUSDM", Kind.INVERSE, "ETH", "USD", "1", "0.01"));
        return new InstrumentList(all);
    }

    /** The futures host's name of an asset. */
    static String futuresName(String asset) {
        return asset.equals("BTC") ? "XBT" : asset;
    }

    /** The plain code behind a name of either host. */
    static String plain(String name) {
        return name.equals("XBT") ? "BTC" : name;
    }

    private static Instrument spot(
            String base, String quote, String tick, String step, String minimum) {
        return new Instrument(
                base + '-' + quote,
                Kind.SPOT,
                base,
                quote,
                quote,
                BigDecimal.ONE,
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(minimum),
                new BigDecimal("0.1"),
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                WalletKind.TRADING);
    }

    private static Instrument contract(
            String symbol, Kind kind, String base, String quote, String size, String tick) {
        return new Instrument(
                symbol,
                kind,
                base,
                quote,
                kind == Kind.LINEAR ? quote : base,
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
