package io.sequence.testing;

import io.sequence.servers.PostgresServer;

/**
 * The servers that this build's tests share.
 *
 * @param postgres where PostgreSQL listens, and its administrator
 * @param kafka {@code host:port} of a broker
 */
record Servers(PostgresServer postgres, String kafka) {

    /**
     * Embedded servers, or containers with {@code -Dinfra=containers}; started when nobody has yet.
     */
    static Servers find() {
        String infra = System.getProperty("infra", "embedded");
        return switch (infra) {
            case "embedded" -> EmbeddedServers.find();
            case "containers" -> ContainerServers.find();
            default ->
                    throw new IllegalArgumentException(
                            "-Dinfra is embedded or containers, not " + infra);
        };
    }
}
