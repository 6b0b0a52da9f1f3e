package io.sequence.standalone;

import io.sequence.messaging.Topics;
import io.sequence.servers.HouseDatabase;
import io.sequence.servers.PostgresServer;
import io.sequence.vault.VaultSchema;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A house that runs: servers first, services as soon as what they stand on is prepared, and
 * everything back in reverse order.
 */
final class House {

    /** The one database of the house. */
    static final String DATABASE = "sequence";

    /** Signs in as the first operator. */
    static final String OPERATOR = "operator@sequence.localhost";

    private static final Logger LOG = Logger.getLogger(House.class.getName());

    private final HouseFiles files;
    private final HousePorts ports;
    private final HouseSecrets secrets;
    private final PrintStream out;
    private final PostgresComponent postgres;
    private final Supervised database;
    private final Supervised kafka;
    private final List<Supervised> others = new ArrayList<>();
    private final List<Supervised> services = new ArrayList<>();

    /** Lays everything out; nothing runs yet. */
    House(
            HouseFiles files,
            HousePorts ports,
            HouseSecrets secrets,
            Blueprint blueprint,
            List<HouseService> wanted,
            PrintStream out)
            throws IOException {
        this.files = files;
        this.ports = ports;
        this.secrets = secrets;
        this.out = out;
        postgres = new PostgresComponent(files, ports.postgres().number(), secrets.adminPassword());
        database = new Supervised(postgres, files);
        kafka = new Supervised(blueprint.kafka(), files);
        others.add(new Supervised(blueprint.inbox(), files));
        for (HouseService service : wanted) {
            boolean standsAlone = service == HouseService.VENUE_SIMULATOR;
            (standsAlone ? others : services)
                    .add(new Supervised(blueprint.service(service), files));
        }
    }

    /** Everything that runs, in the order of starting. */
    List<Supervised> all() {
        List<Supervised> all = new ArrayList<>(List.of(database, kafka));
        all.addAll(others);
        all.addAll(services);
        return all;
    }

    /**
     * Starts everything and waits until all of it is ready.
     *
     * @throws HouseTrouble naming the component that does not come up
     */
    void start() {
        KnownTopics topics = new KnownTopics(files);
        List<CompletableFuture<?>> steps = new ArrayList<>();
        CompletableFuture<Void> schemas = watched(database).thenRunAsync(this::prepareDatabase);
        CompletableFuture<Void> provisioned = watched(kafka).thenRunAsync(() -> provision(topics));
        database.start();
        kafka.start();
        for (Supervised other : others) {
            steps.add(watched(other));
            other.start();
        }
        // A consumer that finds no topic looks again only minutes later.
        CompletableFuture<Void> ground =
                topics.areThere() ? schemas : CompletableFuture.allOf(schemas, provisioned);
        steps.add(schemas);
        steps.add(provisioned);
        steps.add(ground.thenRun(() -> services.forEach(Supervised::start)));
        services.forEach(service -> steps.add(watched(service)));
        awaitAll(steps);
    }

    /**
     * Stops everything in reverse order, the services side by side; bounded, by force in the end.
     */
    void stop() {
        List<Thread> stopping =
                services.stream().map(service -> Thread.startVirtualThread(service::stop)).toList();
        for (Thread thread : stopping) {
            join(thread);
        }
        others.reversed().forEach(Supervised::stop);
        kafka.stop();
        database.stop();
    }

    private CompletableFuture<Duration> watched(Supervised supervised) {
        return supervised
                .firstReady()
                .thenApply(
                        took -> {
                            Component component = supervised.component();
                            synchronized (out) {
                                out.printf(
                                        "%-18s %5.1f s   127.0.0.1:%d%n",
                                        component.name(),
                                        took.toMillis() / 1000.0,
                                        component.port());
                            }
                            return took;
                        });
    }

    private void prepareDatabase() {
        try {
            PostgresServer server = postgres.server();
            HouseDatabase.prepare(server, DATABASE, secrets.databasePasswords());
            PGSimpleDataSource owner = new PGSimpleDataSource();
            owner.setUrl(server.jdbcUrl(DATABASE));
            owner.setUser("vault_owner");
            owner.setPassword(secrets.databasePassword("vault_owner"));
            VaultSchema.migrate(owner);
        } catch (SQLException | IOException e) {
            throw new HouseTrouble("The database could not be prepared: " + e.getMessage(), e);
        }
    }

    private void provision(KnownTopics topics) {
        if (topics.areThere()) {
            return;
        }
        Topics.provision("127.0.0.1:" + ports.kafka().number(), "");
        topics.remember();
    }

    private static void awaitAll(List<CompletableFuture<?>> steps) {
        CompletableFuture<Void> all =
                CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new));
        // The first that fails is the reason; the others may wait for it in vain.
        CompletableFuture<Void> trouble = new CompletableFuture<>();
        for (CompletableFuture<?> step : steps) {
            step.exceptionally(
                    e -> {
                        trouble.completeExceptionally(e);
                        return null;
                    });
        }
        try {
            CompletableFuture.anyOf(all, trouble).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof HouseTrouble known) {
                throw known;
            }
            if (e.getCause() instanceof CancellationException) {
                throw new HouseTrouble("The start was called off.", e);
            }
            LOG.log(Level.SEVERE, "the house could not start", e);
            throw new HouseTrouble("The house could not start: " + e.getCause(), e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
