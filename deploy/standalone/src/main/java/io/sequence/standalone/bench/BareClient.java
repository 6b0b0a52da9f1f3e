package io.sequence.standalone.bench;

import io.sequence.venues.Venues;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.WireRequest;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Vert.x' HTTP client and nothing else: sends requests that were signed before the clock ran, reads
 * the answers, looks at the status alone.
 */
final class BareClient {
    private final Ground ground;
    private final List<Map<String, String>> keys;
    private final int atOnce;

    BareClient(Ground ground, List<Map<String, String>> keys, int atOnce) {
        this.ground = ground;
        this.keys = keys;
        this.atOnce = atOnce;
    }

    PingsBench.Turn run(Duration warmUp, Duration time) throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client =
                    vertx.createHttpClient(
                            new HttpClientOptions().setKeepAlive(true).setMaxPoolSize(atOnce));
            Lanes lanes = new Lanes(client, signed());
            lanes.begin();
            Thread.sleep(warmUp);
            long done = lanes.done.get();
            long begin = System.nanoTime();
            long cpu = cpuNanos();
            Thread.sleep(time);
            double seconds = (System.nanoTime() - begin) / 1e9;
            long spent = cpuNanos() - cpu;
            long made = lanes.done.get() - done;
            lanes.running = false;
            if (lanes.failed.get() > 0 || made == 0) {
                throw new BenchTrouble(lanes.failed.get() + " of the bare client's calls failed");
            }
            return new PingsBench.Turn(made / seconds, spent / 1e3 / made);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private List<RequestOptions> signed() {
        Venue venue = Venues.find(new VenueId(PingsBench.VENUE)).orElseThrow();
        String host = venue.profile().defaultHost();
        URI simulator = URI.create(ground.simulator());
        List<RequestOptions> all = new ArrayList<>();
        for (Map<String, String> key : keys) {
            Map<String, Secret> fields = new HashMap<>();
            key.forEach((name, value) -> fields.put(name, Secret.of(value)));
            WireRequest request =
                    venue.signer()
                            .sign(
                                    new WireRequest(host, "GET", PingsBench.PATH, "", Map.of(), ""),
                                    new Credential(venue.profile().venue(), host, fields),
                                    Instant.now(),
                                    0);
            RequestOptions options =
                    new RequestOptions()
                            .setHost(simulator.getHost())
                            .setPort(simulator.getPort())
                            .setURI("/" + PingsBench.VENUE + request.target());
            request.headers().forEach(options::putHeader);
            all.add(options);
        }
        return all;
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /** So many requests at once, each followed by the next. */
    private final class Lanes {
        private final HttpClient client;
        private final List<RequestOptions> requests;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private volatile boolean running = true;

        Lanes(HttpClient client, List<RequestOptions> requests) {
            this.client = client;
            this.requests = requests;
        }

        void begin() {
            for (int i = 0; i < atOnce; i++) {
                send();
            }
        }

        private void send() {
            if (!running) {
                return;
            }
            int at = Math.floorMod(next.getAndIncrement(), requests.size());
            client.request(requests.get(at))
                    .compose(HttpClientRequest::send)
                    .compose(this::read)
                    .onSuccess(status -> count(status == 200))
                    .onFailure(trouble -> count(!running));
        }

        private Future<Integer> read(HttpClientResponse response) {
            return response.body().map(body -> response.statusCode());
        }

        private void count(boolean worked) {
            (worked ? done : failed).incrementAndGet();
            send();
        }
    }
}
