package io.sequence.intake.inbound;

import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Idempotency-Key}. */
final class IdempotencyKeys {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private IdempotencyKeys() {}

    /** The key, null when none was sent. */
    static @Nullable String read(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw ApiException.invalid(
                    List.of(
                            new FieldError(
                                    "Idempotency-Key",
                                    "must be 1 to 255 printable characters without blanks")));
        }
        return key;
    }
}
