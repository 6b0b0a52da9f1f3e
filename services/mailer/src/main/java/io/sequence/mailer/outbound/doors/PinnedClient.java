package io.sequence.mailer.outbound.doors;

import io.sequence.servicebase.CheckedTarget;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
            var call = new PinnedCall(client, loop, body);
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
                        // In brackets where it is an IPv6 address, unlike the certificate's name.
                        .putHeader("Host", target.origin().replaceFirst("^https?://", ""))
                        .putHeader("User-Agent", "sequence-connect");
        headers.forEach(options::putHeader);
        return options;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
