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
    /** The code of a strategy that the applicant was not invited to. */
    public static final String INVITATION_NEEDED = "INVITATION_NEEDED";

    /** A violation whose message says everything. */
    public Violation(String field, String message) {
        this(field, message, null);
    }

    /** Whether it is that the applicant was not invited. */
    public boolean wantsInvitation() {
        return INVITATION_NEEDED.equals(code);
    }
}
