package io.sequence.venues.transport;

import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.api.WireResult;
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
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request over one pooled connection. Up to having a connection nothing was sent; from then on
 * every failure leaves the outcome open. Says what failed by its kind alone: messages of the layers
 * below may quote what was sent.
 */
final class VertxExchange implements AutoCloseable {
    private static final String USER_AGENT = "sequence-connect";
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    private final HttpClient client;
    private final Context loop;
    private final TransportSettings settings;

    VertxExchange(Vertx vertx, TransportSettings settings) {
        this.settings = settings;
        // Of its own: who constructs this may stand on another's.
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setKeepAlive(true)
                                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                                .setMaxPoolSize(settings.connectionsPerHost())
                                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                                .setDecompressionSupported(true)
                                // A traced URL would carry the query, and with it signatures.
                                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    WireResult send(URI base, WireRequest request) {
        RequestOptions options;
        try {
            options = options(base, request);
        } catch (IllegalArgumentException unsendable) {
            return new WireResult.NotSent("the request cannot be written");
        }
        var call = new Call(request);
        loop.runOnContext(now -> call.begin(options));
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
        private final CompletableFuture<WireResponse> answer = new CompletableFuture<>();
        private volatile @Nullable HttpClientRequest open;
        private volatile long openedAt;
        private volatile boolean givenUp;

        Call(WireRequest request) {
            this.request = request;
        }

        void begin(RequestOptions options) {
            Future<HttpClientRequest> opening;
            try {
                opening = client.request(options);
            } catch (RuntimeException unsendable) {
                answer.completeExceptionally(unsendable);
                return;
            }
            opening.compose(this::send)
                    .onSuccess(answer::complete)
                    .onFailure(answer::completeExceptionally);
        }

        private Future<WireResponse> send(HttpClientRequest opened) {
            if (givenUp) {
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

        boolean wasSent() {
            return open != null;
        }

        Duration took() {
            return Duration.ofNanos(System.nanoTime() - openedAt);
        }

        WireResponse await() throws Failure {
            try {
                return await(settings.connectTimeout());
            } catch (TimeoutException late) {
                return awaitAnswer();
            }
        }

        /** The time to connect is over; the time to answer began when the connection stood. */
        private WireResponse awaitAnswer() throws Failure {
            if (isGivenUp()) {
                throw new Failure("time-out");
            }
            try {
                return await(settings.answerTimeout().minus(took()));
            } catch (TimeoutException late) {
                loop.runOnContext(now -> reset());
                throw new Failure("time-out");
            }
        }

        /** On the loop, so that a call is either given up or sent, and never both. */
        private boolean isGivenUp() throws Failure {
            var decided = new CompletableFuture<Boolean>();
            loop.runOnContext(
                    now -> {
                        givenUp = open == null;
                        decided.complete(givenUp);
                    });
            try {
                return decided.get();
            } catch (ExecutionException failed) {
                throw new Failure("failed");
            } catch (InterruptedException interrupted) {
                throw interrupted();
            }
        }

        private WireResponse await(Duration limit) throws Failure, TimeoutException {
            try {
                return answer.get(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS);
            } catch (ExecutionException failed) {
                loop.runOnContext(now -> reset());
                Throwable cause = failed.getCause();
                throw new Failure(cause == null ? "failed" : cause.getClass().getSimpleName());
            } catch (InterruptedException interrupted) {
                throw interrupted();
            }
        }

        private Failure interrupted() {
            givenUp = true;
            loop.runOnContext(now -> reset());
            Thread.currentThread().interrupt();
            return new Failure("interrupted");
        }

        private void reset() {
            HttpClientRequest opened = open;
            if (opened != null) {
                opened.reset();
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
            var headers = new LinkedHashMap<String, String>();
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

    @Override
    public void close() {
        client.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Carries the kind of a failure and nothing else. */
    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        Failure(String kind) {
            super(kind, null, false, false);
        }
    }
}
