package io.sequence.intake.outbound.support;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.intake.domain.support.SupportKind;
import io.sequence.intake.domain.support.SupportSubject;
import io.sequence.intake.outbound.support.SupportLedger.Note;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;

/**
 * Writes down, beside the way of those who wait for an answer, whom a refusal sent to support. A
 * refused submission costs one place in a bounded queue and cannot fail for it; the same refusal of
 * the same account many times in a row is one write.
 */
@ApplicationScoped
public class SupportRecording {
    private static final Logger LOG = Logger.getLogger(SupportRecording.class);
    private static final int PLACES = 1_000;
    private static final int TRIES = 20;
    private static final long LONGEST_PAUSE = 15_000;

    private final BlockingQueue<Note> waiting = new ArrayBlockingQueue<>(PLACES);
    private final SupportLedger ledger;
    private final Thread writer;

    SupportRecording(SupportLedger ledger) {
        this.ledger = ledger;
        this.writer = Thread.ofPlatform().name("support-recording").daemon().unstarted(this::work);
    }

    void start(@Observes StartupEvent event) {
        writer.start();
    }

    void stop(@Observes ShutdownEvent event) {
        writer.interrupt();
    }

    /** Has it written down soon; returns at once. */
    public void note(Note note) {
        if (!waiting.offer(note)) {
            LOG.warnf("a request for support of account %s was not written down", note.account());
        }
    }

    private void work() {
        var notes = new ArrayList<Note>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                notes.add(waiting.take());
                waiting.drainTo(notes);
                for (Note note : together(notes)) {
                    write(note);
                }
                notes.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Note note) throws InterruptedException {
        long pause = 100;
        for (int tried = 1; ; tried++) {
            try {
                ledger.recordUnlessSettled(note);
                return;
            } catch (RuntimeException e) {
                String trouble = e.getClass().getSimpleName();
                if (tried == TRIES) {
                    LOG.errorf("%s was not written down: %s", note, trouble);
                    return;
                }
                LOG.debugf("%s is not written down yet: %s", note, trouble);
            }
            Thread.sleep(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
    }

    /** One note for all that say the same. */
    static Collection<Note> together(List<Note> notes) {
        record Same(AccountId account, SupportKind kind, SupportSubject subject) {}
        var merged = new LinkedHashMap<Same, Note>();
        for (Note note : notes) {
            merged.merge(
                    new Same(note.account(), note.kind(), note.subject()),
                    note,
                    (first, later) ->
                            new Note(
                                    first.account(),
                                    first.kind(),
                                    first.subject(),
                                    first.message(),
                                    first.times() + later.times(),
                                    later.at()));
        }
        return merged.values();
    }
}
