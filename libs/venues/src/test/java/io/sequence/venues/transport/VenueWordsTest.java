package io.sequence.venues.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text from venues. */
class VenueWordsTest {
    @Test
    void leavesNoControlCharacters() {
        assertThat(VenueWords.trimmed("a\u0000b\r\n\u202Ec\u001B[31m d")).isEqualTo("a b c [31m d");
    }

    @Test
    void keepsFiveHundredCharactersAndNoHalfOne() {
        assertThat(VenueWords.trimmed("x".repeat(9000))).hasSize(500);
        assertThat(VenueWords.trimmed("x".repeat(499) + "😀")).isEqualTo("x".repeat(499));
    }

    @Test
    void readsAPageWithoutItsTags() {
        assertThat(VenueWords.ofPage("<html><style>b{}</style><h1>403</h1><p>Go away</p></html>"))
                .isEqualTo("403 Go away");
    }
}
