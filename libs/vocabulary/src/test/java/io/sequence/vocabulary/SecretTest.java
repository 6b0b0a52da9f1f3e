package io.sequence.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void neverPrintsItsContent() {
        Secret secret = Secret.of("made-up-secret");
        assertThat(secret.toString()).isEqualTo("Secret[…]");
        assertThat("%s %s".formatted(secret, java.util.List.of(secret))).doesNotContain("made-up");
        assertThat(secret.hashCode()).isEqualTo(Secret.of("another").hashCode());
    }

    @Test
    void opensToACopy() {
        Secret secret = Secret.of("made-up-secret");
        byte[] first = secret.open(SecretAccess.granted());
        first[0] = 'X';
        assertThat(secret.openText(SecretAccess.granted())).isEqualTo("made-up-secret");
    }

    @Test
    void isGoneAfterWiping() {
        Secret secret = Secret.of("made-up-secret");
        secret.close();
        assertThatIllegalStateException().isThrownBy(() -> secret.open(SecretAccess.granted()));
    }

    @Test
    void comparesByContent() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).isNotEqualTo(Secret.of("b"));
    }
}
