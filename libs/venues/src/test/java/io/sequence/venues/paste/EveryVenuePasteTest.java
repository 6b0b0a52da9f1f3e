package io.sequence.venues.paste;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.venues.Venues;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.vocabulary.VenueId;
import java.io.IOException;
import java.io.InputStream;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The doctor at the profiles of all venues. */
class EveryVenuePasteTest {
    private static final String EC_KEY =
            "MHcCAQEEIKwf3Uox30cRWzRBOPoPOH5p0Gpb0Dt8zUKXUEM5fMkGoAoGCCqGSM49AwEHoUQDQgAEbAtpLlSZYVOw"
                + "YICz+uEyxcS29vRIujiES/gQ1DC7FV4zK4JuYE9vqDyGZQYjdXHLM7I6f/QnnOITL+dXYWBHRA==";
    private static final String ED25519_KEY = "k0BUni0p0vZG1BdpVjS6ogBJ7kxm630AJ2dN+tuputA=";
    private static final String RSA_KEY = rsa();

    private static String rsa() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<VenueProfile> profiles() {
        return Venues.profiles().stream();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void refusesNothingThatAVectorSignsWithAndThePatternHasRoomFor(VenueProfile venue)
            throws IOException {
        String file = "/vectors/" + venue.venue().value() + ".json";
        try (InputStream json =
                Objects.requireNonNull(getClass().getResourceAsStream(file), file)) {
            for (JsonNode vector : new ObjectMapper().readTree(json).path("vectors")) {
                Map<String, String> given = new HashMap<>();
                for (CredentialField field : venue.fields()) {
                    String value = vector.path("credentials").path(field.name()).asText();
                    if (value.matches(field.pattern())) {
                        given.put(field.name(), value);
                    }
                }
                assertThat(PasteDoctor.examine(venue, given).refused())
                        .as(vector.path("name").asText())
                        .filteredOn(finding -> given.containsKey(finding.field()))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "coinbase, EC, ''",
        "coinbase, ED, ''",
        "coinbase, RSA, wrong_key_kind",
        "kalshi, RSA, ''",
        "kalshi, EC, wrong_key_kind",
        "kalshi, ED, wrong_form",
        "binance, RSA, ''",
        "binance, ED, ''",
        "binance, EC, wrong_key_kind",
        "binance_us, RSA, private_key_here",
        "bybit, RSA, ''",
        "bitget, RSA, ''",
        "bitget, EC, wrong_key_kind",
        "okx, EC, private_key_here",
        "kraken, RSA, private_key_here",
        "hyperliquid, EC, private_key_here",
        "cryptocom, EC, private_key_here",
        "bitmart, EC, private_key_here",
        "kucoin, EC, private_key_here"
    })
    void knowsWhatKeyAVenueWants(String venue, String key, String code) {
        String pasted =
                switch (key) {
                    case "EC" -> EC_KEY;
                    case "RSA" -> RSA_KEY;
                    default -> ED25519_KEY;
                };

        assertThat(refused(venue, "api_secret", pasted))
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "binance",
        "bybit",
        "okx",
        "kucoin",
        "bitget",
        "bitmart",
        "cryptocom",
        "binance_us"
    })
    void tellsASecretOfKraken(String venue) {
        String secret = Base64.getEncoder().encodeToString(new byte[64]);
        assertThat(refused(venue, "api_secret", secret)).containsExactly("other_venue");
    }

    @ParameterizedTest
    @CsvSource({
        "binance",
        "bybit",
        "okx",
        "kraken",
        "kucoin",
        "bitget",
        "bitmart",
        "cryptocom",
        "kalshi",
        "hyperliquid"
    })
    void tellsAKeyNameOfCoinbase(String venue) {
        String name =
                "organizations/37c541a1-0b2d-4c1e-8f3a-10fe7a038418"
                        + "/apiKeys/0b2d37c5-4c1e-41a1-8f3a-7a03841810fe";
        assertThat(refused(venue, "api_key", name)).containsExactly("other_venue");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void refusesASeedPhraseEverywhere(VenueProfile venue) {
        String phrase =
                "legal winner thank year wave sausage worth useful legal winner thank yellow";
        for (CredentialField field : venue.fields()) {
            assertThat(refused(venue.venue().value(), field.name(), phrase))
                    .as(field.name())
                    .containsExactly("seed_phrase");
            assertThat(refused(venue.venue().value(), field.name(), "ada@example.org"))
                    .as(field.name())
                    .containsExactly("login_email");
        }
    }

    @Test
    void tellsAWalletKeyInThePlaceOfTheAddress() {
        String key = "0123456789012345678901234567890123456789012345678901234567890123";
        assertThat(refused("hyperliquid", "api_key", "0x" + key)).containsExactly("wallet_key");
        assertThat(refused("hyperliquid", "api_key", key)).containsExactly("wallet_key");
        assertThat(refused("hyperliquid", "api_secret", key)).isEmpty();
        assertThat(refused("polymarket", "proxy_address", key)).containsExactly("wallet_key");
    }

    /** What stands in the way of one field's value. */
    private static List<String> refused(String venue, String field, String value) {
        VenueProfile profile = Venues.of(new VenueId(venue)).profile();
        return PasteDoctor.examine(profile, Map.of(field, value)).refused().stream()
                .filter(finding -> finding.field().equals(field))
                .map(PasteFinding::code)
                .toList();
    }
}
