package io.sequence.mailer.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.events.ChannelKind;
import io.sequence.mailer.outbound.AlertMeters;
import io.sequence.mailer.outbound.AlertQueue;
import io.sequence.mailer.outbound.AlertSettings;
import io.sequence.mailer.outbound.Announcer;
import io.sequence.mailer.outbound.Courier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Makes and carries alerts for as long as the service runs. Each kind of channel has workers of its
 * own, so that one that hangs does not stop the others.
 */
@ApplicationScoped
class AlertTimer {
    private static final Logger LOG = Logger.getLogger(AlertTimer.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration TROUBLE_PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_ROUNDS = Duration.ofSeconds(10);
    private static final List<ChannelKind> KINDS =
            List.of(ChannelKind.TELEGRAM, ChannelKind.WEB_PUSH, ChannelKind.WEBHOOK);
    private static final int ACCOUNTS_A_ROUND = 200;

    private final Announcer announcer;
    private final Courier courier;
    private final AlertQueue queue;
    private final AlertMeters meters;
    private final AlertSettings settings;
    private final Clock clock;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Semaphore> hands = new CopyOnWriteArrayList<>();
    private volatile boolean running = true;
    private Instant nextLook = Instant.MIN;
    private Instant nextSweep = Instant.MIN;

    AlertTimer(
            Announcer announcer,
            Courier courier,
            AlertQueue queue,
            AlertMeters meters,
            AlertSettings settings,
            Clock clock) {
        this.announcer = announcer;
        this.courier = courier;
        this.queue = queue;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    /** One look at what is due. */
    @FunctionalInterface
    private interface Round {
        /** How much there was. */
        int walk() throws InterruptedException;
    }

    void start(@Observes StartupEvent event) {
        run("announcer", this::announce);
        for (ChannelKind kind : KINDS) {
            var free = new Semaphore(settings.workers());
            hands.add(free);
            run("courier-" + kind.wireName(), () -> carry(kind, free));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(LAST_ROUNDS);
        }
        // What is being handed over is marked before the process ends, if that is possible.
        for (Semaphore free : hands) {
            if (!free.tryAcquire(settings.workers(), LAST_ROUNDS.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("stopping while alerts are being handed over; they may be told twice");
            }
        }
    }

    private void run(String name, Round round) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(() -> loop(name, round)));
    }

    private void loop(String name, Round round) {
        while (running) {
            try {
                if (round.walk() == 0) {
                    Thread.sleep(settings.pollInterval());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("no %s for now: %s", name, e.getMessage());
                if (!paused()) {
                    return;
                }
            }
        }
    }

    private int announce() throws InterruptedException {
        housekeeping();
        List<UUID> due = announcer.due(ACCOUNTS_A_ROUND);
        var free = new Semaphore(settings.announcers());
        var done = new AtomicInteger();
        for (UUID account : due) {
            free.acquire();
            Thread.ofVirtual().name("announcer").start(() -> announce(account, free, done));
        }
        // All of them, before it is asked again who is due.
        free.acquire(settings.announcers());
        return done.get();
    }

    private void announce(UUID account, Semaphore free, AtomicInteger done) {
        try {
            if (announcer.announce(account)) {
                done.incrementAndGet();
            }
        } catch (RuntimeException e) {
            LOG.warnf("alerts of %s are not made for now: %s", account, e.getMessage());
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
        meters.noteState(queue.state(now));
        if (!now.isBefore(nextSweep)) {
            nextSweep = now.plus(SWEEP);
            queue.forgetBefore(now.minus(settings.keepFinished()));
        }
    }

    private int carry(ChannelKind kind, Semaphore free) throws InterruptedException {
        free.acquire();
        int most = 1 + free.drainPermits();
        int taken = 0;
        try {
            for (Runnable round : courier.rounds(kind, most)) {
                Thread.ofVirtual().name("courier").start(() -> walk(round, free));
                taken++;
            }
            return taken;
        } finally {
            free.release(most - taken);
        }
    }

    private static void walk(Runnable round, Semaphore free) {
        try {
            round.run();
        } finally {
            free.release();
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
