package io.sequence.mailer.outbound.doors;

import io.sequence.mailer.outbound.doors.PinnedClient.Reply;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One call to one address; all of it happens on the loop, and the caller waits once. */
final class PinnedCall {
    private static final int LARGEST_ANSWER = PinnedClient.LARGEST_ANSWER;

    private final HttpClient client;
    private final Context loop;
    private final byte[] body;
    private final CompletableFuture<Reply> answer = new CompletableFuture<>();
    private final Buffer read = Buffer.buffer();
    private volatile @Nullable HttpClientRequest open;
    private volatile @Nullable HttpClientResponse head;

    PinnedCall(HttpClient client, Context loop, byte[] body) {
        this.client = client;
        this.loop = loop;
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
                        (name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
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
