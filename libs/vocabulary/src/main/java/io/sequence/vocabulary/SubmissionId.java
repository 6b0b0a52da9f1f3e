package io.sequence.vocabulary;

import java.util.Objects;
import java.util.UUID;

/**
 * One handing-over of a credential by the user, for a new connection or a refresh.
 *
 * @param value the time-ordered UUID behind it
 */
public record SubmissionId(UUID value) {
    public SubmissionId {
        Objects.requireNonNull(value, "value is null");
    }

    /** A fresh one, greater than every earlier one of this process. */
    public static SubmissionId next() {
        return new SubmissionId(TimeOrderedUuid.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static SubmissionId parse(String text) {
        return new SubmissionId(TimeOrderedUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
