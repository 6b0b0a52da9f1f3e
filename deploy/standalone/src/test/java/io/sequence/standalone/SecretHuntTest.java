package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHuntTest {

    private static final String SECRET = "k4n4rie+vogel/in de mijn?";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void findsASecretWhereverItStandsInBase64(int before) {
        String around = "x".repeat(before) + SECRET + "and more";
        byte[] bytes = around.getBytes(StandardCharsets.UTF_8);

        assertThat(found(Base64.getEncoder().encodeToString(bytes))).isNotEmpty();
        assertThat(found(Base64.getUrlEncoder().encodeToString(bytes))).isNotEmpty();
    }

    @Test
    void findsASecretPlainInHexPercentEncodedAndInJson() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);

        assertThat(found("a=" + SECRET + ";")).containsExactly("secret in here");
        assertThat(found(HexFormat.of().formatHex(bytes))).isNotEmpty();
        assertThat(found(HexFormat.of().withUpperCase().formatHex(bytes))).isNotEmpty();
        assertThat(found("?q=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(found(SECRET.substring(1))).isEmpty();
    }

    @Test
    void findsAKeyFileInsideJson() {
        SecretHunt hunt = new SecretHunt();
        hunt.add("file", "-----BEGIN\nabcdefgh\n-----END\n");

        assertThat(
                        hunt.in(
                                "here",
                                "{\"k\":\"-----BEGIN\\nabcdefgh\\n-----END\\n\"}"
                                        .getBytes(StandardCharsets.UTF_8)))
                .containsExactly("file in JSON in here");
    }

    private static java.util.List<String> found(String text) {
        SecretHunt hunt = new SecretHunt();
        hunt.add("secret", SECRET);
        return hunt.in("here", text.getBytes(StandardCharsets.UTF_8));
    }
}
