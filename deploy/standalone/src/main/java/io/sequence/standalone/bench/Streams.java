package io.sequence.standalone.bench;

import io.sequence.standalone.bench.Traders.Trader;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The event streams of all accounts, and when each verdict came. */
final class Streams implements AutoCloseable {
    private static final Pattern SUBMISSION =
            Pattern.compile("\"submission_id\"\\s*:\\s*\"([^\"]+)\"");

    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    private Streams() {}

    /** A verdict as it came. */
    record Heard(boolean accepted, String data, long atNanos, long atMicros) {}

    /** Opens one stream an account; returns when all have begun. */
    static Streams open(BenchApi api, List<Trader> traders) throws InterruptedException {
        Streams streams = new Streams();
        CountDownLatch begun = new CountDownLatch(traders.size());
        for (Trader trader : traders) {
            streams.threads.add(
                    Thread.ofVirtual()
                            .name("events of " + trader)
                            .start(() -> streams.listen(api, trader, begun)));
        }
        if (!begun.await(20, TimeUnit.SECONDS)) {
            throw new BenchTrouble("GET /v1/events does not begin");
        }
        return streams;
    }

    /** Waits for the verdicts of all given submissions. */
    void awaitAll(List<String> submissions, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!heard.keySet().containsAll(submissions)) {
            if (System.nanoTime() > end) {
                long missing = submissions.stream().filter(id -> !heard.containsKey(id)).count();
                throw new BenchTrouble(missing + " submissions have no verdict in time");
            }
            Thread.sleep(50);
        }
    }

    Heard heard(String submission) {
        Heard verdict = heard.get(submission);
        if (verdict == null) {
            throw new BenchTrouble("no verdict of " + submission);
        }
        return verdict;
    }

    private void listen(BenchApi api, Trader trader, CountDownLatch begun) {
        try {
            String[] type = {""};
            api.http()
                    .send(
                            api.request(trader, "/v1/events")
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            BodyHandlers.ofLines())
                    .body()
                    .forEach(
                            line -> {
                                begun.countDown();
                                if (line.startsWith("event:")) {
                                    type[0] = line.substring("event:".length()).strip();
                                } else if (line.startsWith("data:")) {
                                    note(type[0], line);
                                }
                            });
        } catch (IOException | RuntimeException e) {
            // Closed, or its verdicts are missed and reported as missing.
            begun.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String type, String data) {
        boolean accepted = type.equals("submission.accepted");
        if (!accepted && !type.equals("submission.rejected")) {
            return;
        }
        Matcher id = SUBMISSION.matcher(data);
        if (id.find()) {
            heard.putIfAbsent(
                    id.group(1),
                    new Heard(
                            accepted,
                            data,
                            System.nanoTime(),
                            ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())));
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
