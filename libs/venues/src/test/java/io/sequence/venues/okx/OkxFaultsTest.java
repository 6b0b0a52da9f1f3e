package io.sequence.venues.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal that OKX documents, on the wire. */
class OkxFaultsTest {
    private static final String DOCUMENTED =
            """
            INVALID_KEY 50111 50119 50114
            INVALID_SIGNATURE 50113
            INVALID_PASSPHRASE 50105
            BAD_REQUEST 50103 50104 50106 50107 50000 51000 50038
            IP_NOT_ALLOWED 50110
            ENVIRONMENT_MISMATCH 50101
            TIMESTAMP_SKEW 50102 50112
            PERMISSION_DENIED 50030 50120 50035
            ACCOUNT_LOCKED 50100 50007 50029 51024 50059 50060 4088
            REGION_RESTRICTED 50027 50051 50052 50121
            RATE_LIMITED 50011 50061 http:429
            VENUE_UNAVAILABLE 50013 50001 50026 50004
            BAD_SYMBOL 51001
            ORDER_FUNDS 51008
            DUPLICATE_CLIENT_ID 51016
            MIN_SIZE 51020
            ORDER_NOT_FOUND 51400 51401 51402 51603
            IP_BANNED http:403
            """;

    private final ScriptedTransport transport = new ScriptedTransport();

    @SuppressWarnings("unchecked")
    private No<KeyFacts> refusal(Map<String, Secret> fields) {
        VenueAnswer<KeyFacts> answer =
                new Okx()
                        .connect(new Credential(new VenueId("okx"), "global", fields), transport)
                        .inspectKey();
        assertThat(answer).isInstanceOf(No.class);
        return (No<KeyFacts>) answer;
    }

    private No<KeyFacts> refusal() {
        return refusal(
                Map.of(
                        "api_key", Secret.of("k"),
                        "api_secret", Secret.of("s"),
                        "passphrase", Secret.of("p")));
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
            // Refusals at the door come without data.
            transport.says(401, Map.of(), "{\"msg\":\"its words\",\"code\":\"" + code + "\"}");
        }

        No<KeyFacts> no = refusal();

        assertThat(no.fault()).isEqualTo(fault);
        assertThat(no.venueCode()).isEqualTo(code);
        assertThat(no.venueWords()).isNotBlank();
    }

    @Test
    void hasNoRowBeyondTheDocuments() {
        assertThat(OkxProfile.PROFILE.faultsByCode().keySet())
                .isEqualTo(documented().map(row -> row.get()[0]).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "200, UNRECOGNISED",
        "401, UNRECOGNISED",
        "429, RATE_LIMITED",
        "503, VENUE_UNAVAILABLE"
    })
    void keepsTheWordsOfACodeThatItDoesNotKnow(int status, Fault fault) {
        transport.says(status, Map.of(), "{\"code\":\"59999\",\"msg\":\"the moon is full\"}");

        No<KeyFacts> no = refusal();

        assertThat(no.fault()).isEqualTo(fault);
        assertThat(no.venueCode()).isEqualTo("59999");
        assertThat(no.venueWords()).isEqualTo("the moon is full");
    }

    @Test
    void waitsAsLongAsTheHeaderSays() {
        transport.says(
                429,
                Map.of(
                        "Retry-After", "Fri, 20 Nov 2026 12:00:30 GMT",
                        "Date", "Fri, 20 Nov 2026 12:00:00 GMT"),
                "{\"code\":\"50011\",\"msg\":\"Too Many Requests\"}");

        assertThat(refusal().retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void asksForTheTimeBeforeItAsksAgain() {
        transport.says(401, Map.of(), "{\"code\":\"50102\",\"msg\":\"Timestamp request expired\"}");

        assertThat(refusal().fault()).isEqualTo(Fault.TIMESTAMP_SKEW);
        assertThat(transport.asked())
                .extracting(one -> one.path())
                .containsExactly(
                        "/api/v5/account/config",
                        "/api/v5/public/time",
                        "/api/v5/account/config",
                        "/api/v5/public/time",
                        "/api/v5/account/config");
    }

    @Test
    void namesTheMissingFieldWithoutAskingOkx() {
        No<KeyFacts> no = refusal(Map.of("api_key", Secret.of("k"), "api_secret", Secret.of("s")));

        assertThat(no.fault()).isEqualTo(Fault.INVALID_SIGNATURE);
        assertThat(no.venueWords()).contains("passphrase: is missing");
        assertThat(transport.asked()).isEmpty();
    }
}
