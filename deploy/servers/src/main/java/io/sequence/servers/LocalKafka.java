package io.sequence.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker and its controller in one process of their own, on the loopback address: {@code
 * LocalKafka <port> <folder>}. The folder is formatted on the first start. It is ready when it
 * answers a metadata request ({@link KafkaReadiness}).
 */
public final class LocalKafka implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CLUSTER = "c2VxdWVuY2UtY29ubmVjdA";

    /** Short, as after a kill the next start waits until the broker that died is given up. */
    private static final Duration SESSION = Duration.ofSeconds(3);

    private final KafkaRaftServer server;

    private LocalKafka(KafkaRaftServer server) {
        this.server = server;
    }

    /** Runs until the process is told to end. */
    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            System.err.println("usage: LocalKafka <port> <folder>");
            System.exit(2);
        }
        JsonLog.install("kafka");
        LocalKafka kafka = start(Integer.parseInt(args[0]), Path.of(args[1]), SESSION);
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    stopping.set(true);
                                    kafka.close();
                                },
                                "kafka-shutdown"));
        kafka.server.awaitShutdown();
        if (!stopping.get()) {
            // A broker that gave up by itself must not leave half a process behind.
            Runtime.getRuntime().halt(1);
        }
    }

    /**
     * Starts a broker inside this process, which must be one of its own: Kafka looks for classes
     * through the thread's class loader, so it is unreliable under a test's.
     *
     * @param port of the loopback address
     * @param folder holds everything; formatted when it is not yet
     * @param session how long a broker may say nothing before it is given up: a start after a kill
     *     waits that long, and a machine that stands still for longer loses its broker meanwhile
     * @throws IOException when the folder cannot be used or the broker does not start
     */
    static LocalKafka start(int port, Path folder, Duration session) throws IOException {
        try {
            Path data = folder.toAbsolutePath();
            format(data);
            KafkaRaftServer server =
                    new KafkaRaftServer(
                            new KafkaConfig(settings(port, data, session), false), Time.SYSTEM);
            server.startup();
            return new LocalKafka(server);
        } catch (Exception e) {
            throw new IOException("Kafka could not start on port " + port + " in " + folder, e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) throws Exception {
        Files.createDirectories(folder);
        new Formatter()
                .setPrintStream(
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(CLUSTER)
                .setNodeId(NODE)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setUnstableFeatureVersionsEnabled(false)
                .setIgnoreFormatted(true)
                .run();
    }

    private static Map<String, Object> settings(int port, Path folder, Duration session)
            throws IOException {
        // The controller talks to nobody but this process: its port need not be the same next time.
        int controllerPort = FreePort.find();
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "8");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("broker.session.timeout.ms", Long.toString(session.toMillis()));
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        return settings;
    }
}
