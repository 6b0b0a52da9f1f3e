package io.sequence.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Asks the database every two seconds whether it is there, and has partitions shared out anew when
 * this process cannot do its work any more, or can again ({@link FittestAssignor}).
 */
@ApplicationScoped
class DatabaseFitness {
    private static final Logger LOG = Logger.getLogger(DatabaseFitness.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);

    /** While others are in doubt nobody takes anything over: they may be sure a while later. */
    private static final int QUESTIONS_BETWEEN_OFFERS = 5;

    private final DatabaseReadiness database;
    private final KafkaClientService kafka;
    private final Fitness.Judge judge = new Fitness.Judge();
    private final ScheduledExecutorService asking =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("database-fitness").factory());
    private int unfitQuestions;

    DatabaseFitness(@Readiness DatabaseReadiness database, KafkaClientService kafka) {
        this.database = database;
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent event) {
        asking.scheduleWithFixedDelay(
                this::ask,
                BETWEEN_QUESTIONS.toMillis(),
                BETWEEN_QUESTIONS.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        asking.shutdownNow();
    }

    private void ask() {
        try {
            Fitness now = judge.asked(database.answers());
            FittestAssignor.declare(now);
            boolean unfit = now == Fitness.UNFIT;
            unfitQuestions = unfit ? unfitQuestions + 1 : 0;
            if (unfitQuestions == 1) {
                LOG.warn("the database is out of reach: others may take this process's partitions");
            }
            if (unfitQuestions % QUESTIONS_BETWEEN_OFFERS == 1) {
                rejoin(true);
            } else if (!unfit && FittestAssignor.told() == Fitness.UNFIT) {
                LOG.info("the database is back: partitions are shared out anew");
                rejoin(false);
            }
        } catch (RuntimeException e) {
            LOG.warnf("fitness not told, trying again: %s", Trouble.describe(e));
        }
    }

    private void rejoin(boolean onlyHolders) {
        kafka.getConsumerChannels().stream()
                .flatMap(channel -> kafka.getConsumers(channel).stream())
                .forEach(member -> rejoin(member, onlyHolders));
    }

    private static void rejoin(KafkaConsumer<?, ?> member, boolean onlyHolders) {
        member.runOnPollingThread(
                        consumer -> {
                            if (!onlyHolders || !consumer.assignment().isEmpty()) {
                                consumer.enforceRebalance("the database's reach has changed");
                            }
                        })
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf("does not rejoin: %s", failure.getClass().getName()));
    }
}
