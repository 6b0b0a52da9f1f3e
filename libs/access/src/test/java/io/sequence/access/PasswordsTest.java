package io.sequence.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    @Test
    void matchesOnlyThePasswordBehindTheHash() {
        try (var passwords = new Passwords(1)) {
            String phc = passwords.hash("tidal-harbour-9461");

            assertThat(phc).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(passwords.matches("tidal-harbour-9461", phc)).isTrue();
            assertThat(passwords.matches("tidal-harbour-9462", phc)).isFalse();
            assertThat(passwords.matches("tidal-harbour-9461", null)).isFalse();
            assertThat(passwords.hash("tidal-harbour-9461")).isNotEqualTo(phc);
        }
    }

    @Test
    void takesACharacterHoweverItIsComposed() {
        try (var passwords = new Passwords(1)) {
            assertThat(
                            passwords.matches(
                                    "cafe\u0301-au-lait-12", passwords.hash("café-au-lait-12")))
                    .isTrue();
        }
    }

    /** Argon2's reference implementation, its README's example with version 13 and type id. */
    @Test
    void computesWhatOthersCompute() {
        Argon2Hash known =
                Argon2Hash.parse(
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                                + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(known.matches("password".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(known.matches("passwore".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void refusesWhatIsNoHash() {
        assertThatThrownBy(() -> Argon2Hash.parse("$argon2i$secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void letsABurstPassAndSaysHowLongToWait() {
        var gate = new RateGate(Rate.valueOf("1/2"));

        assertThat(gate.refusal("ada")).isEmpty();
        assertThat(gate.refusal("ada")).isEmpty();
        assertThat(gate.refusal("ada")).hasValueSatisfying(wait -> assertThat(wait).isPositive());
        assertThat(gate.refusal("bob")).isEmpty();
        assertThatThrownBy(() -> Rate.valueOf("often"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
