package io.sequence.intake.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeHeadersTest {
    @Test
    void bindsBrowsersToTlsOnlyWhereThereIsSome() {
        assertThat(SafeHeaders.of(true))
                .containsEntry("Strict-Transport-Security", "max-age=31536000");
        assertThat(SafeHeaders.of(false)).doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void refusesWhateverIsInlineOrFromElsewhere() {
        assertThat(SafeHeaders.of(true).get("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe", "http", "*", "nonce");
    }
}
