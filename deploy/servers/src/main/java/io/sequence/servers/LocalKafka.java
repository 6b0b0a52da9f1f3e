package io.sequence.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
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
public final class LocalKafka {

    private static final Logger LOG = Logger.getLogger(LocalKafka.class.getName());
    private static final int NODE = 1;
    private static final String CLUSTER = "c2VxdWVuY2UtY29ubmVjdA";

    private LocalKafka() {}

    /** Runs until the process is told to end. */
    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            System.err.println("usage: LocalKafka <port> <folder>");
            System.exit(2);
        }
        JsonLog.install();
        Path folder = Path.of(args[1]).toAbsolutePath();
        format(folder);
        KafkaRaftServer server =
                new KafkaRaftServer(
                        new KafkaConfig(settings(Integer.parseInt(args[0]), folder), false),
                        Time.SYSTEM);
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    stopping.set(true);
                                    server.shutdown();
                                },
                                "kafka-shutdown"));
        try {
            server.startup();
            server.awaitShutdown();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "Kafka could not run", e);
        }
        if (!stopping.get()) {
            // A broker that gave up by itself must not leave half a process behind.
            Runtime.getRuntime().halt(1);
        }
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

    private static Map<String, Object> settings(int port, Path folder) throws IOException {
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
        // After a kill the next start waits until the broker that died is given up.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        return settings;
    }
}
