package io.sequence.simulator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PriceBoardTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void isTheSameForTheSameSeedAndDiffersForAnother() {
        assertThat(new PriceBoard(7).usd("BTC", NOON))
                .isEqualTo(new PriceBoard(7).usd("BTC", NOON));
        assertThat(new PriceBoard(7).usd("BTC", NOON))
                .isNotEqualTo(new PriceBoard(8).usd("BTC", NOON));
    }

    @Test
    void walksWithinAFewPercent() {
        PriceBoard board = new PriceBoard(7);
        var prices =
                LongStream.range(0, 100_000)
                        .mapToObj(s -> board.usd("BTC", NOON.plusSeconds(s)))
                        .toList();
        assertThat(prices)
                .allMatch(
                        p ->
                                p.compareTo(new BigDecimal("63000")) > 0
                                        && p.compareTo(new BigDecimal("67000")) < 0);
        assertThat(prices.stream().distinct().count()).isGreaterThan(10_000);
    }

    @Test
    void pinsAndLetsGo() {
        PriceBoard board = new PriceBoard(7);
        BigDecimal walking = board.usd("ETH", NOON);
        board.pin("ETH", BigDecimal.TEN);
        assertThat(board.usd("ETH", NOON)).isEqualTo(BigDecimal.TEN);
        board.unpin();
        assertThat(board.usd("ETH", NOON)).isEqualTo(Objects.requireNonNull(walking));
    }
}
