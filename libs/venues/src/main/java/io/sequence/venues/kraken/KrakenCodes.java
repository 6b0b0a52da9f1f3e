package io.sequence.venues.kraken;

import io.sequence.venues.transport.AssetCodes;
import io.sequence.vocabulary.Asset;
import java.util.Map;
import java.util.Optional;

/**
 * Kraken's spellings of assets and pairs. Old assets carry a leading {@code X} or {@code Z}; a
 * suffix names the staking or reward programme that holds the balance. The list of old codes is
 * closed: newer four-letter codes such as {@code ZETA} are meant as they stand.
 */
final class KrakenCodes {
    private static final Map<String, String> OLD =
            Map.ofEntries(
                    Map.entry("XXBT", "XBT"),
                    Map.entry("XXDG", "XDG"),
                    Map.entry("XETC", "ETC"),
                    Map.entry("XETH", "ETH"),
                    Map.entry("XLTC", "LTC"),
                    Map.entry("XMLN", "MLN"),
                    Map.entry("XREP", "REP"),
                    Map.entry("XXLM", "XLM"),
                    Map.entry("XXMR", "XMR"),
                    Map.entry("XXRP", "XRP"),
                    Map.entry("XZEC", "ZEC"),
                    Map.entry("ZAUD", "AUD"),
                    Map.entry("ZCAD", "CAD"),
                    Map.entry("ZEUR", "EUR"),
                    Map.entry("ZGBP", "GBP"),
                    Map.entry("ZJPY", "JPY"),
                    Map.entry("ZUSD", "USD"));

    private KrakenCodes() {}

    /** The usual code of an asset, without the suffix of a programme. */
    static Optional<Asset> asset(String code) {
        int dot = code.indexOf('.');
        String bare = dot < 0 ? code : code.substring(0, dot);
        String alternative = OLD.getOrDefault(bare, bare);
        return AssetCodes.asset(
                switch (alternative) {
                    case "XBT" -> "BTC";
                    case "XDG" -> "DOGE";
                    default -> alternative;
                });
    }

    /** Where a balance lies: what can trade at once, or a staking or reward programme. */
    static String wallet(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? "spot" : "earn (" + code.substring(dot) + ")";
    }

    /** Whether two spellings mean one pair: {@code XXBTZUSD}, {@code XBTUSD}, {@code XBT/USD}. */
    static boolean samePair(String one, String other) {
        return alternativeName(one).equals(alternativeName(other));
    }

    private static String alternativeName(String pair) {
        int slash = pair.indexOf('/');
        if (slash > 0) {
            String first = pair.substring(0, slash);
            String second = pair.substring(slash + 1);
            return OLD.getOrDefault(first, first) + OLD.getOrDefault(second, second);
        }
        if (pair.length() != 8) {
            return pair;
        }
        String first = OLD.get(pair.substring(0, 4));
        String second = OLD.get(pair.substring(4));
        return first == null || second == null ? pair : first + second;
    }
}
