package io.sequence.intake.domain.submission;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field.
 *
 * @param field its path, e.g. {@code credentials.api_key}
 * @param message what is wrong and what would be right, never the value
 * @param code for programs, null where the message says everything
 */
public record Violation(String field, String message, @Nullable String code) {
    /** A violation whose message says everything. */
    public Violation(String field, String message) {
        this(field, message, null);
    }
}
