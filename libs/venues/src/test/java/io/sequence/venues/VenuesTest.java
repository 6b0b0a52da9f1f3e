package io.sequence.venues;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.venues.api.Venue;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry and the names that it answers to. */
class VenuesTest {
    /** Venues whose documents ask for forms. */
    private static final List<String> FORMS =
            List.of("kraken", "binance", "binance_usdm", "binance_us");

    /** Venues whose documents date a call by its nonce. */
    private static final List<String> COUNTED = List.of("kraken", "cryptocom", "hyperliquid");

    @Test
    void answersToTheNameOfEveryVenueHoweverItIsWritten() {
        for (Venue venue : Venues.all()) {
            String name = venue.profile().venue().value();
            for (String spelling :
                    List.of(
                            name,
                            name.toUpperCase(Locale.ROOT),
                            name.replace('_', '-'),
                            name.replace("_", ""),
                            " " + name.replace('_', '.') + " ")) {
                assertThat(Venues.spelled(spelling)).as(spelling).contains(venue);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binance-spot=binance",
                "binance_spot=binance",
                "binance-usdm=binance_usdm",
                "Binance-Futures=binance_usdm",
                "binance-us=binance_us",
                "BinanceUS=binance_us",
                "crypto-com=cryptocom",
                "Crypto.com=cryptocom",
                "crypto_com=cryptocom",
                "coinbase advanced=coinbase",
                "OKEX=okx"
            })
    void answersToOtherSpellingsOfVenuesThatItHas(String pair) {
        String id = pair.split("=")[1];

        assertThat(Venues.spelled(pair.split("=")[0]).map(venue -> venue.profile().venue().value()))
                .isEqualTo(
                        Venues.profiles().stream()
                                .map(profile -> profile.venue().value())
                                .filter(id::equals)
                                .findFirst());
    }

    @Test
    void knowsNoOtherName() {
        for (String name : List.of("", " ", "moon", "binance_", "krakenfutures", "💥")) {
            assertThat(
                            Venues.spelled(name)
                                    .filter(v -> !v.profile().venue().value().equals("binance")))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void knowsWhoseCallsAreFormsAndWhoseNoncesDateThem() {
        for (Venue venue : Venues.all()) {
            String name = venue.profile().venue().value();
            assertThat(venue.signer().signsForms()).as(name).isEqualTo(FORMS.contains(name));
            assertThat(venue.signer().signsNoClock()).as(name).isEqualTo(COUNTED.contains(name));
        }
    }

    @Test
    void sendsPathsOfOneHostToAHostThatThereIs() {
        for (Venue venue : Venues.all()) {
            assertThat(venue.profile().hosts())
                    .extracting(host -> host.label())
                    .containsAll(venue.hostsByPath().values());
        }
    }
}
