package io.sequence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sequence.vocabulary.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessKeyTest {
    private static final Map<String, Secret> FIELDS =
            Map.of("api_key", Secret.of("public-half"), "api_secret", Secret.of("secret-half"));

    private final ProcessKey key = new ProcessKey();

    @Test
    void givesBackWhatItWrapped() {
        assertThat(key.unwrap(key.wrap(FIELDS))).isEqualTo(FIELDS);
    }

    @Test
    void showsNothingOfWhatItWrapped() {
        assertThat(new String(key.wrap(FIELDS), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret-half")
                .doesNotContain("api_secret");
        assertThat(key.wrap(FIELDS)).isNotEqualTo(key.wrap(FIELDS));
    }

    @Test
    void opensNothingOfAnotherKeyAndNothingAltered() {
        byte[] wrapped = key.wrap(FIELDS);
        assertThatIllegalStateException().isThrownBy(() -> new ProcessKey().unwrap(wrapped));
        wrapped[wrapped.length - 1]++;
        assertThatIllegalStateException().isThrownBy(() -> key.unwrap(wrapped));
    }
}
