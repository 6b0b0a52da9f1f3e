package io.sequence.simulator.bitget;

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
 * What can be traded at the simulated Bitget. One text names the spot pair and the perpetual there,
 * so our symbols are {@code CATEGORY.name}; sizes of contracts are in the base asset.
 */
final class BitgetMarkets {

    static final String SPOT = "SPOT";

    private final InstrumentList instruments;

    BitgetMarkets(InstrumentList instruments) {
        this.instruments = instruments;
    }

    /** The instrument that Bitget calls {@code name} in a category, null when there is none. */
    @Nullable Instrument find(String category, String name) {
        return instruments.find(live(category) + '.' + name.toUpperCase(Locale.ROOT));
    }

    /** The instruments of a category, one of them when {@code name} is given. */
    List<Instrument> in(String category, @Nullable String name) {
        return instruments.all().stream()
                .filter(i -> category(i.symbol()).equals(live(category)))
                .filter(i -> name == null || name(i.symbol()).equalsIgnoreCase(name))
                .toList();
    }

    /** Whether Bitget knows the product type, of the demo prefix or not. */
    static boolean knows(String category) {
        return List.of("USDT-FUTURES", "COIN-FUTURES", "USDC-FUTURES").contains(live(category));
    }

    /** Whether an instrument of that symbol is in the category; any when that is null. */
    static boolean within(@Nullable String category, String symbol) {
        return category == null || category(symbol).equals(live(category));
    }

    /** Bitget's category behind our symbol. */
    static String category(String symbol) {
        return symbol.substring(0, symbol.indexOf('.'));
    }

    /** Bitget's own name behind our symbol. */
    static String name(String symbol) {
        return symbol.substring(symbol.indexOf('.') + 1);
    }

    static boolean isSpot(String symbol) {
        return category(symbol).equals(SPOT);
    }

    /**
     * What both families trade.
     *
     * @param futures the wallet that contracts settle in
     */
    static InstrumentList list(WalletKind futures) {
        List<Instrument> all = new ArrayList<>();
        for (String quote : List.of("USDT", "USDC")) {
            all.add(spot("BTC", quote, "0.01", "0.000001"));
            all.add(spot("ETH", quote, "0.01", "0.0001"));
            all.add(spot("SOL", quote, "0.01", "0.0001"));
        }
        all.add(
                contract(
                        "USDT-FUTURES.BTCUSDT",
                        Kind.LINEAR,
                        "BTC",
                        "USDT",
                        "0.1",
                        "0.0001",
                        futures));
        all.add(
                contract(
                        "USDT-FUTURES.ETHUSDT",
                        Kind.LINEAR,
                        "ETH",
                        "USDT",
                        "0.01",
                        "0.01",
                        futures));
        all.add(
                contract(
                        "USDT-FUTURES.SOLUSDT",
                        Kind.LINEAR,
                        "SOL",
                        "USDT",
                        "0.001",
                        "0.1",
                        futures));
        all.add(
                contract(
                        "USDC-FUTURES.BTCPERP",
                        Kind.LINEAR,
                        "BTC",
                        "USDC",
                        "0.1",
                        "0.0001",
                        futures));
        all.add(
                contract(
                        "USDC-FUTURES.ETHPERP",
                        Kind.LINEAR,
                        "ETH",
                        "USDC",
                        "0.01",
                        "0.01",
                        futures));
        return new InstrumentList(all);
    }

    /** The live category behind a demo one ({@code SUSDT-FUTURES}), in upper case. */
    private static String live(String category) {
        String upper = category.toUpperCase(Locale.ROOT);
        return upper.startsWith("S") && upper.endsWith("-FUTURES") ? upper.substring(1) : upper;
    }

    private static Instrument spot(String base, String quote, String tick, String step) {
        return new Instrument(
                SPOT + '.' + base + quote,
                Kind.SPOT,
                base,
                quote,
                quote,
                BigDecimal.ONE,
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(step),
                BigDecimal.ONE,
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                WalletKind.TRADING);
    }

    private static Instrument contract(
            String symbol,
            Kind kind,
            String base,
            String quote,
            String tick,
            String step,
            WalletKind wallet) {
        return new Instrument(
                symbol,
                kind,
                base,
                quote,
                kind == Kind.LINEAR ? quote : base,
                BigDecimal.ONE,
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(step),
                new BigDecimal("5"),
                new BigDecimal("0.0002"),
                new BigDecimal("0.0006"),
                wallet);
    }
}
