package io.sequence.intake.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MailKindTest {
    @Test
    void callsAMailAsItsKindIsCalled() {
        for (MailKind kind : MailKind.values()) {
            assertThat(MailKind.titleOf(kind.wireName())).isEqualTo(kind.title());
        }
        assertThat(Stream.of(MailKind.values()).map(MailKind::title)).doesNotHaveDuplicates();
    }

    @Test
    void callsAMailOfTheFutureByItsOwnName() {
        assertThat(MailKind.titleOf("tax_report")).isEqualTo("Tax report");
        assertThat(MailKind.titleOf("")).isEmpty();
    }

    @Test
    void knowsEveryMailThatIsAskedFor() {
        assertThat(
                        Stream.concat(
                                Stream.of(MailRequested.Template.values())
                                        .map(MailRequested.Template::wireName),
                                Stream.of(NoticeRequested.NoticeTemplate.values())
                                        .map(NoticeRequested.NoticeTemplate::wireName)))
                .allSatisfy(name -> assertThat(MailKind.named(name)).isPresent());
    }
}
