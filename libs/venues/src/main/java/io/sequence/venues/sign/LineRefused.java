package io.sequence.venues.sign;

import org.jspecify.annotations.Nullable;

/** A line that cannot be signed, and why; never quotes the line. */
final class LineRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LineRefused(@Nullable String why) {
        super(why);
    }
}
