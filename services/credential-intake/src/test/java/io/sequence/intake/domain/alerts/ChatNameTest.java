package io.sequence.intake.domain.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChatNameTest {
    @Test
    void keepsPlainLettersOfWhateverIsTold() {
        assertThat(ChatName.of("Ada Lovelace")).isEqualTo("Ada Lovelace");
        assertThat(ChatName.of(" Ada\r\n\t\u202Elove\u0000lace\uD800 ")).isEqualTo("Ada love lace");
        assertThat(ChatName.of("Äöü 🚀")).isEqualTo("Äöü 🚀");
    }

    @Test
    void isNeverEmptyNorLong() {
        assertThat(ChatName.of("\u200B\u2028")).isEqualTo("Telegram chat");
        assertThat(ChatName.of("🚀".repeat(100)).codePointCount(0, 128)).isEqualTo(64);
    }
}
