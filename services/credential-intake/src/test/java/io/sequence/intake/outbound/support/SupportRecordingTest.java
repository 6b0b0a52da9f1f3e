package io.sequence.intake.outbound.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.intake.domain.support.SupportKind;
import io.sequence.intake.domain.support.SupportSubject;
import io.sequence.intake.outbound.support.SupportLedger.Note;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupportRecordingTest {
    private static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void makesOneNoteOfManyThatSayTheSame() {
        AccountId ada = AccountId.next();
        Note first = note(ada, null, 0);
        Note other = note(ada, "binance", 1);

        var together =
                SupportRecording.together(
                        List.of(first, other, note(ada, null, 2), note(AccountId.next(), null, 3)));

        assertThat(together).extracting(Note::times).containsExactly(2, 1, 1);
        assertThat(together.iterator().next().at()).isEqualTo(AT.plusSeconds(2));
    }

    private static Note note(AccountId account, String venue, int seconds) {
        return new Note(
                account,
                SupportKind.CONTACT_SUPPORT_ROUTE,
                new SupportSubject(venue == null ? null : new VenueId(venue), null, null),
                null,
                1,
                AT.plusSeconds(seconds));
    }
}
