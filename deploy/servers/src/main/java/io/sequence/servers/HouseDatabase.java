package io.sequence.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A house's database: one login role and one schema per service, each role the owner of its schema
 * and let into no other, and schema {@code vault} owned by {@code vault_owner}. What is in the
 * schemas comes from their owners' migrations.
 */
public final class HouseDatabase {

    /** Every login role; a service's role is its name with underscores, and so is its schema. */
    public static final List<String> ROLES =
            List.of(
                    "credential_intake",
                    "key_validation",
                    "health_check",
                    "expiry_reminder",
                    "strategy_launcher",
                    "mailer",
                    "vault_owner");

    private static final long PREPARING = 0x5E9C0DBL;

    private HouseDatabase() {}

    /**
     * Makes the database, its roles and schemas, or brings them up to date; safe to run again and
     * from several processes.
     *
     * @param server where, and as whom
     * @param database name, letters, digits and underscores
     * @param passwords one for each of {@link #ROLES}
     */
    public static void prepare(
            PostgresServer server, String database, Map<String, String> passwords)
            throws SQLException {
        if (!passwords.keySet().containsAll(ROLES)) {
            throw new IllegalArgumentException("every role needs a password: " + ROLES);
        }
        if (!database.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a database name: " + database);
        }
        try (Connection admin = server.connect("postgres");
                Statement statement = admin.createStatement()) {
            // Roles belong to the whole server: two that prepare at once would trip over each
            // other.
            statement.execute("SELECT pg_advisory_lock(" + PREPARING + ")");
            if (!exists(admin, database)) {
                statement.execute("CREATE DATABASE " + database);
            }
            try (Connection house = server.connect(database);
                    Statement roles = house.createStatement()) {
                roles.execute(rolesSql());
                for (String role : ROLES) {
                    setPassword(house, role, Objects.requireNonNull(passwords.get(role)));
                }
            }
        }
    }

    private static boolean exists(Connection admin, String database) throws SQLException {
        try (PreparedStatement query =
                admin.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void setPassword(Connection house, String role, String password)
            throws SQLException {
        try (PreparedStatement quote =
                house.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)")) {
            quote.setString(1, role);
            quote.setString(2, password);
            try (ResultSet rows = quote.executeQuery();
                    Statement alter = house.createStatement()) {
                rows.next();
                alter.execute(rows.getString(1));
            }
        }
    }

    private static String rolesSql() {
        try (InputStream sql = HouseDatabase.class.getResourceAsStream("roles.sql")) {
            if (sql == null) {
                throw new IllegalStateException("roles.sql is not on the class path");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("roles.sql cannot be read", e);
        }
    }
}
