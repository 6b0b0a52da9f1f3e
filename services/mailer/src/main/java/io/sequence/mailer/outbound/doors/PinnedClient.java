package io.sequence.mailer.outbound.doors;

import io.sequence.servicebase.CheckedTarget;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to exactly the addresses that were checked, under the name that was asked for (Host header,
 * SNI and the certificate's name). Follows no redirect, unpacks nothing, reads little, and says
 * what failed by its kind alone: URLs and messages of the layers below carry tokens.
 *
 * <p>Its Vert.x is its own, so that no trace and no metric of the service's sees a URL.
 */
final class PinnedClient implements AutoCloseable {
    static final int LARGEST_ANSWER = 64 * 1024;

    private static final int CONNECT_MILLIS = 3_000;
    private static final int MOST_ADDRESSES = 3;
    private static final int CONNECTIONS_PER_TARGET = 4;
    private static final int KEEP_ALIVE_SECONDS = 20;

    private final Vertx vertx;
    private final HttpClient client;
    private final Context loop;

    PinnedClient() {
        this(null);
    }

    /** With certificates to trust instead of the JDK's. */
    PinnedClient(@Nullable TrustOptions trust) {
        vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setEventLoopPoolSize(1)
                                .setWorkerPoolSize(1)
                                .setInternalBlockingPoolSize(1)
                                .setFileSystemOptions(
                                        new FileSystemOptions()
                                                .setFileCachingEnabled(false)
                                                .setClassPathResolvingEnabled(false)));
        loop = ((VertxInternal) vertx).createEventLoopContext();
        var options =
                new HttpClientOptions()
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setMaxPoolSize(CONNECTIONS_PER_TARGET)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setVerifyHost(true)
                        .setDecompressionSupported(false)
                        .setTracingPolicy(TracingPolicy.IGNORE);
        client = vertx.createHttpClient(trust == null ? options : options.setTrustOptions(trust));
    }

    /** What came back, if anything. */
    sealed interface Reply {
        /**
         * An answer, of whatever status.
         *
         * @param headers by lower-case name
         * @param body as far as it was read: at most 64 kB, and no longer than the patience
         */
        record Answered(int status, Map<String, String> headers, String body) implements Reply {}

        /**
         * None; it may have been heard all the same.
         *
         * @param why in words that anybody may read
         */
        record Failed(String why) implements Reply {}
    }

    /** Posts, blocking until the answer is there or patience has ended. */
    Reply post(CheckedTarget target, Map<String, String> headers, byte[] body, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Reply reply = new Reply.Failed("it cannot be reached");
        List<InetAddress> addresses = target.addresses();
        for (int i = 0; i < Math.min(addresses.size(), MOST_ADDRESSES); i++) {
            var call = new Call(body);
            RequestOptions options;
            try {
                options = options(target, addresses.get(i), headers);
            } catch (RuntimeException unwritable) {
                return new Reply.Failed("the request cannot be written");
            }
            loop.runOnContext(now -> call.begin(options));
            reply = call.await(deadline);
            if (call.wasConnected() || System.nanoTime() - deadline >= 0) {
                break;
            }
        }
        return reply;
    }

    private static RequestOptions options(
            CheckedTarget target, InetAddress address, Map<String, String> headers) {
        var options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setServer(
                                SocketAddress.inetSocketAddress(
                                        new InetSocketAddress(address, target.port())))
                        .setHost(target.host())
                        .setPort(target.port())
                        .setSsl(target.tls())
                        .setFollowRedirects(false)
                        .setURI(target.requestUri())
                        .putHeader("User-Agent", "sequence-connect");
        headers.forEach(options::putHeader);
        return options;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** One call to one address; all of it happens on the loop, and the caller waits once. */
    private final class Call {
        private final byte[] body;
        private final CompletableFuture<Reply> answer = new CompletableFuture<>();
        private final Buffer read = Buffer.buffer();
        private volatile @Nullable HttpClientRequest open;
        private volatile @Nullable HttpClientResponse head;

        Call(byte[] body) {
            this.body = body;
        }

        boolean wasConnected() {
            return open != null;
        }

        void begin(RequestOptions options) {
            try {
                client.request(options)
                        .onComplete(
                                opened -> {
                                    if (opened.succeeded()) {
                                        send(opened.result());
                                    } else {
                                        fail(opened.cause());
                                    }
                                });
            } catch (RuntimeException unsendable) {
                fail(unsendable);
            }
        }

        private void send(HttpClientRequest request) {
            if (answer.isDone()) {
                request.reset();
                return;
            }
            open = request;
            request.exceptionHandler(this::fail);
            // Listened to before sending: an answer that is here already would be thrown away.
            request.response()
                    .onComplete(
                            got -> {
                                if (got.succeeded()) {
                                    read(request, got.result());
                                } else {
                                    fail(got.cause());
                                }
                            });
            request.send(Buffer.buffer(body));
        }

        private void read(HttpClientRequest request, HttpClientResponse response) {
            head = response;
            response.exceptionHandler(lost -> finish(response));
            response.endHandler(end -> finish(response));
            response.handler(
                    part -> {
                        int room = LARGEST_ANSWER - read.length();
                        read.appendBuffer(part.slice(0, Math.min(room, part.length())));
                        if (part.length() > room) {
                            finish(response);
                            request.reset();
                        }
                    });
        }

        private void finish(HttpClientResponse response) {
            if (answer.isDone()) {
                return;
            }
            var headers = new HashMap<String, String>();
            response.headers()
                    .forEach(
                            (name, value) ->
                                    headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
            answer.complete(
                    new Reply.Answered(
                            response.statusCode(), headers, read.toString(StandardCharsets.UTF_8)));
        }

        private void fail(Throwable cause) {
            answer.complete(new Reply.Failed(kind(cause)));
        }

        Reply await(long deadline) {
            try {
                return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return abandon("it does not answer in time");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return abandon("we were stopped");
            } catch (ExecutionException e) {
                return new Reply.Failed("it cannot be reached");
            }
        }

        /** An answer that drips is judged by its head; a connection that is left is closed. */
        private Reply abandon(String why) {
            var ended = new CompletableFuture<Void>();
            loop.runOnContext(
                    now -> {
                        HttpClientResponse dripping = head;
                        if (dripping != null) {
                            finish(dripping);
                        }
                        answer.complete(new Reply.Failed(why));
                        HttpClientRequest request = open;
                        if (request != null) {
                            request.reset();
                        }
                        ended.complete(null);
                    });
            ended.join();
            return answer.join();
        }

        private static String kind(Throwable cause) {
            for (Throwable c = cause; c != null; c = c.getCause()) {
                if (c instanceof SSLException) {
                    return "no secure connection to it can be made (TLS)";
                }
            }
            return "it cannot be reached";
        }
    }
}
