package io.sequence.mailer.outbound.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bot's token is part of every URL it calls. Whatever Telegram does, the token is in no log
 * line, however much is logged, and in no outcome.
 */
class NoTokenAnywhereTest {
    private static final String CANARY = "CANARYcanaryCANARYcanaryCANARY00001";

    @TempDir private Path folder;
    private final List<String> lines = new ArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Level usual = root.getLevel();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Handler listener =
            new Handler() {
                @Override
                public synchronized void publish(LogRecord line) {
                    // Telegram's side of the test is not ours to silence.
                    if (line.getLoggerName().startsWith("com.sun.net.httpserver")) {
                        return;
                    }
                    StringWriter text = new StringWriter();
                    text.append(line.getLoggerName()).append(' ').append(line.getMessage());
                    if (line.getParameters() != null) {
                        for (Object parameter : line.getParameters()) {
                            text.append(' ').append(String.valueOf(parameter));
                        }
                    }
                    if (line.getThrown() != null) {
                        line.getThrown().printStackTrace(new PrintWriter(text, true));
                    }
                    lines.add(text.toString());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
    private Handler[] others;
    private HttpServer server;
    private PinnedClient client;

    @BeforeEach
    void listen() throws IOException {
        listener.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        others = root.getHandlers();
        for (Handler other : others) {
            root.removeHandler(other);
        }
        root.addHandler(listener);
        Metrics.globalRegistry.add(registry);
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        client = new PinnedClient();
    }

    @AfterEach
    void rest() {
        client.close();
        server.stop(0);
        Metrics.globalRegistry.remove(registry);
        root.removeHandler(listener);
        for (Handler other : others) {
            root.addHandler(other);
        }
        root.setLevel(usual);
    }

    private TelegramBot bot(String url) throws IOException {
        Path file = folder.resolve("token");
        Files.writeString(file, "1234567:" + CANARY);
        return TelegramBot.of(client, url, file);
    }

    private String tried(TelegramBot bot) {
        var door =
                new TelegramDoor(bot, new NotedPlaces(new HashMap<>()), new DoorMeters(registry));
        return door.deliver(Alerts.telegram(1), Alerts.failing("a")) + " " + bot + door;
    }

    @Test
    void whateverTelegramDoes() throws IOException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        List<String> bodies =
                List.of(
                        "{\"ok\":true,\"result\":{}}",
                        "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}",
                        "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found: /bot1234567:"
                                + CANARY
                                + "\"}",
                        "{\"ok\":false,\"error_code\":400,\"description\":\"bot1234567:"
                                + CANARY
                                + "\"}",
                        "{\"ok\":false,\"error_code\":403,\"description\":\"" + CANARY + "\"}",
                        "not JSON " + CANARY,
                        "");
        var next = bodies.iterator();
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = next.next().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        TelegramBot bot = bot(url);
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            outcomes.add(tried(bot));
        }
        server.stop(0);
        outcomes.add(tried(bot));
        outcomes.add(tried(bot("http://nowhere.invalid")));
        outcomes.add(tried(bot("https://127.0.0.1:" + server.getAddress().getPort())));
        assertThat(outcomes).hasSize(bodies.size() + 3).noneMatch(text -> text.contains(CANARY));
        assertThat(written()).isNotEmpty().noneMatch(line -> line.contains(CANARY));
        assertThat(registry.getMetersAsString()).doesNotContain(CANARY);
    }

    /** Others may go on writing. */
    private List<String> written() {
        synchronized (listener) {
            return List.copyOf(lines);
        }
    }

    @Test
    void evenWhenTheFileIsWrong() throws IOException {
        Path file = folder.resolve("token");
        Files.writeString(file, CANARY);
        assertThatThrownBy(() -> TelegramBot.of(client, "http://127.0.0.1", file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(CANARY);
    }
}
