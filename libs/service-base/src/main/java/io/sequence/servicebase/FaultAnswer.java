package io.sequence.servicebase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.sequence.faults.ApiFault;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told of an exception, whichever part of the service threw it.
 *
 * @param fault the row of the catalogue
 * @param words for people
 * @param details one a field that is not acceptable
 * @param headers that go with the answer
 */
record FaultAnswer(
        ApiFault fault, String words, List<FieldError> details, Map<String, String> headers) {
    private static final Logger LOG = Logger.getLogger(FaultAnswer.class);

    /** A fault in the catalogue's words. */
    static FaultAnswer of(ApiFault fault) {
        return new FaultAnswer(fault, fault.message(), List.of(), Map.of());
    }

    /** What an exception stands for. What is not the caller's fault is logged, not told. */
    static FaultAnswer of(@Nullable Throwable thrown, RoutingContext context) {
        return switch (thrown) {
            case ApiException api ->
                    new FaultAnswer(api.fault(), api.words(), api.details(), api.headers());
            case JsonProcessingException json -> unreadable(json);
            case UnauthorizedException e -> of(ApiFault.UNAUTHORIZED);
            case AuthenticationFailedException e -> of(ApiFault.UNAUTHORIZED);
            case ForbiddenException e -> of(ApiFault.FORBIDDEN);
            case WebApplicationException web -> web(web);
            case null, default -> unexpected(thrown, context);
        };
    }

    /** As it is written to the wire. */
    ErrorEnvelope envelope(RoutingContext context) {
        return ErrorEnvelope.of(fault, words, RequestId.of(context), details);
    }

    private static FaultAnswer web(WebApplicationException thrown) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return unreadable(json);
            }
        }
        return of(FaultOf.status(thrown.getResponse().getStatus()));
    }

    private static FaultAnswer unexpected(@Nullable Throwable thrown, RoutingContext context) {
        if (thrown != null && dependencyIsAway(thrown)) {
            // An outage makes many of these; where it happened says nothing.
            LOG.warnf("request %s not served: %s", RequestId.of(context), thrown.getMessage());
            return of(ApiFault.SERVICE_UNAVAILABLE);
        }
        LOG.errorf(thrown, "request %s failed", RequestId.of(context));
        return of(ApiFault.INTERNAL_ERROR);
    }

    private static boolean dependencyIsAway(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null
                        || state.startsWith("08")
                        || state.startsWith("57")
                        || state.startsWith("53");
            }
        }
        return false;
    }

    private static FaultAnswer unreadable(JsonProcessingException thrown) {
        if (thrown instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var detail = new FieldError(JsonProblem.path(mapping), JsonProblem.words(mapping));
            return new FaultAnswer(
                    ApiFault.VALIDATION_ERROR,
                    ApiFault.VALIDATION_ERROR.message(),
                    List.of(detail),
                    Map.of());
        }
        return new FaultAnswer(
                ApiFault.BAD_REQUEST,
                "The body is not the JSON object that this call takes.",
                List.of(),
                Map.of());
    }
}
