package io.sequence.intake;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page that listens to {@code GET /v1/events}; reads the format as the HTML standard says. */
final class EventStream implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<Stream<String>> answer;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile @Nullable String comment;
    private volatile boolean ended;

    /** An event as a page gets it. */
    record Heard(String id, String type, String data) {}

    private EventStream(Trader trader, @Nullable String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port + "/v1/events"))
                        .header("Authorization", "Bearer " + trader.token())
                        .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            answer = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    static EventStream fromNow(Trader trader) {
        return new EventStream(trader, null);
    }

    static EventStream after(Trader trader, String lastEventId) {
        return new EventStream(trader, lastEventId);
    }

    HttpResponse<Stream<String>> answer() {
        return answer;
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    List<String> types() {
        return heard.stream().map(Heard::type).toList();
    }

    /** What the page would send as {@code Last-Event-ID}. */
    String lastId() {
        return lastId;
    }

    /** The first comment, null until it came. */
    @Nullable String comment() {
        return comment;
    }

    boolean ended() {
        return ended;
    }

    private void read() {
        String[] event = {"", ""};
        try (Stream<String> lines = answer.body()) {
            lines.forEach(line -> take(line, event));
        } catch (UncheckedIOException e) {
            // The connection was cut, by us or by the service.
        } finally {
            ended = true;
        }
    }

    private void take(String line, String[] event) {
        if (line.isEmpty()) {
            if (!event[1].isEmpty()) {
                heard.add(new Heard(lastId, event[0], event[1]));
            }
            event[0] = "";
            event[1] = "";
        } else if (line.startsWith(":")) {
            comment = line.substring(1).strip();
        } else {
            String value = line.substring(line.indexOf(':') + 1).stripLeading();
            switch (line.substring(0, line.indexOf(':'))) {
                case "id" -> lastId = value;
                case "event" -> event[0] = value;
                case "data" -> event[1] += value;
                default -> {}
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
