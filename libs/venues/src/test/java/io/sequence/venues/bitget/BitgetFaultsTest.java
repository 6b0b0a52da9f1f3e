package io.sequence.venues.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.transport.ScriptedTransport;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal that Bitget documents, on the wire. */
class BitgetFaultsTest {
    private static final String DOCUMENTED =
            """
            BAD_REQUEST 40001 40002 40003 40011 40017 40019 40020 30001 30002 30003 30004
            TIMESTAMP_SKEW 40004 40005 40008 30005 30008
            INVALID_KEY 40006 40037 30006
            INVALID_SIGNATURE 40009 40010 30013
            INVALID_PASSPHRASE 40012 30015
            IP_NOT_ALLOWED 40018 30011
            PERMISSION_DENIED 40014 43111
            ACCOUNT_LOCKED 40013 40031 40016
            REGION_RESTRICTED 40024
            ENVIRONMENT_MISMATCH 40099
            RATE_LIMITED 429 1001 30014
            VENUE_UNAVAILABLE 40015 41114 43115 30019
            VENUE_MAINTENANCE 40200 40308 40604
            ORDER_FUNDS 40711 40712 40762 43012 25202 25203
            MIN_SIZE 45110
            ORDER_NOT_FOUND 40109 40768 43001 25204 22001
            BAD_SYMBOL 40309
            ORDER_REJECTED 40731 40774 25236
            DUPLICATE_CLIENT_ID 40786 43118
            """;

    private final ScriptedTransport transport = new ScriptedTransport();

    private VenueAnswer<?> ask() {
        return new Bitget()
                .connect(
                        new Credential(
                                new VenueId("bitget"),
                                "global",
                                Map.of(
                                        "api_key", Secret.of("k"),
                                        "api_secret", Secret.of("s"),
                                        "passphrase", Secret.of("p"))),
                        transport)
                .feeTier(Market.SPOT);
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
        transport.says(400, Map.of(), "{\"code\":\"" + code + "\",\"msg\":\"its words\"}");

        assertThat(ask())
                .isInstanceOfSatisfying(
                        No.class,
                        no -> {
                            assertThat(no.fault()).isEqualTo(fault);
                            assertThat(no.venueCode()).isEqualTo(code);
                            assertThat(no.venueWords()).isEqualTo("its words");
                        });
    }

    @Test
    void hasNoRowBeyondTheDocuments() {
        assertThat(BitgetProfile.PROFILE.faultsByCode().keySet())
                .isEqualTo(
                        Stream.concat(
                                        Stream.of("40084", "40085"),
                                        documented().map(row -> (String) row.get()[0]))
                                .collect(Collectors.toSet()));
    }

    @Test
    void keepsACodeThatNobodyKnows() {
        transport.says(400, Map.of(), "{\"code\":\"49999\",\"msg\":\"news\",\"new\":{}}");

        assertThat(ask())
                .isInstanceOfSatisfying(
                        No.class,
                        no -> {
                            assertThat(no.fault()).isEqualTo(Fault.UNRECOGNISED);
                            assertThat(no.venueCode()).isEqualTo("49999");
                        });
    }
}
