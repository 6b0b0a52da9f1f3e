package io.sequence.venues.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.WireResult;
import io.sequence.venues.transport.ScriptedTransport;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal that Bybit documents, on the wire. */
class BybitFaultsTest {
    private static final String DOCUMENTED =
            """
            INVALID_KEY 10003 10007 http:401
            KEY_EXPIRED 33004 -2015
            INVALID_SIGNATURE 10004
            PERMISSION_DENIED 10005
            IP_NOT_ALLOWED 10010
            TIMESTAMP_SKEW 10002 -1
            RATE_LIMITED 10006 429 http:429
            REGION_RESTRICTED http:403 10009 110132 170209 170348
            BAD_REQUEST http:404 10001 10017 170130 10028 100028 110067 110088
            VENUE_UNAVAILABLE 10000 10016 170001 170007 170032 170234
            ACCOUNT_LOCKED 10008 10024 10027 110066 110123 110124 110125 170241
            BAD_SYMBOL 10029 170121 170151 170157
            ORDER_FUNDS 110004 110006 110007 110012 110014 110044 110045 110051 110052 110053
            ORDER_FUNDS 170033 170131
            ORDER_NOT_FOUND 110001 170143 170213 110008 110010 170139 170142 170190
            DUPLICATE_CLIENT_ID 110072 170141 10014
            MIN_SIZE 110017 110094 170136 170140
            ORDER_REJECTED 110003 170132 170133 170134 170192 170193 170194
            """;

    private final ScriptedTransport transport = new ScriptedTransport();

    private VenueAnswer<KeyFacts> inspect() {
        return new Bybit()
                .connect(
                        new Credential(
                                new VenueId("bybit"),
                                "global",
                                Map.of("api_key", Secret.of("k"), "api_secret", Secret.of("s"))),
                        transport)
                .inspectKey();
    }

    @SuppressWarnings("unchecked")
    private No<KeyFacts> refusal() {
        VenueAnswer<KeyFacts> answer = inspect();
        assertThat(answer).isInstanceOf(No.class);
        return (No<KeyFacts>) answer;
    }

    static Stream<Arguments> documented() {
        return DOCUMENTED
                .lines()
                .map(line -> line.split(" "))
                .flatMap(
                        row ->
                                Arrays.stream(row)
                                        .skip(1)
                                        .map(code -> Arguments.of(code, Fault.valueOf(row[0]))));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("documented")
    void knowsEveryDocumentedRefusal(String code, Fault fault) {
        if (code.startsWith("http:")) {
            int status = Integer.parseInt(code.substring(5));
            transport.says(status, Map.of(), "<html><h1>" + status + "</h1></html>");
        } else {
            transport.says("{\"retCode\":" + code + ",\"retMsg\":\"its words\",\"result\":{}}");
        }

        No<KeyFacts> no = refusal();

        assertThat(no.fault()).isEqualTo(fault);
        assertThat(no.venueCode()).isEqualTo(code);
        assertThat(no.venueWords()).isNotBlank();
    }

    @Test
    void hasNoRowBeyondTheDocuments() {
        assertThat(BybitProfile.PROFILE.faultsByCode().keySet())
                .isEqualTo(documented().map(row -> row.get()[0]).collect(Collectors.toSet()));
    }

    @Test
    void keepsTheWordsOfACodeThatItDoesNotKnow() {
        transport.says("{\"retCode\":424242,\"retMsg\":\"the\\u0000 moon\\n is full\"}");

        No<KeyFacts> no = refusal();

        assertThat(no.fault()).isEqualTo(Fault.UNRECOGNISED);
        assertThat(no.venueCode()).isEqualTo("424242");
        assertThat(no.venueWords()).isEqualTo("the moon is full");
    }

    @Test
    void tellsABanFromARegion() {
        transport.says(403, Map.of(), "403, access too frequent");

        No<KeyFacts> no = refusal();

        assertThat(no.fault()).isEqualTo(Fault.IP_BANNED);
        assertThat(no.retryAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(transport.away()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void waitsUntilTheLimitIsReset() {
        transport.says(
                200,
                Map.of("x-bapi-limit-reset-timestamp", "1714065629990"),
                "{\"retCode\":10006,\"retMsg\":\"Too many visits\",\"time\":1714065629010}");

        assertThat(refusal().retryAfter()).isEqualTo(Duration.ofMillis(980));
    }

    @Test
    void takesWhatIsNoAnswerForAnUnavailableVenue() {
        for (String body : new String[] {"", "{", "[]x", "null", "{}", "<html>ok</html>", "7"}) {
            var fresh = new BybitFaultsTest();
            fresh.transport.says(body);
            assertThat(fresh.refusal().fault()).as(body).isEqualTo(Fault.VENUE_UNAVAILABLE);
        }
    }

    @Test
    void takesAnOddValueForAnUnavailableVenue() {
        transport.says("{\"retCode\":0,\"result\":{\"userID\":\"7\",\"createdAt\":\"yesterday\"}}");

        assertThat(refusal().fault()).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }

    @Test
    void asksAgainWhenTheClockWasRefused() {
        transport
                .says("{\"retCode\":10002,\"retMsg\":\"invalid request\"}")
                .says("{\"retCode\":0,\"result\":{\"userID\":7}}");

        assertThat(inspect()).isInstanceOf(VenueAnswer.Yes.class);
        assertThat(transport.asked()).hasSize(2);
    }

    @Test
    void couldNotReachBybitWhenNothingWasSent() {
        transport.comesTo(new WireResult.NotSent("no connection: ConnectException"));

        assertThat(refusal().fault()).isEqualTo(Fault.UNREACHABLE);
    }

    @Test
    void takesALostReadForAnUnavailableVenue() {
        transport.comesTo(new WireResult.Lost("no answer: time-out"));

        assertThat(refusal().fault()).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }
}
