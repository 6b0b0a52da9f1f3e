package io.sequence.venues.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.venues.api.WireResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two witnesses move the clock, one does not. */
class ClockOffsetTest {
    private final ClockOffset offset = new ClockOffset();

    @Test
    void staysWhenOneAnswerIsOutOfLine() {
        offset.observe(60_000, 61_000);
        offset.observe(-100, 900);
        offset.observe(60_000, 61_000);

        assertThat(offset.millis()).isZero();
    }

    @Test
    void movesWhenTwoAnswersAgree() {
        offset.observe(5_000, 6_000);
        offset.observe(5_400, 6_400);

        assertThat(offset.millis()).isEqualTo(5_700);
    }

    @Test
    void staysWhenTwoAnswersDisagreeWithEachOther() {
        offset.observe(5_000, 6_000);
        offset.observe(-6_000, -5_000);

        assertThat(offset.millis()).isZero();
    }

    @Test
    void prefersTheVenuesMillisecondsToTheDateHeader() {
        var response =
                new WireResponse(
                        200,
                        Map.of("Date", "Tue, 14 Apr 2026 06:59:50 GMT"),
                        "{\"retCode\":0,\"time\":1776149990532}");

        assertThat(ServerTime.of(response))
                .isEqualTo(new ServerTime(Instant.ofEpochMilli(1776149990532L), 0));
    }

    @Test
    void distrustsMillisecondsThatTheDateHeaderContradicts() {
        var response =
                new WireResponse(
                        200,
                        Map.of("Date", "Tue, 14 Apr 2026 06:59:50 GMT"),
                        "{\"time\":1576149990532}");

        assertThat(ServerTime.of(response))
                .isEqualTo(new ServerTime(Instant.parse("2026-04-14T06:59:50Z"), 1000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"1597026383085\"}]}",
                "{\"code\":\"0\",\"data\":[{\"ts\":\"1597026383085\"}],\"msg\":\"\"}",
                "{\"code\":\"200000\",\"data\":1597026383085}",
                "{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":1597026383080,"
                        + "\"data\":{\"serverTime\":\"1597026383085\"}}"
            })
    void readsAnswersThatAreNothingButATime(String body) {
        assertThat(ServerTime.of(new WireResponse(200, Map.of(), body)))
                .isEqualTo(new ServerTime(Instant.ofEpochMilli(1597026383085L), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"0\",\"data\":[{\"ccy\":\"BTC\",\"ts\":\"1597026383085\"}]}",
                "{\"code\":\"0\",\"data\":[{\"ts\":\"1597026383085\",\"sCode\":\"0\"}]}",
                "{\"time\":\"1597026383085\"}",
                "1597026383085"
            })
    void takesNoOtherNumberForATime(String body) {
        assertThat(ServerTime.of(new WireResponse(200, Map.of(), body))).isNull();
    }
}
