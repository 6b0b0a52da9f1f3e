package io.sequence.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Forgets inbox notes that are older than any topic's retention. */
@ApplicationScoped
class InboxTimer {
    private static final Logger LOG = Logger.getLogger(InboxTimer.class);
    private static final String FORGET =
            "delete from inbox where received_at < now() - interval '8 days'";

    private final DataSource dataSource;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("inbox-timer").daemon().factory());

    InboxTimer(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void start(@Observes StartupEvent event) {
        var unused = clock.scheduleWithFixedDelay(this::forget, 10, 3600, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void forget() {
        try {
            QuarkusTransaction.requiringNew()
                    .run(
                            () -> {
                                try (Connection connection = dataSource.getConnection();
                                        Statement delete = connection.createStatement()) {
                                    delete.executeUpdate(FORGET);
                                } catch (SQLException e) {
                                    throw new DatabaseTrouble("inbox", e);
                                }
                            });
        } catch (RuntimeException e) {
            LOG.warnf("old inbox notes stay for now: %s", e.getMessage());
        }
    }
}
