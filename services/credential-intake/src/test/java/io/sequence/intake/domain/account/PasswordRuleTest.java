package io.sequence.intake.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    private final PasswordRule rule = shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password1234!",
                "P@ssw0rd2026",
                "passwordpassword",
                "123456789012",
                "111111111111",
                "qwertyuiopas",
                "QWERTYUIOP[]",
                "1q2w3e4r5t6y",
                "abcabcabcabc",
                "abcdefghijkl",
                "iloveyou1234",
                "dragon123456",
                "!!letmein!!!!",
                "administrator",
                "zaq12wsxcde3",
                "Summer2026!!",
                "onetwothreefour"
            })
    void refusesTheCommonestHoweverDressedUp(String password) {
        assertThat(rule.objection(password, null)).contains("commonest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tidal-harbour-9461",
                "correct horse battery staple",
                "Sup3r-Secret-Passw0rd",
                "dragon83910475628",
                "839201748392",
                "пароль-из-многих-слов",
                "j2!kQz81.mWx",
                "test-password-for-ada"
            })
    void takesOthers(String password) {
        assertThat(rule.objection(password, "ada@example.org")).isNull();
    }

    @Test
    void countsCharactersNotBytes() {
        assertThat(rule.objection("elevenchars", null)).contains("at least 12");
        assertThat(rule.objection("😀😁😂😃😄😅😆😇😈😉😊", null)).contains("at least 12");
        assertThat(rule.objection("x9-".repeat(86), null)).contains("at most 256");
    }

    @Test
    void refusesTheOwnAddress() {
        assertThat(rule.objection("Ada.Lovelace.1815", "ada.lovelace.1815@example.org"))
                .contains("e-mail");
    }

    private static PasswordRule shipped() {
        try (InputStream list =
                Objects.requireNonNull(
                        PasswordRuleTest.class.getResourceAsStream(
                                "/accounts/common-passwords.txt"))) {
            return PasswordRule.of(
                    new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
