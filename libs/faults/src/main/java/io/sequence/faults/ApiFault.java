package io.sequence.faults;

/** One row an error code of the public contract, with its HTTP status (product facts, 1.4). */
public enum ApiFault {
    BAD_REQUEST(400, "The request could not be read."),
    INVALID_PARAMS(400, "A parameter is not acceptable."),
    UNAUTHORIZED(401, "Sign in, or send a valid bearer token."),
    FORBIDDEN(403, "This is not allowed for the caller."),
    NOT_FOUND(404, "There is no such thing."),
    METHOD_NOT_ALLOWED(405, "This path does not take that method."),
    NOT_ACCEPTABLE(406, "This is answered as application/json only."),
    CONFLICT(409, "The request contradicts what is there."),
    PAYLOAD_TOO_LARGE(413, "The request body is too large."),
    UNSUPPORTED_MEDIA_TYPE(415, "Send the body as application/json."),
    VALIDATION_ERROR(422, "Some fields are not acceptable; see details."),
    CONTACT_SUPPORT(422, "Please contact support."),
    IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used with another body."),
    RATE_LIMITED(429, "Too many requests: wait and try again."),
    INTERNAL_ERROR(500, "Something went wrong on our side."),
    SERVICE_UNAVAILABLE(503, "A part of the service is not available: try again shortly.");

    private final int status;
    private final String message;

    ApiFault(int status, String message) {
        this.status = status;
        this.message = message;
    }

    /** The HTTP status that goes with the code. */
    public int status() {
        return status;
    }

    /** What to say when there is nothing more precise. */
    public String message() {
        return message;
    }
}
