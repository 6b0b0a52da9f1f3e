package io.sequence.servicebase;

import io.sequence.faults.ApiFault;

/** Which row of the fault catalogue an HTTP status stands for. */
final class FaultOf {
    private FaultOf() {}

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
