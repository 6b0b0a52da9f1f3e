package io.sequence.venues.transport;

import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.api.WireResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
    private final TransportSettings settings;

    VertxExchange(Vertx vertx, TransportSettings settings) {
        this.settings = settings;
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
        HttpClientRequest open;
        Future<HttpClientRequest> opening;
        try {
            opening = client.request(options(base, request));
        } catch (IllegalArgumentException unsendable) {
            return new WireResult.NotSent("the request cannot be written");
        }
        try {
            open = await(opening, settings.connectTimeout());
        } catch (Failure failure) {
            // A connection that comes too late must go back to the pool unused.
            opening.onSuccess(HttpClientRequest::reset);
            return new WireResult.NotSent("no connection: " + failure.getMessage());
        }
        long start = System.nanoTime();
        try {
            WireResponse response = await(answer(open, request), settings.answerTimeout());
            return new WireResult.Answered(response, Duration.ofNanos(System.nanoTime() - start));
        } catch (Failure failure) {
            open.reset();
            return new WireResult.Lost("no answer: " + failure.getMessage());
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

    private static Future<WireResponse> answer(HttpClientRequest open, WireRequest request) {
        // Listened to before sending: an answer that is here already when its listener comes has
        // been thrown away, and would count as lost.
        Future<WireResponse> answer = open.response().compose(response -> body(open, response));
        if (request.body().isEmpty()) {
            open.send();
        } else {
            open.send(Buffer.buffer(request.body().getBytes(StandardCharsets.UTF_8)));
        }
        return answer;
    }

    private static Future<WireResponse> body(HttpClientRequest open, HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        response.handler(
                part -> {
                    if (body.length() + part.length() > LARGEST_BODY) {
                        open.reset();
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

    private static <T> T await(Future<T> future, Duration limit) throws Failure {
        CompletableFuture<T> waiting = future.toCompletionStage().toCompletableFuture();
        try {
            return waiting.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new Failure("time-out");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw new Failure(cause == null ? "failed" : cause.getClass().getSimpleName());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
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
