package io.sequence.standalone;

import java.util.Locale;

/** The services of the house, in the order in which they are shown. */
enum HouseService {
    VENUE_SIMULATOR,
    CREDENTIAL_INTAKE,
    KEY_VALIDATION,
    HEALTH_CHECK,
    EXPIRY_REMINDER,
    STRATEGY_LAUNCHER,
    MAILER;

    /** Its folder below {@code services/} and its name everywhere else. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its database role and schema. */
    String role() {
        return name().toLowerCase(Locale.ROOT);
    }

    int port(HousePorts ports) {
        return switch (this) {
            case VENUE_SIMULATOR -> ports.simulator().number();
            case CREDENTIAL_INTAKE -> ports.http().number();
            case KEY_VALIDATION -> ports.internal(0);
            case HEALTH_CHECK -> ports.internal(1);
            case EXPIRY_REMINDER -> ports.internal(2);
            case STRATEGY_LAUNCHER -> ports.internal(3);
            case MAILER -> ports.internal(4);
        };
    }
}
