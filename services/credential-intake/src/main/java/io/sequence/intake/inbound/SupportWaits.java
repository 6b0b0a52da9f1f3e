package io.sequence.intake.inbound;

import io.sequence.intake.domain.submission.Applicant;
import io.sequence.intake.domain.submission.Refreshable;
import io.sequence.intake.domain.submission.SubmissionForm;
import io.sequence.intake.domain.support.SupportDesk;
import io.sequence.intake.domain.support.SupportKind;
import io.sequence.intake.domain.support.SupportSubject;
import io.sequence.intake.outbound.support.SupportLedger.Note;
import io.sequence.intake.outbound.support.SupportRecording;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Carries whom a refused submission sent to support to where it is written down. */
@ApplicationScoped
class SupportWaits {
    private final SupportDesk desk;
    private final SupportRecording recording;
    private final InstantSource clock;

    SupportWaits(SupportDesk desk, SupportRecording recording, InstantSource clock) {
        this.desk = desk;
        this.recording = recording;
        this.clock = clock;
    }

    /** Returns at once; what of the form names nothing that we know is left out. */
    void note(
            Applicant applicant,
            SupportKind kind,
            SubmissionForm form,
            @Nullable Refreshable connection) {
        SupportSubject subject =
                connection == null
                        ? desk.read(form.venue(), form.market(), form.strategyId()).subject()
                        : new SupportSubject(
                                connection.venue(), connection.market(), connection.strategyId());
        recording.note(new Note(applicant.accountId(), kind, subject, null, 1, clock.instant()));
    }
}
