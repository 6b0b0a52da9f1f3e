package io.sequence.servicebase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.sequence.faults.ApiFault;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns whatever a resource throws into the error envelope. What is not the caller's fault is
 * logged, not told.
 */
public class ExceptionAnswers {
    private static final Logger LOG = Logger.getLogger(ExceptionAnswers.class);

    @ServerExceptionMapper(value = ApiException.class, priority = Priorities.USER - 1)
    Response api(ApiException thrown, RoutingContext context) {
        Response.ResponseBuilder answer =
                builder(thrown.fault(), thrown.words(), thrown.details(), context);
        thrown.headers().forEach(answer::header);
        return answer.build();
    }

    @ServerExceptionMapper(value = MismatchedInputException.class, priority = Priorities.USER - 1)
    Response mismatch(MismatchedInputException thrown, RoutingContext context) {
        return unreadable(thrown, context);
    }

    @ServerExceptionMapper(value = JsonProcessingException.class, priority = Priorities.USER - 1)
    Response json(JsonProcessingException thrown, RoutingContext context) {
        return unreadable(thrown, context);
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = Priorities.USER - 1)
    Response unauthorized(UnauthorizedException thrown, RoutingContext context) {
        return answer(ApiFault.UNAUTHORIZED, context);
    }

    @ServerExceptionMapper(
            value = AuthenticationFailedException.class,
            priority = Priorities.USER - 1)
    Response notAuthenticated(AuthenticationFailedException thrown, RoutingContext context) {
        return answer(ApiFault.UNAUTHORIZED, context);
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = Priorities.USER - 1)
    Response forbidden(ForbiddenException thrown, RoutingContext context) {
        return answer(ApiFault.FORBIDDEN, context);
    }

    @ServerExceptionMapper(value = WebApplicationException.class, priority = Priorities.USER - 1)
    Response web(WebApplicationException thrown, RoutingContext context) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return unreadable(json, context);
            }
        }
        return answer(FaultOf.status(thrown.getResponse().getStatus()), context);
    }

    @ServerExceptionMapper(value = Throwable.class, priority = Priorities.USER + 1000)
    Response anything(Throwable thrown, RoutingContext context) {
        if (dependencyIsAway(thrown)) {
            // An outage makes many of these; where it happened says nothing.
            LOG.warnf("request %s not served: %s", RequestId.of(context), thrown.getMessage());
            return answer(ApiFault.SERVICE_UNAVAILABLE, context);
        }
        LOG.errorf(thrown, "request %s failed", RequestId.of(context));
        return answer(ApiFault.INTERNAL_ERROR, context);
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

    private static Response unreadable(JsonProcessingException thrown, RoutingContext context) {
        if (thrown instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var detail = new FieldError(JsonProblem.path(mapping), JsonProblem.words(mapping));
            return builder(
                            ApiFault.VALIDATION_ERROR,
                            ApiFault.VALIDATION_ERROR.message(),
                            List.of(detail),
                            context)
                    .build();
        }
        return builder(
                        ApiFault.BAD_REQUEST,
                        "The body is not the JSON object that this call takes.",
                        List.of(),
                        context)
                .build();
    }

    private static Response answer(ApiFault fault, RoutingContext context) {
        return builder(fault, fault.message(), List.of(), context).build();
    }

    private static Response.ResponseBuilder builder(
            ApiFault fault, String message, List<FieldError> details, RoutingContext context) {
        return Response.status(fault.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ErrorEnvelope.of(fault, message, RequestId.of(context), details));
    }
}
