package io.sequence.intake.domain.alerts;

import io.sequence.events.AlertKind;

/** What alerts are called on pages. */
public final class AlertTitles {
    private AlertTitles() {}

    /** A few words for people. */
    public static String of(AlertKind kind) {
        return switch (kind) {
            case FAILING -> "Connection failing";
            case STILL_FAILING -> "Still failing";
            case RECOVERED -> "Connection repaired";
            case VENUE_INCIDENT -> "Exchange in trouble";
            case DRIFTED -> "Key changed at the exchange";
            case EXPIRING -> "Key expires soon";
            case EXPIRED -> "Key expired";
            case PAUSED -> "Strategy paused";
            case RESUMED -> "Strategy resumed";
            case TEST -> "Test";
        };
    }
}
