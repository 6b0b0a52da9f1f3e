package io.sequence.simulator.conformance;

import io.sequence.faults.Fault;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the venues' documents say differently, so that the cases can be the same for all.
 *
 * @param spotSymbol the venue's own name of bitcoin against {@code quote}; empty when no spot is
 *     traded
 * @param derivativeSymbol of a contract settled in {@code quote}; empty when none is traded
 * @param lots a size that the contract can be ordered in
 * @param unknownRights rights that the venue cannot separate or report
 * @param wrongKey what a key that nobody knows may be answered with
 * @param revoked what a deleted key may be answered with
 * @param ipNotListed what an address outside the list may be answered with; empty where the venue
 *     keeps no lists
 * @param expired what a key past its date may be answered with; empty when keys have no date
 */
record VenueTraits(
        String venue,
        String spotSymbol,
        Asset quote,
        String derivativeSymbol,
        BigDecimal lots,
        Set<Right> unknownRights,
        Set<Fault> wrongKey,
        Set<Fault> revoked,
        Set<Fault> ipNotListed,
        Set<Fault> expired,
        Set<Trait> traits) {
    /** Yes-or-no differences. */
    enum Trait {
        HAS_PASSPHRASE,
        SIGNS_TIME,
        TELLS_EXPIRY,
        TELLS_SUB_ACCOUNT,
        TELLS_PARENT,
        HAS_FUNDING_WALLET,
        SEPARATES_MARKETS,
        /** No key can withdraw. */
        NEVER_WITHDRAWS,
        /** Contracts that pay a dollar or nothing, priced in between, paid in dollars alone. */
        TRADES_OUTCOMES,
        /** A key's rights on markets that are another venue of ours are told too. */
        TELLS_OTHER_MARKETS,
        /** Nothing tells whose a key is. */
        NAMES_NO_ACCOUNT,
        /** Nothing tells whether a key is bound to addresses. */
        HIDES_ADDRESSES,
        /** No documented code says that a client id repeats. */
        HIDES_DUPLICATES,
        /** A wrong secret is answered like a wrong key. */
        HIDES_WHY,
        /** One right covers withdrawals and transfers. */
        MOVES_MONEY_BY_ONE_RIGHT,
        /** A client order id that was used before leads to the order it belongs to. */
        REPEATS_ORDERS,
        /**
         * A key is a wallet: it may do all that its kind may, and its secret is all there is of it.
         */
        WALLET_SIGNS,
        /** The account of contracts holds nothing but the quote. */
        MARGIN_IN_QUOTE,
        /** Our ids are known to nobody but us. */
        KEEPS_NO_CLIENT_IDS
    }

    private static final Asset USDT = new Asset("USDT");

    static final List<VenueTraits> ALL =
            List.of(
                    new VenueTraits(
                            "bybit",
                            "BTCUSDT",
                            USDT,
                            "BTCUSDT",
                            new BigDecimal("0.010"),
                            Set.of(),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(Fault.INVALID_KEY, Fault.KEY_EXPIRED),
                            Set.of(Fault.IP_NOT_ALLOWED),
                            Set.of(Fault.KEY_EXPIRED),
                            traits(
                                    Trait.SIGNS_TIME,
                                    Trait.TELLS_EXPIRY,
                                    Trait.TELLS_SUB_ACCOUNT,
                                    Trait.TELLS_PARENT,
                                    Trait.HAS_FUNDING_WALLET,
                                    Trait.SEPARATES_MARKETS)),
                    new VenueTraits(
                            "okx",
                            "BTC-USDT",
                            USDT,
                            "BTC-USDT-SWAP",
                            BigDecimal.ONE,
                            EnumSet.of(Right.TRANSFER),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(Fault.IP_NOT_ALLOWED),
                            Set.of(),
                            traits(
                                    Trait.HAS_PASSPHRASE,
                                    Trait.SIGNS_TIME,
                                    Trait.TELLS_SUB_ACCOUNT,
                                    Trait.TELLS_PARENT,
                                    Trait.HAS_FUNDING_WALLET)),
                    new VenueTraits(
                            "kucoin",
                            "BTC-USDT",
                            USDT,
                            "XBTUSDTM",
                            BigDecimal.TEN,
                            Set.of(),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(Fault.IP_NOT_ALLOWED),
                            Set.of(),
                            traits(
                                    Trait.HAS_PASSPHRASE,
                                    Trait.SIGNS_TIME,
                                    Trait.TELLS_SUB_ACCOUNT,
                                    Trait.HAS_FUNDING_WALLET,
                                    Trait.SEPARATES_MARKETS)),
                    new VenueTraits(
                            "kraken",
                            "XBTUSDT",
                            USDT,
                            "",
                            BigDecimal.ONE,
                            EnumSet.of(Right.TRANSFER),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH, Fault.KEY_EXPIRED),
                            traits(Trait.TELLS_EXPIRY)),
                    new VenueTraits(
                            "kalshi",
                            "KXHIGHNY-28DEC31-T60:yes",
                            new Asset("USD"),
                            "",
                            BigDecimal.ONE,
                            EnumSet.of(Right.TRADE_DERIVATIVES),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(),
                            Set.of(Fault.REGION_RESTRICTED),
                            traits(
                                    Trait.SIGNS_TIME,
                                    Trait.TELLS_EXPIRY,
                                    Trait.TELLS_SUB_ACCOUNT,
                                    Trait.TELLS_PARENT,
                                    Trait.NEVER_WITHDRAWS,
                                    Trait.TRADES_OUTCOMES)),
                    new VenueTraits(
                            "binance",
                            "BTCUSDT",
                            USDT,
                            "",
                            BigDecimal.ONE,
                            Set.of(),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(),
                            traits(
                                    Trait.SIGNS_TIME,
                                    Trait.TELLS_EXPIRY,
                                    Trait.SEPARATES_MARKETS,
                                    Trait.TELLS_OTHER_MARKETS)),
                    new VenueTraits(
                            "binance_usdm",
                            "",
                            USDT,
                            "BTCUSDT",
                            new BigDecimal("0.010"),
                            Set.of(),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(),
                            traits(
                                    Trait.SIGNS_TIME,
                                    Trait.TELLS_EXPIRY,
                                    Trait.HAS_FUNDING_WALLET,
                                    Trait.SEPARATES_MARKETS,
                                    Trait.TELLS_OTHER_MARKETS)),
                    new VenueTraits(
                            "binance_us",
                            "BTCUSDT",
                            USDT,
                            "",
                            BigDecimal.ONE,
                            EnumSet.of(Right.WITHDRAW, Right.TRANSFER),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(),
                            traits(
                                    Trait.SIGNS_TIME,
                                    Trait.NAMES_NO_ACCOUNT,
                                    Trait.HIDES_ADDRESSES)),
                    new VenueTraits(
                            "bitget",
                            "BTCUSDT",
                            USDT,
                            "BTCUSDT",
                            new BigDecimal("0.01"),
                            EnumSet.of(Right.TRANSFER),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(Fault.IP_NOT_ALLOWED),
                            Set.of(),
                            traits(
                                    Trait.HAS_PASSPHRASE,
                                    Trait.SIGNS_TIME,
                                    Trait.TELLS_SUB_ACCOUNT,
                                    Trait.TELLS_PARENT)),
                    new VenueTraits(
                            "bitmart",
                            "BTC_USDT",
                            USDT,
                            "BTCUSDT",
                            BigDecimal.TEN,
                            EnumSet.of(Right.WITHDRAW, Right.TRANSFER),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(Fault.IP_NOT_ALLOWED),
                            Set.of(Fault.KEY_EXPIRED),
                            traits(
                                    Trait.SIGNS_TIME,
                                    Trait.SEPARATES_MARKETS,
                                    Trait.NAMES_NO_ACCOUNT,
                                    Trait.HIDES_ADDRESSES,
                                    Trait.HIDES_DUPLICATES)),
                    new VenueTraits(
                            "coinbase",
                            "BTC-USDT",
                            USDT,
                            "BIP-20DEC30-CDE",
                            BigDecimal.ONE,
                            Set.of(),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            traits(
                                    Trait.HIDES_WHY,
                                    Trait.HIDES_ADDRESSES,
                                    Trait.MOVES_MONEY_BY_ONE_RIGHT,
                                    Trait.REPEATS_ORDERS,
                                    Trait.TELLS_SUB_ACCOUNT)),
                    new VenueTraits(
                            "cryptocom",
                            "BTC_USDT",
                            USDT,
                            "BTCUSD-PERP",
                            new BigDecimal("0.01"),
                            EnumSet.of(Right.WITHDRAW, Right.TRANSFER),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.IP_NOT_ALLOWED),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            traits(
                                    Trait.HIDES_WHY,
                                    Trait.HIDES_ADDRESSES,
                                    Trait.TELLS_SUB_ACCOUNT,
                                    Trait.TELLS_PARENT)),
                    new VenueTraits(
                            "hyperliquid",
                            "UBTC/USDC",
                            new Asset("USDC"),
                            "BTC",
                            new BigDecimal("0.01"),
                            Set.of(),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(Fault.INVALID_KEY),
                            Set.of(),
                            Set.of(Fault.INVALID_KEY, Fault.KEY_EXPIRED),
                            traits(
                                    Trait.TELLS_EXPIRY,
                                    Trait.TELLS_SUB_ACCOUNT,
                                    Trait.TELLS_PARENT,
                                    Trait.WALLET_SIGNS,
                                    Trait.MARGIN_IN_QUOTE)),
                    new VenueTraits(
                            "polymarket",
                            "bitcoin-above-150k-in-2028:yes",
                            new Asset("PUSD"),
                            "",
                            BigDecimal.ONE,
                            EnumSet.of(Right.WITHDRAW, Right.TRANSFER),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(Fault.AMBIGUOUS_AUTH),
                            Set.of(),
                            Set.of(),
                            traits(
                                    Trait.WALLET_SIGNS,
                                    Trait.KEEPS_NO_CLIENT_IDS,
                                    Trait.TRADES_OUTCOMES)));

    /**
     * What a new account is asked for with. Bitget's kinds of account report rights differently:
     * these cases take the unified one, {@link BitgetFamiliesTest} the classic one.
     */
    static String accountTerms(String venue, String body) {
        if (!venue.equals("bitget") || body.contains("account_mode")) {
            return body;
        }
        String rest = body.strip().substring(1).strip();
        return "{\"account_mode\":\"unified\"" + (rest.equals("}") ? "" : ",") + rest;
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** What a wrong secret may be answered with: a wallet's other secret is another wallet. */
    Set<Fault> wrongSecret() {
        return has(Trait.WALLET_SIGNS) || has(Trait.HIDES_WHY)
                ? wrongKey
                : Set.of(Fault.INVALID_SIGNATURE);
    }

    /** What is seen of the right to withdraw when a key has it. */
    Grant ofAWithdrawer() {
        if (unknownRights.contains(Right.WITHDRAW)) {
            return Grant.UNKNOWN;
        }
        return has(Trait.NEVER_WITHDRAWS) ? Grant.DENIED : Grant.GRANTED;
    }

    /** What the venue calls bitcoin among its balances. */
    Asset bitcoin() {
        return new Asset(venue.equals("hyperliquid") ? "UBTC" : "BTC");
    }

    /** How much bitcoin such an account holds of what it was given. */
    BigDecimal bitcoin(Market market, String given) {
        boolean none =
                has(Trait.TRADES_OUTCOMES)
                        || market == Market.DERIVATIVES && has(Trait.MARGIN_IN_QUOTE);
        return none ? BigDecimal.ZERO : new BigDecimal(given);
    }

    /** What its keys are made for. */
    Set<Market> markets() {
        Set<Market> markets = EnumSet.allOf(Market.class);
        if (spotSymbol.isEmpty()) {
            markets.remove(Market.SPOT);
        }
        if (derivativeSymbol.isEmpty()) {
            markets.remove(Market.DERIVATIVES);
        }
        return markets;
    }

    /** The market of cases that need just one: spot where there is spot. */
    Market market() {
        return spotSymbol.isEmpty() ? Market.DERIVATIVES : Market.SPOT;
    }

    static VenueTraits of(String venue) {
        return ALL.stream().filter(traits -> traits.venue.equals(venue)).findFirst().orElseThrow();
    }

    private static Set<Trait> traits(Trait... traits) {
        return EnumSet.copyOf(Arrays.asList(traits));
    }

    @Override
    public String toString() {
        return venue;
    }
}
