package io.sequence.mailer.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.mailer.outbound.MailMeters;
import io.sequence.mailer.outbound.MailQueue;
import io.sequence.mailer.outbound.MailSettings;
import io.sequence.mailer.outbound.Postman;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends the postman round for as long as the service runs, each letter on its own thread. */
@ApplicationScoped
class MailTimer {
    private static final Logger LOG = Logger.getLogger(MailTimer.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration TROUBLE_PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_ROUNDS = Duration.ofSeconds(10);

    private final Postman postman;
    private final MailQueue queue;
    private final MailMeters meters;
    private final MailSettings settings;
    private final Clock clock;
    private final Semaphore free;
    private volatile boolean running = true;
    private @Nullable Thread thread;
    private Instant nextLook = Instant.MIN;
    private Instant nextSweep = Instant.MIN;

    MailTimer(
            Postman postman,
            MailQueue queue,
            MailMeters meters,
            MailSettings settings,
            Clock clock) {
        this.postman = postman;
        this.queue = queue;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
        this.free = new Semaphore(settings.workers());
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("mail-timer").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(LAST_ROUNDS);
        }
        // What is being handed over is marked before the process ends, if that is possible.
        if (!free.tryAcquire(settings.workers(), LAST_ROUNDS.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("stopping while letters are being handed over; they may go out twice");
        }
    }

    private void run() {
        boolean woken = false;
        while (running) {
            try {
                if (!woken) {
                    // After a restart the backlog need not wait for pauses of the life before.
                    queue.wakeForSmtp(clock.instant());
                    woken = true;
                }
                housekeeping();
                postman.gather();
                if (rounds() == 0) {
                    Thread.sleep(settings.pollInterval());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("no letters for now: %s", e.getMessage());
                if (!paused()) {
                    return;
                }
            }
        }
    }

    private int rounds() throws InterruptedException {
        free.acquire();
        int hands = 1 + free.drainPermits();
        int taken = 0;
        try {
            for (Runnable round : postman.rounds(hands)) {
                Thread.ofVirtual().name("postman").start(() -> walk(round));
                taken++;
            }
            return taken;
        } finally {
            free.release(hands - taken);
        }
    }

    private void walk(Runnable round) {
        try {
            round.run();
        } finally {
            free.release();
        }
    }

    private void housekeeping() {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(LOOK);
        postman.dropExpired();
        meters.noteState(queue.state());
        if (!now.isBefore(nextSweep)) {
            nextSweep = now.plus(SWEEP);
            queue.forgetBefore(now.minus(settings.keepFinished()));
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(TROUBLE_PAUSE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
