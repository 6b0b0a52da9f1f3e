package io.sequence.servicebase;

import io.sequence.faults.ApiFault;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import java.util.List;
import java.util.Map;

/**
 * Ends a request with an answer from the fault catalogue. Messages are for the caller: no secrets,
 * no stack traces.
 */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApiFault fault;
    private final transient List<FieldError> details;
    private final transient Map<String, String> headers;

    /** The fault in the catalogue's words. */
    public ApiException(ApiFault fault) {
        this(fault, fault.message(), List.of());
    }

    /** The fault in words of its own. */
    public ApiException(ApiFault fault, String message) {
        this(fault, message, List.of());
    }

    /** The fault with what is wrong field by field. */
    public ApiException(ApiFault fault, String message, List<FieldError> details) {
        this(fault, message, details, Map.of());
    }

    private ApiException(
            ApiFault fault, String message, List<FieldError> details, Map<String, String> headers) {
        super(message, null, false, false);
        this.fault = fault;
        this.details = List.copyOf(details);
        this.headers = Map.copyOf(headers);
    }

    /** Some fields are not acceptable. */
    public static ApiException invalid(List<FieldError> details) {
        return new ApiException(
                ApiFault.VALIDATION_ERROR, ApiFault.VALIDATION_ERROR.message(), details);
    }

    /** There is no such thing, or it is another's: the answer is the same. */
    public static ApiException notFound() {
        return new ApiException(ApiFault.NOT_FOUND);
    }

    /** Too many requests; come back after so many seconds. */
    public static ApiException rateLimited(long retryAfterSeconds) {
        return new ApiException(
                ApiFault.RATE_LIMITED,
                ApiFault.RATE_LIMITED.message(),
                List.of(),
                Map.of("Retry-After", Long.toString(Math.max(1, retryAfterSeconds))));
    }

    /** The row of the catalogue. */
    public ApiFault fault() {
        return fault;
    }

    /** One a field; may be empty. */
    public List<FieldError> details() {
        return details;
    }

    /** Headers that go with the answer. */
    public Map<String, String> headers() {
        return headers;
    }

    /** What to tell the caller. */
    public String words() {
        String message = getMessage();
        return message == null ? fault.message() : message;
    }
}
