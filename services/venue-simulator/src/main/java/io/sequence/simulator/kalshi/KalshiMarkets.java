package io.sequence.simulator.kalshi;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.Outcome;
import io.sequence.simulator.domain.WalletKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is traded here: a few markets, each with an instrument for YES and one for NO. */
final class KalshiMarkets {

    static final String CASH = "USD";

    /**
     * One market.
     *
     * @param series e.g. {@code KXHIGHNY}
     * @param event series and date
     * @param ticker event and strike
     * @param structure how fine prices are
     */
    record Market(
            String series,
            String event,
            String ticker,
            String title,
            String question,
            String structure,
            BigDecimal step) {}

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal TENTH = new BigDecimal("0.001");

    static final List<Market> ALL =
            List.of(
                    market("KXHIGHNY", "28DEC31", "T60", "Highest temperature in New York", CENT),
                    market("KXHIGHNY", "28DEC31", "T70", "Highest temperature in New York", CENT),
                    market("KXBTCZ", "28DEC31", "T99000", "Bitcoin price at the year's end", CENT),
                    market("KXBTCZ", "28DEC31", "T150000", "Bitcoin price at the year's end", CENT),
                    market("KXFED", "28DEC", "T4.00", "Fed funds rate after December", TENTH));

    private KalshiMarkets() {}

    private static Market market(
            String series, String date, String strike, String title, BigDecimal step) {
        String event = series + "-" + date;
        return new Market(
                series,
                event,
                event + "-" + strike,
                title,
                title + " above " + strike.substring(1) + "?",
                step.equals(CENT) ? "linear_cent" : "deci_cent",
                step);
    }

    static InstrumentList list() {
        return new InstrumentList(
                ALL.stream()
                        .flatMap(m -> Stream.of(instrument(m, true), instrument(m, false)))
                        .toList());
    }

    private static Instrument instrument(Market market, boolean yes) {
        String asset = new Outcome(market.ticker(), yes).asset();
        return new Instrument(
                asset,
                Kind.SPOT,
                asset,
                CASH,
                CASH,
                BigDecimal.ONE,
                market.step(),
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal("0.07"),
                WalletKind.TRADING);
    }

    static Optional<Market> find(String ticker) {
        return ALL.stream().filter(market -> market.ticker().equals(ticker)).findFirst();
    }

    /** The outcome behind one of our instruments. */
    static Outcome outcome(String symbol) {
        return Objects.requireNonNull(Outcome.of(symbol), symbol);
    }
}
