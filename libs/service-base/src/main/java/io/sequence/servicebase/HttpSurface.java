package io.sequence.servicebase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.sequence.faults.ApiFault;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/**
 * What holds for every request before any resource sees it: ids, safe headers, and the envelope for
 * early failures.
 */
@ApplicationScoped
public class HttpSurface {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
    private static final int BEFORE_ALL = 10_000;

    private final ObjectMapper json;
    private final long longestBody;

    HttpSurface(
            ObjectMapper json,
            @ConfigProperty(name = "sequence.http.longest-body", defaultValue = "64K")
                    MemorySize longestBody) {
        this.json = json;
        this.longestBody = longestBody.asLongValue();
    }

    void filters(@Observes Filters filters) {
        filters.register(this::prepare, BEFORE_ALL);
    }

    void failures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
    }

    private void prepare(RoutingContext context) {
        MDC.put("requestId", RequestId.assign(context));
        HttpServerResponse response = context.response();
        response.putHeader("X-Content-Type-Options", "nosniff");
        if (context.request().path() != null && context.request().path().startsWith("/v1/")) {
            response.putHeader("Cache-Control", "no-store");
        }
        if (bodyLength(context) > longestBody) {
            refuseBody(context);
        } else {
            context.next();
        }
    }

    /** As announced; a chunked body's is unknown, and Quarkus' own limit holds for it. */
    private static long bodyLength(RoutingContext context) {
        String announced = context.request().getHeader("Content-Length");
        return announced != null && DIGITS.matcher(announced).matches()
                ? Long.parseLong(announced)
                : 0;
    }

    /**
     * Reads the body to its end and forgets it: a caller who is still sending would never see the
     * answer.
     */
    private static void refuseBody(RoutingContext context) {
        context.request()
                .handler(bytes -> {})
                .endHandler(end -> context.fail(ApiFault.PAYLOAD_TOO_LARGE.status()))
                .resume();
    }

    /**
     * Failures outside of resources: bodies over the limit, unreadable requests, authentication
     * before routing.
     */
    private void fail(RoutingContext context) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        FaultAnswer answer = answerTo(context);
        HttpServerResponse response = context.response();
        answer.headers().forEach(response::putHeader);
        response.setStatusCode(answer.fault().status())
                .putHeader("Content-Type", "application/json")
                .end(write(answer.envelope(context)));
    }

    private static FaultAnswer answerTo(RoutingContext context) {
        return switch (context.statusCode()) {
            case 400, 414, 431 -> FaultAnswer.of(ApiFault.BAD_REQUEST);
            case 401 -> FaultAnswer.of(ApiFault.UNAUTHORIZED);
            case 403 -> FaultAnswer.of(ApiFault.FORBIDDEN);
            case 404 -> FaultAnswer.of(ApiFault.NOT_FOUND);
            case 405 -> FaultAnswer.of(ApiFault.METHOD_NOT_ALLOWED);
            case 413 -> FaultAnswer.of(ApiFault.PAYLOAD_TOO_LARGE);
            case 415 -> FaultAnswer.of(ApiFault.UNSUPPORTED_MEDIA_TYPE);
            default -> FaultAnswer.of(context.failure(), context);
        };
    }

    private String write(ErrorEnvelope envelope) {
        try {
            return json.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the envelope cannot be written", e);
        }
    }
}
