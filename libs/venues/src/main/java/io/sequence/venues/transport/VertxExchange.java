package io.sequence.venues.transport;

import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.api.WireResult;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.tracing.TracingPolicy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One request over one pooled connection. Up to having a connection nothing was sent; from then on
 * every failure leaves the outcome open. Says what failed by its kind alone: messages of the layers
 * below may quote what was sent.
 */
final class VertxExchange implements AutoCloseable {
    private static final String USER_AGENT = "sequence-connect";
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int CLOCK_MILLIS = 50;
    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    /** One for each of our addresses. */
    private final List<HttpClient> clients;

    private final Context loop;

    /** Touched on the loop alone. */
    private final Set<Call> underWay = new HashSet<>();

    private final TransportSettings settings;
    private volatile boolean closed;

    VertxExchange(Vertx vertx, TransportSettings settings) {
        this.settings = settings;
        // Of its own: who constructs this may stand on another's.
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
        this.clients =
                settings.egress().addresses().stream()
                        .map(address -> vertx.createHttpClient(clientOptions(settings, address)))
                        .toList();
        loop.runOnContext(
                now ->
                        vertx.setPeriodic(
                                CLOCK_MILLIS,
                                tick -> {
                                    if (closed) {
                                        vertx.cancelTimer(tick);
                                    }
                                    endLate();
                                }));
    }

    private static HttpClientOptions clientOptions(TransportSettings settings, String address) {
        var options =
                new HttpClientOptions()
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setMaxPoolSize(settings.connectionsPerHost())
                        .setConnectTimeout((int) settings.connectTimeout().toMillis())
                        .setDecompressionSupported(true)
                        // A traced URL would carry the query, and with it signatures.
                        .setTracingPolicy(TracingPolicy.IGNORE);
        return address.isEmpty() ? options : options.setLocalAddress(address);
    }

    /** Sends from one of our addresses, by its place among them. */
    WireResult send(URI base, WireRequest request, int address) {
        Call call;
        try {
            RequestOptions options = options(base, request);
            call = new Call(request, clients.get(address));
            loop.runOnContext(now -> call.begin(options));
        } catch (RuntimeException unsendable) {
            return new WireResult.NotSent("the request cannot be written");
        }
        try {
            return new WireResult.Answered(call.await(), call.took());
        } catch (Failure failure) {
            return call.wasSent()
                    ? new WireResult.Lost("no answer: " + failure.getMessage())
                    : new WireResult.NotSent("no connection: " + failure.getMessage());
        }
    }

    private static RequestOptions options(URI base, WireRequest request) {
        boolean ssl = "https".equals(base.getScheme());
        String prefix = base.getRawPath() == null ? "" : base.getRawPath();
        var options =
                new RequestOptions()
                        .setMethod(HttpMethod.valueOf(request.method()))
                        .setHost(base.getHost())
                        .setPort(base.getPort() > 0 ? base.getPort() : ssl ? 443 : 80)
                        .setSsl(ssl)
                        .setFollowRedirects(false)
                        .setURI(prefix + request.target());
        options.putHeader("User-Agent", USER_AGENT).putHeader("Accept", "application/json");
        request.headers().forEach(options::putHeader);
        return options;
    }

    /**
     * One call: everything of it happens on the loop, and the caller waits once. Threads that hand
     * a call to and fro cost more than all the rest of it.
     */
    private final class Call {
        private final WireRequest request;
        private final HttpClient client;
        private final CompletableFuture<WireResponse> answer = new CompletableFuture<>();
        private final long begunAt = System.nanoTime();
        private volatile @Nullable HttpClientRequest open;
        private volatile long openedAt;

        Call(WireRequest request, HttpClient client) {
            this.request = request;
            this.client = client;
        }

        void begin(RequestOptions options) {
            underWay.add(this);
            try {
                client.request(options).compose(this::send).onComplete(this::end);
            } catch (RuntimeException unsendable) {
                end(Future.failedFuture(unsendable));
            }
        }

        private Future<WireResponse> send(HttpClientRequest opened) {
            if (answer.isDone()) {
                // A connection that comes too late must go back to the pool unused.
                opened.reset();
                return Future.failedFuture("too late");
            }
            openedAt = System.nanoTime();
            open = opened;
            // Listened to before sending: an answer that is here already when its listener comes
            // has been thrown away, and would count as lost.
            Future<WireResponse> read =
                    opened.response().compose(response -> body(opened, response));
            if (request.body().isEmpty()) {
                opened.send();
            } else {
                opened.send(Buffer.buffer(request.body().getBytes(StandardCharsets.UTF_8)));
            }
            return read;
        }

        private void end(AsyncResult<WireResponse> result) {
            underWay.remove(this);
            if (result.succeeded()) {
                answer.complete(result.result());
            } else {
                fail(result.cause().getClass().getSimpleName());
            }
        }

        boolean isLate(long now) {
            return wasSent()
                    ? now - openedAt > settings.answerTimeout().toNanos()
                    : now - begunAt > settings.connectTimeout().toNanos();
        }

        void fail(String kind) {
            underWay.remove(this);
            answer.completeExceptionally(new Failure(kind));
            HttpClientRequest opened = open;
            if (opened != null) {
                opened.reset();
            }
        }

        boolean wasSent() {
            return open != null;
        }

        Duration took() {
            return Duration.ofNanos(System.nanoTime() - openedAt);
        }

        WireResponse await() throws Failure {
            try {
                return answer.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Failure failure
                        ? failure
                        : new Failure("failed");
            } catch (InterruptedException interrupted) {
                loop.runOnContext(now -> fail("interrupted"));
                Thread.currentThread().interrupt();
                throw new Failure("interrupted");
            }
        }

        private Future<WireResponse> body(HttpClientRequest opened, HttpClientResponse response) {
            Buffer body = Buffer.buffer();
            response.handler(
                    part -> {
                        if (body.length() + part.length() > LARGEST_BODY) {
                            opened.reset();
                        } else {
                            body.appendBuffer(part);
                        }
                    });
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            response.headers().forEach(headers::put);
            return response.end()
                    .map(
                            end ->
                                    new WireResponse(
                                            response.statusCode(),
                                            headers,
                                            body.toString(StandardCharsets.UTF_8)));
        }
    }

    /** One clock for all calls: a timer for each would cost more than its call. */
    private void endLate() {
        long now = System.nanoTime();
        underWay.stream()
                .filter(call -> call.isLate(now))
                .toList()
                .forEach(call -> call.fail("time-out"));
    }

    @Override
    public void close() {
        closed = true;
        for (HttpClient client : clients) {
            client.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** Carries the kind of a failure and nothing else. */
    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        Failure(String kind) {
            super(kind, null, false, false);
        }
    }
}
