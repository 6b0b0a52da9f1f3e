package io.sequence.servicebase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns whatever a resource throws into the error envelope. What is not the caller's fault is
 * logged, not told.
 */
public class ExceptionAnswers {
    @ServerExceptionMapper(value = ApiException.class, priority = Priorities.USER - 1)
    Response api(ApiException thrown, RoutingContext context) {
        return answer(thrown, context);
    }

    @ServerExceptionMapper(value = MismatchedInputException.class, priority = Priorities.USER - 1)
    Response mismatch(MismatchedInputException thrown, RoutingContext context) {
        return answer(thrown, context);
    }

    @ServerExceptionMapper(value = JsonProcessingException.class, priority = Priorities.USER - 1)
    Response json(JsonProcessingException thrown, RoutingContext context) {
        return answer(thrown, context);
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = Priorities.USER - 1)
    Response unauthorized(UnauthorizedException thrown, RoutingContext context) {
        return answer(thrown, context);
    }

    @ServerExceptionMapper(
            value = AuthenticationFailedException.class,
            priority = Priorities.USER - 1)
    Response notAuthenticated(AuthenticationFailedException thrown, RoutingContext context) {
        return answer(thrown, context);
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = Priorities.USER - 1)
    Response forbidden(ForbiddenException thrown, RoutingContext context) {
        return answer(thrown, context);
    }

    @ServerExceptionMapper(value = WebApplicationException.class, priority = Priorities.USER - 1)
    Response web(WebApplicationException thrown, RoutingContext context) {
        return answer(thrown, context);
    }

    @ServerExceptionMapper(value = Throwable.class, priority = Priorities.USER + 1000)
    Response anything(Throwable thrown, RoutingContext context) {
        return answer(thrown, context);
    }

    private static Response answer(Throwable thrown, RoutingContext context) {
        FaultAnswer answer = FaultAnswer.of(thrown, context);
        Response.ResponseBuilder builder =
                Response.status(answer.fault().status())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(answer.envelope(context));
        answer.headers().forEach(builder::header);
        return builder.build();
    }
}
