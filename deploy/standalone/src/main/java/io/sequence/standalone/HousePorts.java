package io.sequence.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of the house, all on the loopback address.
 *
 * @param http the public contract (credential-intake)
 * @param mail page and API of the SMTP inbox
 * @param smtp the SMTP inbox
 * @param simulator the venue simulator
 * @param kafka the broker
 * @param postgres the database
 * @param internal the first of five for the services that have no public contract
 */
record HousePorts(
        Port http, Port mail, Port smtp, Port simulator, Port kafka, Port postgres, Port internal) {

    /** How many ports follow {@link #internal}. */
    static final int INTERNAL_SERVICES = 5;

    /** A port, what it is for, and the environment variable that changes it. */
    record Port(int number, String purpose, String variable) {}

    /** The defaults, changed by what the environment says. */
    static HousePorts from(Map<String, String> environment) {
        return new HousePorts(
                port(environment, 8080, "HTTP", "SEQUENCE_HTTP_PORT"),
                port(environment, 8025, "the mail inbox", "SEQUENCE_MAIL_PORT"),
                port(environment, 1025, "SMTP", "SEQUENCE_SMTP_PORT"),
                port(environment, 8090, "the venue simulator", "SEQUENCE_SIMULATOR_PORT"),
                port(environment, 9092, "Kafka", "SEQUENCE_KAFKA_PORT"),
                port(environment, 15432, "PostgreSQL", "SEQUENCE_POSTGRES_PORT"),
                port(environment, 8101, "internal services", "SEQUENCE_INTERNAL_PORT"));
    }

    /** The port of the n-th internal service, counted from zero. */
    int internal(int n) {
        return internal.number() + n;
    }

    /**
     * Makes sure that nobody listens on any of them.
     *
     * @throws HouseTrouble naming the port, its purpose and the variable to change
     */
    void requireFree() {
        Map<Integer, Port> taken = new HashMap<>();
        for (Port port : all()) {
            Port other = taken.putIfAbsent(port.number(), port);
            if (other != null) {
                throw new HouseTrouble(
                        "Port %d is meant for both %s and %s: change %s or %s."
                                .formatted(
                                        port.number(),
                                        other.purpose(),
                                        port.purpose(),
                                        other.variable(),
                                        port.variable()));
            }
            if (!isFree(port.number())) {
                throw new HouseTrouble(
                        "Port %d (%s) is taken by another program: stop that program, or choose another port with %s."
                                .formatted(port.number(), port.purpose(), port.variable()));
            }
        }
    }

    private List<Port> all() {
        List<Port> all =
                new java.util.ArrayList<>(List.of(http, mail, smtp, simulator, kafka, postgres));
        for (int n = 0; n < INTERNAL_SERVICES; n++) {
            all.add(new Port(internal(n), internal.purpose(), internal.variable()));
        }
        return all;
    }

    private static boolean isFree(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Port port(
            Map<String, String> environment, int standard, String purpose, String variable) {
        String text = environment.getOrDefault(variable, "");
        if (text.isBlank()) {
            return new Port(standard, purpose, variable);
        }
        if (!text.strip().matches("\\d{1,5}")
                || Integer.parseInt(text.strip()) < 1
                || Integer.parseInt(text.strip()) > 65_530) {
            throw new HouseTrouble(variable + " is no port: " + text);
        }
        return new Port(Integer.parseInt(text.strip()), purpose, variable);
    }
}
