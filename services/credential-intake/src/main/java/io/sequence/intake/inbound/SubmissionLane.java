package io.sequence.intake.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.context.Context;
import io.quarkus.opentelemetry.runtime.OpenTelemetryUtil;
import io.quarkus.virtual.threads.VirtualThreads;
import io.sequence.access.Roles;
import io.sequence.access.VerifiedTokens;
import io.sequence.intake.inbound.SubmissionResource.Received;
import io.sequence.vocabulary.AccountId;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * The short way for submissions of traders whose token was verified a moment ago and whose request
 * is plain: JSON of a known length, nothing negotiated. It carries them to {@link Submissions} and
 * back, as {@link SubmissionResource} does with whatever is not plain and with every token that is
 * not known, refusals included. Nothing is decided here but which way a request goes.
 */
@ApplicationScoped
class SubmissionLane {
    // After ids, headers and limits, which hold for all; before authentication, which goes the long
    // way.
    private static final int ORDER = -250;
    private static final String BEARER = "Bearer ";
    private static final String JSON = "application/json";
    private static final Set<String> JSON_BODY =
            Set.of(JSON, JSON + ";charset=utf-8", JSON + "; charset=utf-8");

    private final VerifiedTokens tokens;
    private final Submissions submissions;
    private final ObjectMapper json;
    private final ExecutorService threads;

    SubmissionLane(
            VerifiedTokens tokens,
            Submissions submissions,
            ObjectMapper json,
            @VirtualThreads ExecutorService threads) {
        this.tokens = tokens;
        this.submissions = submissions;
        this.json = json;
        this.threads = threads;
    }

    void open(@Observes Router router) {
        router.post(SubmissionResource.PATH).order(ORDER).handler(this::carry);
    }

    private void carry(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<AccountId> trader = isPlain(request) ? trader(request) : Optional.empty();
        if (trader.isEmpty()) {
            context.next();
            return;
        }
        // A body that does not come whole came from somebody who has gone.
        request.body().onSuccess(body -> threads.execute(() -> take(context, trader.get(), body)));
        request.resume();
    }

    private static boolean isPlain(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        String type = request.getHeader("Content-Type");
        return type != null
                && JSON_BODY.contains(type.toLowerCase(Locale.ROOT))
                && (accept == null || accept.equals(JSON) || accept.equals("*/*"))
                && request.getHeader("Content-Length") != null
                && request.getHeader("Transfer-Encoding") == null
                && request.getHeader("Content-Encoding") == null
                && request.getHeader("Expect") == null;
    }

    private Optional<AccountId> trader(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return Optional.empty();
        }
        return tokens.remembered(authorization.substring(BEARER.length()))
                .filter(principal -> principal.getGroups().contains(Roles.TRADER))
                .flatMap(principal -> Ids.account(principal.getName()));
    }

    private void take(RoutingContext context, AccountId trader, Buffer body) {
        // The long way does this where it meets the resource.
        OpenTelemetryUtil.setMDCData(Context.current(), Vertx.currentContext());
        try {
            Received received =
                    submissions.take(
                            trader,
                            context.request().getHeader("Idempotency-Key"),
                            body.getBytes());
            answer(context, received);
        } catch (JsonProcessingException | RuntimeException | Error e) {
            context.fail(e);
        }
    }

    private void answer(RoutingContext context, Received received) throws JsonProcessingException {
        byte[] answer = json.writeValueAsBytes(received);
        context.response()
                .setStatusCode(202)
                .putHeader("Content-Type", "application/json;charset=UTF-8")
                .putHeader("Location", SubmissionResource.PATH + "/" + received.submissionId())
                .end(Buffer.buffer(answer));
    }
}
