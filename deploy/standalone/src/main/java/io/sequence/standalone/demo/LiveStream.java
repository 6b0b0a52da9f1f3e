package io.sequence.standalone.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The account's events as they come, printed as they come. */
final class LiveStream implements AutoCloseable {
    private final HouseApi api;
    private final PrintStream out;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final List<String> passed = new ArrayList<>();
    private final CountDownLatch connected = new CountDownLatch(1);
    private final Thread thread;

    private LiveStream(HouseApi api, PrintStream out) {
        this.api = api;
        this.out = out;
        this.thread = Thread.ofVirtual().name("events").unstarted(this::listen);
    }

    static LiveStream open(HouseApi api, PrintStream out) throws InterruptedException {
        var stream = new LiveStream(api, out);
        stream.thread.start();
        if (!stream.connected.await(10, TimeUnit.SECONDS)) {
            throw new DemoTrouble("GET /v1/events does not begin");
        }
        return stream;
    }

    /**
     * Waits for an event of the given type; others that came before it are kept, as events of
     * different services have no order among them.
     */
    void await(String type, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!passed.remove(type)) {
            String next = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new DemoTrouble("no event " + type + " within " + atMost.toSeconds() + " s");
            }
            if (next.equals("submission.rejected")) {
                throw new DemoTrouble("the submission was rejected");
            }
            passed.add(next);
        }
    }

    private void listen() {
        try {
            HttpResponse<Stream<String>> answer =
                    api.http()
                            .send(
                                    api.request("/v1/events")
                                            .header("Accept", "text/event-stream")
                                            .build(),
                                    BodyHandlers.ofLines());
            String[] type = {""};
            answer.body()
                    .forEach(
                            line -> {
                                connected.countDown();
                                if (line.startsWith("event:")) {
                                    type[0] = line.substring("event:".length()).strip();
                                } else if (line.startsWith("data:") && !type[0].isEmpty()) {
                                    out.printf(
                                            "  event  %s %s%n",
                                            type[0], line.substring("data:".length()).strip());
                                    heard.add(type[0]);
                                    type[0] = "";
                                }
                            });
        } catch (IOException | RuntimeException e) {
            heard.add("the stream ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
