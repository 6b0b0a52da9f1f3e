package io.sequence.simulator.bybit;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.WalletKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What can be traded at the simulated Bybit. One name may be a spot pair and a contract, so ours
 * are {@code category.name}.
 */
final class BybitMarkets {

    private final InstrumentList instruments;

    BybitMarkets(InstrumentList instruments) {
        this.instruments = instruments;
    }

    /** The instrument that Bybit calls {@code name} in a category, null when there is none. */
    @Nullable Instrument find(String category, String name) {
        return instruments.find(category + '.' + name);
    }

    /** The instruments of a category, one of them when {@code name} is given. */
    List<Instrument> in(String category, @Nullable String name) {
        return instruments.all().stream()
                .filter(i -> category(i).equals(category))
                .filter(i -> name == null || name(i.symbol()).equals(name))
                .toList();
    }

    static InstrumentList list() {
        List<Instrument> all = new ArrayList<>();
        for (String quote : List.of("USDT", "USDC")) {
            all.add(spot("BTC", quote, "0.01", "0.000001", "0.000011"));
            all.add(spot("ETH", quote, "0.01", "0.00001", "0.00037"));
            all.add(spot("SOL", quote, "0.01", "0.001", "0.005"));
        }
        all.add(contract(Kind.LINEAR, "BTC", "USDT", "0.1", "0.001", "5"));
        all.add(contract(Kind.LINEAR, "ETH", "USDT", "0.01", "0.01", "5"));
        all.add(contract(Kind.LINEAR, "SOL", "USDT", "0.01", "0.1", "5"));
        all.add(contract(Kind.INVERSE, "BTC", "USD", "0.1", "1", "1"));
        all.add(contract(Kind.INVERSE, "ETH", "USD", "0.01", "1", "1"));
        all.add(contract(Kind.INVERSE, "SOL", "USD", "0.01", "1", "1"));
        return new InstrumentList(all);
    }

    /** Bybit's category of an instrument. */
    static String category(Instrument instrument) {
        return instrument.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Bybit's own name behind ours. */
    static String name(String symbol) {
        return symbol.substring(symbol.indexOf('.') + 1);
    }

    private static Instrument spot(
            String base, String quote, String tick, String step, String minimum) {
        return new Instrument(
                "spot." + base + quote,
                Kind.SPOT,
                base,
                quote,
                quote,
                BigDecimal.ONE,
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(minimum),
                new BigDecimal("5"),
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                WalletKind.TRADING);
    }

    private static Instrument contract(
            Kind kind, String base, String quote, String tick, String step, String value) {
        String category = kind.name().toLowerCase(Locale.ROOT);
        return new Instrument(
                category + '.' + base + quote,
                kind,
                base,
                quote,
                kind == Kind.LINEAR ? quote : base,
                BigDecimal.ONE,
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(step),
                new BigDecimal(value),
                new BigDecimal("0.0002"),
                new BigDecimal("0.00055"),
                WalletKind.TRADING);
    }
}
