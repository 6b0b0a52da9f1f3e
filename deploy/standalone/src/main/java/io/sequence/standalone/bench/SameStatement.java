package io.sequence.standalone.bench;

import io.sequence.standalone.bench.Traders.Trader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The service's statement as scripts for pgbench: its own text from its own file, with the bytes
 * that the service wrote for a submission a moment ago. Ids are fresh for each transaction; times
 * come from the server.
 */
final class SameStatement {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String label;
    private final String keyHint;
    private final String sealedHex;
    private final String payload;
    private final @Nullable String traceparent;
    private final String text;

    private SameStatement(
            String text, List<String> row, String payload, @Nullable String traceparent) {
        this.text = text;
        this.label = row.get(0);
        this.keyHint = row.get(1);
        this.sealedHex = row.get(2);
        this.payload = payload;
        this.traceparent = traceparent;
    }

    /** With the bytes of one submission that was taken in before. */
    static SameStatement of(Ground ground) throws IOException {
        String text =
                Files.readString(ground.takeSubmission())
                        .lines()
                        .filter(line -> !line.startsWith("--"))
                        .collect(Collectors.joining("\n"));
        ConsumerRecord<String, String> event = anEvent(ground);
        Header trace = event.headers().lastHeader("traceparent");
        return new SameStatement(
                text,
                row(ground, UUID.fromString(event.key())),
                event.value(),
                trace == null ? null : new String(trace.value(), StandardCharsets.UTF_8));
    }

    /** One script an account. */
    List<Path> scripts(Path folder, List<Trader> traders) throws IOException {
        var scripts = new ArrayList<Path>();
        for (Trader trader : traders) {
            Path script = folder.resolve("take-" + trader.id() + ".sql");
            // pgbench reads a statement up to its semicolon.
            Files.writeString(script, filled(trader.id()).replace("\n", " ") + ";\n");
            scripts.add(script);
        }
        return scripts;
    }

    /** The bytes, as parameters that travel with every transaction, as they do from the service. */
    Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("label", label);
        variables.put("hint", keyHint);
        variables.put("sealed", "\\x" + sealedHex);
        variables.put("payload", payload);
        if (traceparent != null) {
            variables.put("traceparent", traceparent);
        }
        return variables;
    }

    /** How many bytes of content a submission writes. */
    String sizes() {
        return "sealed %d B, event %d B".formatted(sealedHex.length() / 2, payload.length());
    }

    private String filled(UUID account) {
        String fresh = "uuidv7()";
        String owner = "'" + account + "'::uuid";
        var values =
                new ArrayList<>(
                        List.of(
                                fresh,
                                owner,
                                "'live'",
                                "'bybit'",
                                "'derivatives'",
                                "'btc_accumulation'",
                                ":label",
                                ":hint",
                                "now()"));
        values.addAll(List.of(fresh, owner, fresh, "1", "'add'", "now()"));
        values.addAll(List.of(owner, fresh, "1", "'bybit'", "'live'", ":sealed"));
        values.addAll(List.of("null", owner, "false"));
        values.addAll(List.of(owner, "''", "''::bytea", fresh, fresh, "now()", "false"));
        values.addAll(
                List.of(
                        fresh,
                        "'key.submitted'",
                        fresh,
                        ":payload",
                        traceparent == null ? "null" : ":traceparent"));
        return fill(values);
    }

    private String fill(List<String> values) {
        var filled = new StringBuilder();
        int next = 0;
        for (char c : text.toCharArray()) {
            if (c != '?') {
                filled.append(c);
            } else if (next < values.size()) {
                filled.append(values.get(next++));
            } else {
                throw new BenchTrouble("the statement has more places than the benchmark knows");
            }
        }
        if (next != values.size()) {
            throw new BenchTrouble("the statement has fewer places than the benchmark knows");
        }
        return filled.toString();
    }

    private static List<String> row(Ground ground, UUID connection) {
        try (Connection admin = ground.postgres().connect(ground.database());
                Statement find = admin.createStatement();
                ResultSet row =
                        find.executeQuery(
                                "select c.label, c.key_hint, encode(v.sealed, 'hex') from"
                                    + " credential_intake.connection c join vault.credential v on"
                                    + " v.connection_id = c.id where c.id = '"
                                        + connection
                                        + "'")) {
            if (!row.next()) {
                throw new BenchTrouble("the submission that was taken in is not in the database");
            }
            return List.of(row.getString(1), row.getString(2), row.getString(3));
        } catch (SQLException e) {
            throw new BenchTrouble("the database cannot be read: " + e.getMessage(), e);
        }
    }

    private static ConsumerRecord<String, String> anEvent(Ground ground) {
        Properties settings = new Properties();
        settings.putAll(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, ground.kafka(),
                        ConsumerConfig.GROUP_ID_CONFIG, "bench",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1"));
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("key.submitted"));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    return record;
                }
            }
        }
        throw new BenchTrouble("no event key.submitted reached the broker");
    }
}
