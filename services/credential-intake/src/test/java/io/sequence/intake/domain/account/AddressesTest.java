package io.sequence.intake.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private final MailDomains domains =
            MailDomains.of(List.of("# comment", "", "hotmail.*", "msn.com", "*.onmicrosoft.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "Ada.Lovelace+venue@mail.example.co.uk",
                "o'brien@example.org",
                "1@2.example"
            })
    void takesAddresses(String text) {
        assertThat(EmailAddress.objection(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@localhost",
                "ada@@example.org",
                "a b@example.org",
                ".ada@example.org",
                "ada.@example.org",
                "ada@-example.org",
                "ada@example..org",
                "ada@127.0.0.1",
                "ada@example.org\n",
                "ada@exämple.org",
                "<ada@example.org>"
            })
    void refusesWhatIsNone(String text) {
        assertThat(EmailAddress.objection(text)).isNotNull();
    }

    @Test
    void refusesLongOnes() {
        assertThat(EmailAddress.objection("a".repeat(65) + "@example.org")).isNotNull();
        assertThat(EmailAddress.objection("a@" + "b.".repeat(130) + "org")).contains("254");
        assertThat(EmailAddress.objection("a.".repeat(50_000) + "@")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@hotmail.com",
                "a@HOTMAIL.de",
                "a@hotmail.co.uk",
                "a@hotmail.com.br",
                "a@msn.com",
                "a@firm.onmicrosoft.com"
            })
    void sendsMicrosoftAddressesToSupportFirst(String address) {
        assertThat(domains.needSupportFirst(new EmailAddress(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@nothotmail.com",
                "a@hotmail.example.org",
                "a@msn.com.example.org",
                "a@onmicrosoft.com",
                "hotmail.com@example.org"
            })
    void leavesOthersAlone(String address) {
        assertThat(domains.needSupportFirst(new EmailAddress(address))).isFalse();
    }
}
