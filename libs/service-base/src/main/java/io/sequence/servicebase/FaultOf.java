package io.sequence.servicebase;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.sequence.faults.ApiFault;
import org.jspecify.annotations.Nullable;

/** Which row of the fault catalogue an exception stands for. */
final class FaultOf {
    private FaultOf() {}

    static ApiFault thrown(@Nullable Throwable thrown) {
        return switch (thrown) {
            case ApiException api -> api.fault();
            case UnauthorizedException e -> ApiFault.UNAUTHORIZED;
            case AuthenticationFailedException e -> ApiFault.UNAUTHORIZED;
            case ForbiddenException e -> ApiFault.FORBIDDEN;
            case null, default -> ApiFault.INTERNAL_ERROR;
        };
    }

    static ApiFault status(int status) {
        return switch (status) {
            case 401 -> ApiFault.UNAUTHORIZED;
            case 403 -> ApiFault.FORBIDDEN;
            case 404 -> ApiFault.NOT_FOUND;
            case 405 -> ApiFault.METHOD_NOT_ALLOWED;
            case 406 -> ApiFault.NOT_ACCEPTABLE;
            case 409 -> ApiFault.CONFLICT;
            case 413 -> ApiFault.PAYLOAD_TOO_LARGE;
            case 415 -> ApiFault.UNSUPPORTED_MEDIA_TYPE;
            case 422 -> ApiFault.VALIDATION_ERROR;
            case 429 -> ApiFault.RATE_LIMITED;
            case 503 -> ApiFault.SERVICE_UNAVAILABLE;
            default -> status >= 500 ? ApiFault.INTERNAL_ERROR : ApiFault.BAD_REQUEST;
        };
    }
}
