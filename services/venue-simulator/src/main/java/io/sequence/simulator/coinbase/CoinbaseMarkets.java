package io.sequence.simulator.coinbase;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.WalletKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be traded at the simulated Coinbase: spot, futures of the derivatives exchange (the size
 * is contracts), and one international perpetual that no portfolio here is admitted to.
 */
final class CoinbaseMarkets {

    /** End of the long-dated futures. */
    static final String EXPIRY = "2030-12-20T16:00:00Z";

    private CoinbaseMarkets() {}

    static InstrumentList list() {
        List<Instrument> all = new ArrayList<>();
        for (String quote : List.of("USD", "USDC", "USDT")) {
            all.add(spot("BTC", quote, "0.00000001"));
            all.add(spot("ETH", quote, "0.00000001"));
            all.add(spot("SOL", quote, "0.00000001"));
        }
        all.add(contract("BIP-20DEC30-CDE", "BTC", "USD", "0.01", "5", "1"));
        all.add(contract("ETP-20DEC30-CDE", "ETH", "USD", "0.1", "0.5", "1"));
        all.add(contract("BTC-PERP-INTX", "BTC", "USDC", "1", "0.1", "0.0001"));
        return new InstrumentList(all);
    }

    /** Whether it trades at Coinbase's international exchange. */
    static boolean international(Instrument instrument) {
        return instrument.symbol().endsWith("-INTX");
    }

    /** Coinbase's {@code product_type}. */
    static String type(Instrument instrument) {
        return instrument.kind() == Kind.SPOT ? "SPOT" : "FUTURE";
    }

    /** Whether {@code asset} is money of a state rather than a coin. */
    static boolean fiat(String asset) {
        return asset.equals("USD") || asset.equals("EUR") || asset.equals("GBP");
    }

    private static Instrument spot(String base, String quote, String step) {
        return new Instrument(
                base + '-' + quote,
                Kind.SPOT,
                base,
                quote,
                quote,
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                new BigDecimal(step),
                new BigDecimal(step),
                BigDecimal.ONE,
                new BigDecimal("0.004"),
                new BigDecimal("0.006"),
                WalletKind.TRADING);
    }

    private static Instrument contract(
            String symbol, String base, String quote, String size, String tick, String lot) {
        return new Instrument(
                symbol,
                Kind.LINEAR,
                base,
                quote,
                quote,
                new BigDecimal(size),
                new BigDecimal(tick),
                new BigDecimal(lot),
                new BigDecimal(lot),
                BigDecimal.ZERO,
                new BigDecimal("0.0003"),
                new BigDecimal("0.0006"),
                WalletKind.TRADING);
    }
}
