package io.sequence.intake.domain.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "Hello\n\nAda",
                "é 漢字 😀",
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                "می\u200Cخواهم",
                "<b>&amp;</b>"
            })
    void takesWhatPeopleWrite(String text) {
        assertThat(PlainText.objection(text, 50, true)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\rb", "a\tb", "a\u0000", "a\u0085b", "a\u202Eb", "\uFEFFa", "a\uDC00b"})
    void refusesWhatPagesAndMailsCannotShow(String text) {
        assertThat(PlainText.objection(text, 50, true)).contains("plain text");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(PlainText.objection("😀".repeat(5), 5, false)).isNull();
        assertThat(PlainText.objection("😀".repeat(6), 5, false))
                .isEqualTo("must be at most 5 characters");
        assertThat(PlainText.objection("", 5, false)).isEqualTo("is required");
        assertThat(PlainText.objection("a\nb", 5, false)).isEqualTo("must be one line");
    }

    @Test
    void tidiesLineBreaksAndBlanks() {
        assertThat(PlainText.tidy(" \r\na\r\nb\n\n")).isEqualTo("a\nb");
    }
}
