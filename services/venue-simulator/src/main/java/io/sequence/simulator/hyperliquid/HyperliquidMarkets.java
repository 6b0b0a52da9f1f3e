package io.sequence.simulator.hyperliquid;

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
 * What is traded: perpetuals by coin ({@code BTC}, settled in USDC) and spot pairs by number
 * ({@code @0}). The price step is the one of today's prices: five significant digits.
 */
final class HyperliquidMarkets {

    static final String CASH = "USDC";
    static final int SPOT = 10_000;

    /**
     * A token of the spot market; its number is its place in the list.
     *
     * @param asset the plain code
     * @param size decimals of a size
     */
    record Token(String name, String asset, String fullName, int size) {}

    static final List<Token> TOKENS =
            List.of(
                    new Token("USDC", CASH, "", 8),
                    new Token("UBTC", "BTC", "Unit Bitcoin", 5),
                    new Token("UETH", "ETH", "Unit Ethereum", 4),
                    new Token("USOL", "SOL", "Unit Solana", 3),
                    new Token("USDT0", "USDT", "", 2));

    private HyperliquidMarkets() {}

    static InstrumentList list() {
        List<Instrument> all = new ArrayList<>();
        all.add(perpetual("BTC", "1", 5));
        all.add(perpetual("ETH", "0.1", 4));
        all.add(perpetual("SOL", "0.01", 2));
        all.add(pair(0, "BTC", "1", 5));
        all.add(pair(1, "ETH", "0.1", 4));
        all.add(pair(2, "SOL", "0.01", 3));
        return new InstrumentList(all);
    }

    private static Instrument perpetual(String coin, String tick, int size) {
        return instrument(
                coin, Kind.LINEAR, coin, tick, size, "0.00015", "0.00045", WalletKind.FUTURES);
    }

    private static Instrument pair(int number, String base, String tick, int size) {
        return instrument(
                "@" + number, Kind.SPOT, base, tick, size, "0.0004", "0.0007", WalletKind.TRADING);
    }

    private static Instrument instrument(
            String symbol,
            Kind kind,
            String base,
            String tick,
            int size,
            String maker,
            String taker,
            WalletKind wallet) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(size);
        return new Instrument(
                symbol,
                kind,
                base,
                CASH,
                CASH,
                BigDecimal.ONE,
                new BigDecimal(tick),
                step,
                step,
                BigDecimal.TEN,
                new BigDecimal(maker),
                new BigDecimal(taker),
                wallet);
    }

    /** The instrument of an asset number; null when there is none. */
    static @Nullable Instrument find(InstrumentList all, int asset) {
        int place = asset >= SPOT ? asset - SPOT : asset;
        List<Instrument> some = all.of(asset >= SPOT ? Kind.SPOT : Kind.LINEAR);
        return place >= 0 && place < some.size() ? some.get(place) : null;
    }

    /** The number that actions know an instrument by. */
    static int asset(InstrumentList all, Instrument instrument) {
        int place = all.of(instrument.kind()).indexOf(instrument);
        return instrument.kind() == Kind.SPOT ? SPOT + place : place;
    }

    static int sizeDecimals(Instrument instrument) {
        return instrument.quantityStep().scale();
    }

    /**
     * Whether a price has at most five significant digits (whole numbers may have more) and not
     * more decimals than sizes leave.
     */
    static boolean wellFormed(BigDecimal price, Instrument instrument) {
        BigDecimal plain = price.stripTrailingZeros();
        int most = (instrument.kind() == Kind.SPOT ? 8 : 6) - sizeDecimals(instrument);
        return plain.scale() <= 0 || plain.precision() <= 5 && plain.scale() <= most;
    }

    /** The token of a plain code; null when there is none. */
    static @Nullable Token token(String asset) {
        return TOKENS.stream().filter(t -> t.asset().equals(asset)).findFirst().orElse(null);
    }

    /** The plain code behind a token's or a coin's name. */
    static String plain(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return TOKENS.stream()
                .filter(token -> token.name().equals(upper))
                .map(Token::asset)
                .findFirst()
                .orElse(upper);
    }
}
