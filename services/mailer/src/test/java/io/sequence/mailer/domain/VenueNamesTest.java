package io.sequence.mailer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.venues.Venues;
import io.sequence.venues.api.VenueProfile;
import io.sequence.vocabulary.VenueId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VenueNamesTest {
    static Stream<VenueProfile> profiles() {
        return Venues.profiles().stream();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void callsEveryVenueAsItsProfileDoes(VenueProfile profile) {
        assertThat(VenueNames.of(profile.venue())).isEqualTo(profile.displayName());
    }

    @Test
    void callsAVenueThatIsNotListedByItsId() {
        assertThat(VenueNames.of(new VenueId("tomorrow"))).isEqualTo("tomorrow");
    }
}
