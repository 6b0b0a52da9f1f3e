package io.sequence.intake.inbound;

import io.sequence.faults.ApiFault;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every body of an account call is held to before anything is done with it. */
final class Bodies {
    private static final int LONGEST = 512;

    private Bodies() {}

    /** The body, which must be there. */
    static <T> T present(@Nullable T body) {
        if (body == null) {
            throw new ApiException(
                    ApiFault.BAD_REQUEST, "The body is not the JSON object that this call takes.");
        }
        return body;
    }

    /** A text field that must be there. */
    static String required(String name, @Nullable String value) {
        return required(name, value, LONGEST);
    }

    /** The same of at most so many characters. */
    static String required(String name, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw ApiException.invalid(List.of(new FieldError(name, "is required")));
        }
        if (value.length() > longest) {
            throw ApiException.invalid(List.of(new FieldError(name, "is too long")));
        }
        return value;
    }

    /** Two text fields that must be there; both are named when both are missing. */
    static void bothRequired(
            String first, @Nullable String one, String second, @Nullable String other) {
        if (isMissing(one) && isMissing(other)) {
            throw ApiException.invalid(
                    List.of(
                            new FieldError(first, "is required"),
                            new FieldError(second, "is required")));
        }
    }

    private static boolean isMissing(@Nullable String value) {
        return value == null || value.isBlank();
    }

    /** Says which fields are not acceptable, if any. */
    static void refuse(Map<String, String> objections) {
        if (!objections.isEmpty()) {
            throw ApiException.invalid(
                    objections.entrySet().stream()
                            .map(entry -> new FieldError(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }
}
