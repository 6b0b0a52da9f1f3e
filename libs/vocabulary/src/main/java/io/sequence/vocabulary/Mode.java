package io.sequence.vocabulary;

import java.util.Locale;

/** Real venues, or the simulator behind {@code seq_test_} keys. Rows of the two never mix. */
public enum Mode {
    LIVE,
    SANDBOX;

    /** The name on the wire: {@code live} or {@code sandbox}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
