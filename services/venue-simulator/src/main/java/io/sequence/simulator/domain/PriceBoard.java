package io.sequence.simulator.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What everything costs at any moment: a walk that a seed decides, one step a second, the same for
 * every reader; dollars and dollar coins cost one, the two outcomes of a market one together. An
 * asset may be pinned to a price. Prices are a function of time, so nothing has to run for them.
 */
public final class PriceBoard {

    /**
     * A market's prices at one moment, on the instrument's price grid; {@code bid < last < ask}.
     */
    public record Quote(BigDecimal bid, BigDecimal last, BigDecimal ask) {}

    private static final Map<String, Long> START =
            Map.ofEntries(
                    Map.entry("BTC", 65_000L),
                    Map.entry("ETH", 3_400L),
                    Map.entry("SOL", 150L),
                    Map.entry("USD", 1L),
                    Map.entry("USDT", 1L),
                    Map.entry("USDC", 1L));

    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private final long seed;
    private final Map<String, BigDecimal> pinned = new ConcurrentHashMap<>();

    public PriceBoard(long seed) {
        this.seed = seed;
    }

    /** Whether the board knows what {@code asset} costs. */
    public boolean knows(String asset) {
        return START.containsKey(asset);
    }

    /** Holds an asset at a price in dollars until it is let go. */
    public void pin(String asset, BigDecimal usd) {
        pinned.put(asset, usd);
    }

    /** Lets every pinned asset walk again. */
    public void unpin() {
        pinned.clear();
    }

    public Map<String, BigDecimal> pinned() {
        return new TreeMap<>(pinned);
    }

    /** Dollars for one unit of {@code asset}; zero when the board does not know it. */
    public BigDecimal usd(String asset, Instant now) {
        BigDecimal held = pinned.get(asset);
        if (held != null) {
            return held;
        }
        Outcome outcome = Outcome.of(asset);
        if (outcome != null) {
            return outcome.yes() && !pinned.containsKey(outcome.other().asset())
                    ? chance(outcome.market(), now)
                    : BigDecimal.ONE.subtract(usd(outcome.other().asset(), now));
        }
        Long start = START.get(asset);
        if (start == null) {
            return BigDecimal.ZERO;
        }
        if (start == 1) {
            return BigDecimal.ONE;
        }
        long parts = 10_000_000 + walk(seed ^ asset.hashCode(), now.getEpochSecond());
        return BigDecimal.valueOf(start * parts).movePointLeft(7);
    }

    /**
     * A chance between 0.2 and 0.8: the market's own middle, and the walk at four times its size.
     */
    private BigDecimal chance(String market, Instant now) {
        long own = seed ^ market.hashCode();
        long middle = 3_200_000 + Math.floorMod(mix(own), 3_600_000L);
        return BigDecimal.valueOf(middle + 4 * walk(own, now.getEpochSecond())).movePointLeft(7);
    }

    /** The prices of an instrument at {@code now}. */
    public Quote quote(Instrument instrument, Instant now) {
        BigDecimal price =
                usd(instrument.base(), now).divide(usd(instrument.quote(), now), PRECISION);
        BigDecimal step = instrument.priceStep();
        BigDecimal last =
                price.divide(step, 0, RoundingMode.HALF_UP).max(BigDecimal.TWO).multiply(step);
        return new Quote(last.subtract(step), last, last.add(step));
    }

    /** Price of an instrument a day earlier, for tickers; the walk has no beginning. */
    public Quote dayBefore(Instrument instrument, Instant now) {
        return quote(instrument, now.minusSeconds(86_400));
    }

    /**
     * Distance from the start price in ten-millionths: slow and quick swings with a seeded phase,
     * and a jitter.
     */
    private static long walk(long seed, long second) {
        return swing(second, 21_600, 180_000, seed)
                + swing(second, 1_320, 60_000, seed >>> 7)
                + swing(second, 97, 12_000, seed >>> 13)
                + Math.floorMod(mix(seed + second), 4_001L)
                - 2_000;
    }

    /** A triangle wave between {@code -height} and {@code height}. */
    private static long swing(long second, long period, long height, long phase) {
        long at = Math.floorMod(second + Math.floorMod(phase, period), period);
        long up = Math.min(at, period - at);
        return up * 4 * height / period - height;
    }

    /** SplitMix64's finaliser: spreads neighbouring seeds over all bits. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
