package io.sequence.events;

import java.util.Locale;

/** What an alert tells. */
public enum AlertKind {
    /** Connections began to fail: confirmed. */
    FAILING(true),
    /** They still fail: a later step of the ladder. */
    STILL_FAILING(true),
    /** They work again, after an alert that said otherwise. */
    RECOVERED(false),
    /** A venue as a whole has trouble, or had: nobody has to act. */
    VENUE_INCIDENT(false),
    /** A key's rights or addresses changed at the venue, and it goes on working. */
    DRIFTED(false),
    /** A key expires soon. */
    EXPIRING(false),
    /** A key expired. */
    EXPIRED(true),
    /** A bot stopped trading. */
    PAUSED(true),
    /** A paused bot trades again. */
    RESUMED(false),
    /** The user pressed the test button. */
    TEST(true);

    private final boolean urgent;

    AlertKind(boolean urgent) {
        this.urgent = urgent;
    }

    /** Whether it is told in quiet hours, too. */
    public boolean urgent() {
        return urgent;
    }

    /** The name on the wire, e.g. {@code still_failing}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
