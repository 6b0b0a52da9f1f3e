package io.sequence.simulator.polymarket;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.Outcome;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.ether.Keccak;
import io.sequence.simulator.wire.Macs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is traded: markets of two outcomes, each outcome a token of up to 78 digits. */
final class PolymarketMarkets {

    /** Collateral; the venue's pUSD is worth a USDC and is called that here. */
    static final String CASH = "USDC";

    static final BigDecimal LEAST_SHARES = new BigDecimal("5");
    static final BigDecimal TAKER_RATE = new BigDecimal("0.05");

    /**
     * One market.
     *
     * @param first label of the first outcome, usually Yes
     * @param negRisk whether it is one of several that exclude each other, with its own exchange
     */
    record Market(
            String event,
            String slug,
            String question,
            String first,
            String second,
            boolean negRisk,
            BigDecimal step) {

        String conditionId() {
            return "0x" + Macs.hex(hash("condition " + slug));
        }

        /** The token of the first outcome or of the second. */
        String token(boolean ofFirst) {
            return new BigInteger(1, hash("token " + slug + ofFirst)).toString();
        }

        List<String> tokens() {
            return List.of(token(true), token(false));
        }

        List<String> outcomes() {
            return List.of(first, second);
        }

        String outcome(String token) {
            return token.equals(token(true)) ? first : second;
        }
    }

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal TENTH = new BigDecimal("0.001");

    static final List<Market> ALL =
            List.of(
                    new Market(
                            "bitcoin-above-150k-in-2028",
                            "bitcoin-above-150k-in-2028",
                            "Will Bitcoin trade above $150k in 2028?",
                            "Yes",
                            "No",
                            false,
                            CENT),
                    new Market(
                            "ethereum-on-december-31",
                            "ethereum-up-or-down-on-december-31",
                            "Ethereum up or down on December 31?",
                            "Up",
                            "Down",
                            false,
                            CENT),
                    new Market(
                            "fed-decision-in-december",
                            "fed-decreases-rates-in-december",
                            "Fed decreases rates in December?",
                            "Yes",
                            "No",
                            true,
                            TENTH),
                    new Market(
                            "fed-decision-in-december",
                            "no-change-in-fed-rates-in-december",
                            "No change in Fed rates in December?",
                            "Yes",
                            "No",
                            true,
                            TENTH));

    private PolymarketMarkets() {}

    static InstrumentList list() {
        return new InstrumentList(
                ALL.stream()
                        .flatMap(m -> Stream.of(instrument(m, true), instrument(m, false)))
                        .toList());
    }

    private static Instrument instrument(Market market, boolean first) {
        return new Instrument(
                market.token(first),
                Kind.SPOT,
                new Outcome(market.slug(), first).asset(),
                CASH,
                CASH,
                BigDecimal.ONE,
                market.step(),
                new BigDecimal("0.000001"),
                LEAST_SHARES,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                TAKER_RATE,
                WalletKind.TRADING);
    }

    /** The market that a token belongs to. */
    static Optional<Market> ofToken(@Nullable String token) {
        return ALL.stream().filter(market -> market.tokens().contains(token)).findFirst();
    }

    static Optional<Market> ofCondition(@Nullable String condition) {
        return ALL.stream().filter(market -> market.conditionId().equals(condition)).findFirst();
    }

    static Optional<Market> ofSlug(@Nullable String slug) {
        return ALL.stream().filter(market -> market.slug().equals(slug)).findFirst();
    }

    private static byte[] hash(String text) {
        return Keccak.hash(text.getBytes(StandardCharsets.UTF_8));
    }
}
