package io.sequence.intake.outbound.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Wakes whoever waits for an account's events, in this instance, whichever instance wrote them, and
 * tells of ended sessions. One database connection listens for all; while it is away waiters look
 * by themselves now and then.
 */
@ApplicationScoped
public class LiveSignals {
    private static final Logger LOG = Logger.getLogger(LiveSignals.class);
    private static final int LISTEN_MILLIS = 1_000;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final DataSource dataSource;
    private final SessionEnds ends;
    private final Map<AccountId, Set<Waiter>> waiters = new ConcurrentHashMap<>();
    private volatile boolean running = true;
    private @Nullable Thread thread;

    LiveSignals(DataSource dataSource, SessionEnds ends) {
        this.dataSource = dataSource;
        this.ends = ends;
    }

    void start(@Observes StartupEvent event) {
        try (Connection connection = dataSource.getConnection()) {
            ends.load(connection);
        } catch (SQLException e) {
            LOG.warnf("ended sessions are read later: %s", e.getMessage());
        }
        thread = Thread.ofPlatform().name("live-signals").daemon().start(this::listen);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wakeAll();
        if (thread != null) {
            thread.join(Duration.ofSeconds(2));
        }
    }

    /** Whether the service is still up; streams end when it is not. */
    public boolean running() {
        return running;
    }

    /** Starts waiting for an account's events; close it when done. */
    public Waiter waiter(AccountId account) {
        var waiter = new Waiter(this, account);
        waiters.computeIfAbsent(account, unused -> ConcurrentHashMap.newKeySet()).add(waiter);
        return waiter;
    }

    private void forget(Waiter waiter) {
        waiters.computeIfPresent(
                waiter.account,
                (account, all) -> {
                    all.remove(waiter);
                    return all.isEmpty() ? null : all;
                });
    }

    private void listen() {
        while (running) {
            try (Connection connection = dataSource.getConnection();
                    Statement listen = connection.createStatement()) {
                listen.execute("listen " + LiveEvents.CHANNEL);
                listen.execute("listen " + SessionEnds.CHANNEL);
                ends.load(connection);
                wakeAll();
                hear(connection);
                listen.execute("unlisten *");
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("not listening for live events, trying again: %s", e.getMessage());
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        long looked = System.nanoTime();
        while (running) {
            PGNotification[] heard = postgres.getNotifications(LISTEN_MILLIS);
            for (PGNotification one : heard == null ? new PGNotification[0] : heard) {
                wake(
                        one.getName().equals(SessionEnds.CHANNEL)
                                ? ends.hear(one.getParameter())
                                : AccountId.parse(one.getParameter()));
            }
            // Asking shows, too, whether there is still somebody at the other end.
            if (System.nanoTime() - looked >= LOOK_AGAIN.toNanos()) {
                ends.load(connection);
                looked = System.nanoTime();
            }
        }
    }

    private void wake(AccountId account) {
        Set<Waiter> all = waiters.get(account);
        if (all != null) {
            all.forEach(Waiter::wake);
        }
    }

    private void wakeAll() {
        waiters.values().forEach(all -> all.forEach(Waiter::wake));
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /** One who waits. */
    public static final class Waiter implements AutoCloseable {
        private final LiveSignals signals;
        private final AccountId account;
        private final Semaphore woken = new Semaphore(0);

        private Waiter(LiveSignals signals, AccountId account) {
            this.signals = signals;
            this.account = account;
        }

        private void wake() {
            woken.release();
        }

        /** Waits until something may be new, at most so long. */
        public void await(Duration atMost) throws InterruptedException {
            if (woken.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        }

        @Override
        public void close() {
            signals.forget(this);
        }
    }
}
