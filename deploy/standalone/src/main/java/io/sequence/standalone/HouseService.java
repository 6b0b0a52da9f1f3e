package io.sequence.standalone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The services of the house, in the order in which they are shown. */
enum HouseService {
    VENUE_SIMULATOR,
    CREDENTIAL_INTAKE,
    KEY_VALIDATION,
    HEALTH_CHECK,
    EXPIRY_REMINDER,
    STRATEGY_LAUNCHER,
    MAILER;

    /**
     * All of them, or those that {@code SEQUENCE_SERVICES} names, separated by commas: a developer
     * may run the others elsewhere.
     *
     * @throws HouseTrouble for a name that no service has
     */
    static List<HouseService> wanted(Map<String, String> environment) {
        String names = environment.getOrDefault("SEQUENCE_SERVICES", "").strip();
        if (names.isEmpty()) {
            return List.of(values());
        }
        List<HouseService> wanted = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            wanted.add(
                    Arrays.stream(values())
                            .filter(service -> service.title().equals(name.strip()))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new HouseTrouble(
                                                    "SEQUENCE_SERVICES names no service: "
                                                            + name)));
        }
        return wanted;
    }

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
