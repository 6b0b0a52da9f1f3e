package io.sequence.venues;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.binance.Binance;
import io.sequence.venues.binance.BinanceUs;
import io.sequence.venues.binance.BinanceUsdm;
import io.sequence.venues.bitget.Bitget;
import io.sequence.venues.bitmart.BitMart;
import io.sequence.venues.bybit.Bybit;
import io.sequence.venues.coinbase.Coinbase;
import io.sequence.venues.cryptocom.CryptoCom;
import io.sequence.venues.hyperliquid.Hyperliquid;
import io.sequence.venues.kalshi.Kalshi;
import io.sequence.venues.kraken.Kraken;
import io.sequence.venues.kucoin.KuCoin;
import io.sequence.venues.okx.Okx;
import io.sequence.venues.polymarket.Polymarket;
import io.sequence.vocabulary.VenueId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The registry: every venue that the house can ask, in the order in which they are shown. */
public final class Venues {
    private static final List<Venue> ALL =
            List.of(
                    new Bybit(),
                    new Okx(),
                    new KuCoin(),
                    new Kraken(),
                    new Binance(),
                    new BinanceUsdm(),
                    new BinanceUs(),
                    new CryptoCom(),
                    new Coinbase(),
                    new Bitget(),
                    new BitMart(),
                    new Hyperliquid(),
                    new Polymarket(),
                    new Kalshi());

    private static final Map<VenueId, Venue> BY_ID =
            ALL.stream().collect(toUnmodifiableMap(venue -> venue.profile().venue(), identity()));

    /**
     * Other spellings of a venue's name, in lower case and without blanks, dashes, dots and
     * underscores, which never matter.
     */
    private static final Map<String, String> SPELLINGS =
            Map.ofEntries(
                    Map.entry("binancespot", "binance"),
                    Map.entry("binancecom", "binance"),
                    Map.entry("binancefutures", "binance_usdm"),
                    Map.entry("binanceusdmfutures", "binance_usdm"),
                    Map.entry("binanceusdsm", "binance_usdm"),
                    Map.entry("coinbaseadvanced", "coinbase"),
                    Map.entry("coinbaseadvancedtrade", "coinbase"),
                    Map.entry("cryptocomexchange", "cryptocom"),
                    Map.entry("krakenspot", "kraken"),
                    Map.entry("okex", "okx"));

    private static final Pattern UNSPOKEN = Pattern.compile("[\\s._-]+");

    private Venues() {}

    /** Every venue. */
    public static List<Venue> all() {
        return ALL;
    }

    /** Every venue as data. */
    public static List<VenueProfile> profiles() {
        return ALL.stream().map(Venue::profile).toList();
    }

    /** The venue of that name; empty when there is none. */
    public static Optional<Venue> find(VenueId id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /**
     * The venue that a name means, however it is spelled: {@code Crypto.com}, {@code binance-us}.
     */
    public static Optional<Venue> spelled(String name) {
        String plain = plain(name);
        String meant = SPELLINGS.getOrDefault(plain, plain);
        return ALL.stream()
                .filter(venue -> plain(venue.profile().venue().value()).equals(plain(meant)))
                .findFirst();
    }

    private static String plain(String name) {
        return UNSPOKEN.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /**
     * The venue of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Venue of(VenueId id) {
        return find(id).orElseThrow(
                        () -> new IllegalArgumentException(id + " is no venue of the house"));
    }
}
