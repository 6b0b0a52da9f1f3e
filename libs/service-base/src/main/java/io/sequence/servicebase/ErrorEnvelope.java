package io.sequence.servicebase;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sequence.faults.ApiFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one shape of every error answer: {@code
 * {"error":{"code","message","request_id","details":[{"field","message"}]}}} (product facts, 1.4);
 * a detail may have a {@code code} too.
 *
 * @param error the only member
 */
public record ErrorEnvelope(Body error) {
    /**
     * What is inside.
     *
     * @param code for programs
     * @param message for people
     * @param requestId for support
     * @param details one a field that is not acceptable; empty when no single field is at fault
     */
    public record Body(String code, String message, String requestId, List<FieldError> details) {}

    /**
     * What is wrong with one field.
     *
     * @param field its path in the body, e.g. {@code credentials.api_key}
     * @param message what is wrong and what would be right; never the value itself
     * @param code for programs; left out where the message says everything
     */
    public record FieldError(
            String field,
            String message,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String code) {
        /** A field whose message says everything. */
        public FieldError(String field, String message) {
            this(field, message, null);
        }
    }

    /** The envelope of one fault. */
    public static ErrorEnvelope of(
            ApiFault fault, String message, String requestId, List<FieldError> details) {
        return new ErrorEnvelope(new Body(fault.name(), message, requestId, List.copyOf(details)));
    }
}
