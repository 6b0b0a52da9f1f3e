package io.sequence.venues.binance;

import static io.sequence.venues.binance.BinanceBench.no;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.transport.ScriptedTransport;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal that the documents list, on the wire. */
class BinanceFaultsTest {
    private static final String SHARED =
            """
            INVALID_KEY -2014 -2008
            AMBIGUOUS_AUTH -2015 -1099
            INVALID_SIGNATURE -1022
            TIMESTAMP_SKEW -1021
            PERMISSION_DENIED -1002
            RATE_LIMITED -1003 -1015 http:429 http:403
            IP_BANNED http:418
            REGION_RESTRICTED http:451
            VENUE_UNAVAILABLE -1000 -1001 -1006 -1007 -1008
            UNKNOWN_OUTCOME http:409
            BAD_REQUEST -1013 http:404
            BAD_SYMBOL -1121
            ORDER_REJECTED -2010
            ORDER_NOT_FOUND -2011 -2013
            """;
    private static final String FUTURES =
            """
            TIMESTAMP_SKEW -5028
            IP_NOT_ALLOWED -1011
            ACCOUNT_LOCKED -2017 -4109 -4192
            PERMISSION_DENIED -4087 -4088 -4400 -4401
            BAD_REQUEST -4056 -4057 -4015 -4061 -4120
            REGION_RESTRICTED -4402
            ORDER_FUNDS -2018 -2019
            ORDER_REJECTED -2021 -2022 -2025 -2027 -5021 -5022
            DUPLICATE_CLIENT_ID -4116
            MIN_SIZE -4164
            VENUE_UNAVAILABLE http:408
            """;

    private static No<Pulse> refusal(Venue venue, int status, String body, String... headers) {
        var transport = new ScriptedTransport();
        transport.says(
                status, headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]), body);
        return no(BinanceBench.client(venue, venue.profile().defaultHost(), transport).ping());
    }

    private static Stream<Arguments> rows(Venue venue, String table) {
        Stream<Arguments> listed =
                table.lines()
                        .map(line -> line.split(" "))
                        .flatMap(
                                row ->
                                        Arrays.stream(row)
                                                .skip(1)
                                                .map(
                                                        code ->
                                                                Arguments.of(
                                                                        venue,
                                                                        code,
                                                                        Fault.valueOf(row[0]))));
        Stream<Arguments> parameters =
                IntStream.rangeClosed(1100, 1135)
                        .filter(code -> code != 1121)
                        .mapToObj(code -> Arguments.of(venue, "-" + code, Fault.BAD_REQUEST));
        return Stream.concat(listed, parameters);
    }

    static Stream<Arguments> documented() {
        return Stream.of(
                        rows(new Binance(), SHARED),
                        rows(new BinanceUs(), SHARED),
                        rows(new BinanceUsdm(), SHARED + FUTURES))
                .flatMap(all -> all);
    }

    @ParameterizedTest(name = "{1} is {2}")
    @MethodSource("documented")
    void knowsEveryDocumentedRefusal(Venue venue, String code, Fault fault) {
        No<Pulse> no =
                code.startsWith("http:")
                        ? refusal(venue, Integer.parseInt(code.substring(5)), "<h1>No</h1>")
                        : refusal(venue, 400, "{\"code\":" + code + ",\"msg\":\"its words\"}");

        assertThat(no.fault()).isEqualTo(fault);
        assertThat(no.venueCode()).isEqualTo(code);
        assertThat(no.venueWords()).isNotBlank();
    }

    @Test
    void hasNoRowBeyondTheDocuments() {
        for (Venue venue : new Venue[] {new Binance(), new BinanceUs(), new BinanceUsdm()}) {
            assertThat(venue.profile().faultsByCode().keySet())
                    .isEqualTo(
                            documented()
                                    .filter(row -> row.get()[0].getClass() == venue.getClass())
                                    .map(row -> row.get()[1])
                                    .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-2010|Account has insufficient balance for requested action.|ORDER_FUNDS",
                "-2010|Duplicate order sent.|DUPLICATE_CLIENT_ID",
                "-2010|Market is closed.|ORDER_REJECTED",
                "-2010|This account may not place or cancel orders.|ACCOUNT_LOCKED",
                "-2011|Unknown order sent.|ORDER_NOT_FOUND",
                "-1013|Filter failure: LOT_SIZE|MIN_SIZE",
                "-1013|Filter failure: NOTIONAL|MIN_SIZE",
                "-1013|Filter failure: MIN_NOTIONAL|MIN_SIZE",
                "-1013|Filter failure: PRICE_FILTER|BAD_REQUEST",
                "-1003|Way too much request weight used; IP banned until 1795176120000.|IP_BANNED",
                "-1003|Too much request weight used.|RATE_LIMITED"
            })
    void readsTheWordsOfCodesThatMeanSeveralThings(String code, String words, Fault fault) {
        assertThat(
                        refusal(
                                        new Binance(),
                                        400,
                                        "{\"code\":" + code + ",\"msg\":\"" + words + "\"}")
                                .fault())
                .isEqualTo(fault);
    }

    @Test
    void waitsUntilTheBanIsOver() {
        No<Pulse> no =
                refusal(
                        new Binance(),
                        418,
                        "{\"code\":-1003,\"msg\":\"IP banned until 1795176120000.\"}");

        assertThat(no.fault()).isEqualTo(Fault.IP_BANNED);
        assertThat(no.retryAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void obeysRetryAfterFirst() {
        String busy = "{\"code\":-1003,\"msg\":\"Too many requests.\"}";

        assertThat(refusal(new Binance(), 429, busy, "Retry-After", "17").retryAfter())
                .isEqualTo(Duration.ofSeconds(17));
        assertThat(refusal(new BinanceUs(), 429, busy, "X-MBX-USED-WEIGHT-1M", "1201").retryAfter())
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(refusal(new BinanceUs(), 429, busy).retryAfter()).isNull();
    }

    @Test
    void tellsARestrictedRegionFromAKey() {
        No<Pulse> no =
                refusal(
                        new Binance(),
                        451,
                        "{\"code\":0,\"msg\":\"Service unavailable from a restricted location\"}");

        assertThat(no.fault()).isEqualTo(Fault.REGION_RESTRICTED);
        assertThat(no.venueWords()).contains("restricted location", "Binance.US");
    }

    @Test
    void keepsTheWordsOfACodeThatItDoesNotKnow() {
        No<Pulse> no = refusal(new Binance(), 400, "{\"code\":-424242,\"msg\":\"the moon\"}");

        assertThat(no.fault()).isEqualTo(Fault.UNRECOGNISED);
        assertThat(no.venueCode()).isEqualTo("-424242");
        assertThat(no.venueWords()).isEqualTo("the moon");
    }

    @Test
    void takesWhatIsNoAnswerForAnUnavailableVenue() {
        for (String body : new String[] {"", "{", "[]x", "null", "<html>ok</html>", "7"}) {
            assertThat(refusal(new Binance(), 200, body).fault())
                    .as(body)
                    .isEqualTo(Fault.VENUE_UNAVAILABLE);
        }
    }
}
