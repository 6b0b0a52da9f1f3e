package io.sequence.simulator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class NonceBookTest {

    private final NonceBook book = new NonceBook();

    @Test
    void admitsOnlyHigherNoncesWithoutAWindow() {
        assertThat(admit(10, 0)).isTrue();
        assertThat(admit(10, 0)).isFalse();
        assertThat(admit(9, 0)).isFalse();
        assertThat(admit(11, 0)).isTrue();
    }

    @Test
    void admitsALateNonceOnceWithinTheWindow() {
        assertThat(admit(1000, 50)).isTrue();
        assertThat(admit(980, 50)).isTrue();
        assertThat(admit(980, 50)).isFalse();
        assertThat(admit(950, 50)).isFalse();
    }

    @Test
    void remembersOverARestart() {
        admit(77, 0);
        NonceBook again = NonceBook.of(book.state());
        assertThat(again.admit(BigInteger.valueOf(77), 0)).isFalse();
        assertThat(again.highest()).isEqualTo(BigInteger.valueOf(77));
    }

    @Test
    void takesTheWholeUnsignedRange() {
        BigInteger most = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
        assertThat(book.admit(most, 0)).isTrue();
        assertThat(admit(1, 0)).isFalse();
    }

    private boolean admit(long nonce, long window) {
        return book.admit(BigInteger.valueOf(nonce), window);
    }
}
