package io.sequence.simulator.kraken;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.WalletKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be traded at the simulated Kraken, and Kraken's names for assets and pairs. */
final class KrakenMarkets {

    /** Plain code to Kraken's, where they differ. */
    private static final Map<String, String> CODES =
            Map.of(
                    "BTC", "XXBT", "ETH", "XETH", "USD", "ZUSD", "EUR", "ZEUR", "DOGE", "XXDG",
                    "XRP", "XXRP", "LTC", "XLTC");

    private KrakenMarkets() {}

    static InstrumentList list() {
        List<Instrument> all = new ArrayList<>();
        for (String quote : List.of("USD", "USDT", "USDC")) {
            all.add(pair("BTC", quote, "0.1", "0.00005"));
            all.add(pair("ETH", quote, "0.01", "0.001"));
            all.add(pair("SOL", quote, "0.01", "0.02"));
        }
        return new InstrumentList(all);
    }

    private static Instrument pair(String base, String quote, String tick, String minimum) {
        return new Instrument(
                id(base, quote),
                Kind.SPOT,
                base,
                quote,
                quote,
                BigDecimal.ONE,
                new BigDecimal(tick),
                new BigDecimal("0.00000001"),
                new BigDecimal(minimum),
                new BigDecimal("0.5"),
                new BigDecimal("0.0025"),
                new BigDecimal("0.004"),
                WalletKind.TRADING);
    }

    /**
     * The map key of a pair: {@code XXBTZUSD} for the old pairs, {@code XBTUSDT} for the newer
     * ones.
     */
    private static String id(String base, String quote) {
        boolean old = quote.equals("USD") && !base.equals("SOL");
        return old ? code(base) + code(quote) : alt(base) + alt(quote);
    }

    /** Kraken's code of an asset: {@code XXBT}. */
    static String code(String asset) {
        return CODES.getOrDefault(asset, asset);
    }

    /** Kraken's alternative name of an asset: {@code XBT}. */
    static String alt(String asset) {
        return switch (asset) {
            case "BTC" -> "XBT";
            case "DOGE" -> "XDG";
            default -> asset;
        };
    }

    /** The alternative name of a pair: {@code XBTUSD}. */
    static String alt(Instrument pair) {
        return alt(pair.base()) + alt(pair.quote());
    }

    /** The plain code behind any of Kraken's names. */
    static String plain(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (Map.Entry<String, String> entry : CODES.entrySet()) {
            if (entry.getValue().equals(upper)) {
                return entry.getKey();
            }
        }
        return switch (upper) {
            case "XBT" -> "BTC";
            case "XDG" -> "DOGE";
            default -> upper;
        };
    }

    /**
     * The pair of that name: the map key, the alternative name or {@code XBT/USD}; null when there
     * is none.
     */
    static @Nullable Instrument find(InstrumentList pairs, String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (Instrument pair : pairs.all()) {
            String slashed = alt(pair.base()) + '/' + alt(pair.quote());
            String plain = pair.base() + '/' + pair.quote();
            if (List.of(pair.symbol(), alt(pair), slashed, plain, pair.base() + pair.quote())
                    .contains(upper)) {
                return pair;
            }
        }
        return null;
    }
}
