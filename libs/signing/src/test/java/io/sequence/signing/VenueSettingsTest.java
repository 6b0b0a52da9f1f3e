package io.sequence.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.sequence.venues.transport.EgressAddresses;
import io.sequence.venues.transport.TransportSettings;
import io.sequence.venues.transport.TransportSettings.Budget;
import io.sequence.vocabulary.VenueId;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueSettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final VenueId OKX = new VenueId("okx");

    @Test
    void staysWithTheStandardWhereNothingIsConfigured() {
        assertThat(read(Map.of())).isEqualTo(TransportSettings.STANDARD);
    }

    @Test
    void takesABudgetForAllAndOneForAVenue() {
        TransportSettings settings =
                read(
                        Map.of(
                                "sequence.venues.calls-per-second", "40",
                                "sequence.venues.health-share", "0.7",
                                "sequence.venues.order-reserve", "0.2",
                                "sequence.venues.okx.calls-per-second", "15"));
        assertThat(settings.budget()).isEqualTo(new Budget(40, SECOND, 0.7, 0.2, false));
        assertThat(settings.budgetOf()).isEqualTo(Map.of(OKX, new Budget(15, SECOND, 0.7, 0.2)));
    }

    @Test
    void takesTimeLimitsAndTheBreaker() {
        assertThat(
                        read(
                                Map.of(
                                        "sequence.venues.connect-timeout", "750ms",
                                        "sequence.venues.answer-timeout", "4s",
                                        "sequence.venues.connections-per-host", "8",
                                        "sequence.venues.breaker-failures", "3",
                                        "sequence.venues.breaker-pause", "1m")))
                .isEqualTo(
                        new TransportSettings(
                                Duration.ofMillis(750),
                                Duration.ofSeconds(4),
                                8,
                                3,
                                Duration.ofMinutes(1),
                                TransportSettings.STANDARD.budget(),
                                Map.of(),
                                1,
                                EgressAddresses.ANY));
    }

    @Test
    void readsTheEnvironmentToo() {
        var config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withSources(
                                new EnvConfigSource(
                                        Map.of("SEQUENCE_VENUES_OKX_HEALTH_SHARE", "0.25"), 300))
                        .build();
        assertThat(VenueSettings.read(config, TransportSettings.STANDARD).budgetOf())
                .isEqualTo(Map.of(OKX, new Budget(100, SECOND, 0.25, 0.1, false)));
    }

    @Test
    void takesOurAddressesAndTheShareOfThemThatIsThisProcesss() {
        TransportSettings settings =
                read(
                        Map.of(
                                "sequence.venues.egress-addresses", "203.0.113.7, 203.0.113.8",
                                "sequence.venues.address-share", "0.5",
                                "sequence.venues.declared-limits", "false"));
        assertThat(settings.egress())
                .isEqualTo(EgressAddresses.of(List.of("203.0.113.7", "203.0.113.8")));
        assertThat(settings.addressShare()).isEqualTo(0.5);
        assertThat(settings.budget().instead()).isTrue();
        assertThat(
                        VenueSettings.read(
                                        config(Map.of("sequence.venues.declared-limits", "true")),
                                        TransportSettings.SIMULATOR)
                                .budget()
                                .instead())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "calls-per-second, many, a whole number from 1 to 1000000",
        "calls-per-second, 0, a whole number from 1 to 1000000",
        "kraken.calls-per-second, -3, a whole number from 1 to 1000000",
        "health-share, 0, a number above 0 and at most 1",
        "bybit.health-share, NaN, a number above 0 and at most 1",
        "order-reserve, 1, a number from 0 to below 1",
        "answer-timeout, soon, a time such as 3s or 500ms",
        "breaker-pause, 0s, a time such as 3s or 500ms",
        "address-share, 0, a number above 0 and at most 1",
        "declared-limits, yes, true or false",
        "egress-addresses, here, addresses of this machine",
        "egress-addresses, 10.0.0.1;10.0.0.2, addresses of this machine",
        "breaker-failures, 1.5, a whole number from 1 to 10000"
    })
    void refusesABadValueInOneSentence(String name, String value, String right) {
        String setting = "sequence.venues." + name;
        assertThatThrownBy(() -> read(Map.of(setting, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "The setting " + setting + " is \"" + value + "\"; it must be " + right);
    }

    @Test
    void refusesABudgetForAVenueThatIsNone() {
        assertThatThrownBy(() -> read(Map.of("sequence.venues.bybitt.calls-per-second", "5")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "The setting sequence.venues.bybitt.calls-per-second names no venue of the"
                                + " house; there are bybit, ");
    }

    private static TransportSettings read(Map<String, String> configured) {
        return VenueSettings.read(config(configured), TransportSettings.STANDARD);
    }

    private static Config config(Map<String, String> configured) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(configured)
                .build();
    }
}
