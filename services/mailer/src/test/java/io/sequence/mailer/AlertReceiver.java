package io.sequence.mailer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sequence.events.AlertKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Receives alerts over HTTP and answers as a test wants. */
final class AlertReceiver {
    private static final AlertReceiver ONE = new AlertReceiver();

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> hung = new ConcurrentHashMap<>();
    private final int port;

    private AlertReceiver() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::receive);
            server.start();
            port = server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An alert that was taken or refused. */
    record Got(String place, String alertId, AlertKind kind, String words, int answer) {}

    static AlertReceiver open() {
        return ONE;
    }

    String url(String place) {
        return "http://127.0.0.1:" + port + "/" + place;
    }

    /** What a place took, in order. */
    List<Got> taken(String place) {
        return got.stream()
                .filter(each -> each.place().equals(place) && each.answer() == 200)
                .toList();
    }

    List<AlertKind> kinds(String place) {
        return taken(place).stream().map(Got::kind).toList();
    }

    /** How often a place was called. */
    long calls(String place) {
        return got.stream().filter(each -> each.place().equals(place)).count();
    }

    /** Answers with that status from now on. */
    void answer(String place, int status) {
        answers.put(place, status);
    }

    /** Does not answer until the latch opens. */
    CountDownLatch hang(String place) {
        var latch = new CountDownLatch(1);
        hung.put(place, latch);
        return latch;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String place = exchange.getRequestURI().getPath().substring(1);
            String words =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            CountDownLatch latch = hung.get(place);
            if (latch != null) {
                latch.await(60, TimeUnit.SECONDS);
            }
            int status = answers.getOrDefault(place, 200);
            String kind = exchange.getRequestHeaders().getFirst("kind");
            got.add(
                    new Got(
                            place,
                            exchange.getRequestHeaders().getFirst("webhook-id"),
                            AlertKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                            words,
                            status));
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
