package io.sequence.testing;

import io.sequence.messaging.Topics;
import io.sequence.servers.HouseDatabase;
import io.sequence.servers.PostgresServer;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A house of its own for one test: an empty database with all roles and schemas, and the
 * catalogue's topics under a prefix that nobody else uses, on servers that the whole build shares.
 */
public final class TestHouse implements AutoCloseable {

    private static final String VAULT_SCHEMA = "io.sequence.vault.VaultSchema";
    private static final String POSTGRES = "sequence.test.postgres";
    private static final String DATABASE = "sequence.test.database";

    /** PostgreSQL's {@code object_in_use}. */
    private static final String IN_USE = "55006";

    private static final int DROPS = 6;

    private final PostgresServer postgres;
    private final String kafka;
    private final String name;

    private TestHouse(PostgresServer postgres, String kafka, String name) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.name = name;
    }

    /** Makes a house. */
    public static TestHouse open() {
        Servers servers = Servers.find();
        byte[] bytes = new byte[6];
        RandomGenerator.getDefault().nextBytes(bytes);
        TestHouse house =
                new TestHouse(
                        servers.postgres(),
                        servers.kafka(),
                        "house_" + HexFormat.of().formatHex(bytes));
        try {
            HouseDatabase.prepare(
                    house.postgres,
                    house.name,
                    HouseDatabase.ROLES.stream()
                            .collect(Collectors.toMap(Function.identity(), TestHouse::password)));
        } catch (SQLException e) {
            throw new IllegalStateException("the test's database could not be made", e);
        }
        house.migrateVault();
        Topics.provision(house.kafka, house.topicPrefix());
        return house;
    }

    /** The house that {@link RealHouse} made for the Quarkus application under test. */
    public static TestHouse current() {
        Config config = ConfigProvider.getConfig();
        String[] server = config.getValue(POSTGRES, String.class).split(" ", -1);
        return new TestHouse(
                new PostgresServer(server[0], Integer.parseInt(server[1]), "postgres", server[2]),
                config.getValue("kafka.bootstrap.servers", String.class),
                config.getValue(DATABASE, String.class));
    }

    /** What a Quarkus service needs to live in this house, in Quarkus' own settings. */
    public Map<String, String> settings(String service) {
        String role = role(service);
        return Map.of(
                "kafka.bootstrap.servers",
                kafka,
                "sequence.kafka.topic-prefix",
                topicPrefix(),
                "quarkus.datasource.jdbc.url",
                jdbcUrl(),
                "quarkus.datasource.username",
                role,
                "quarkus.datasource.password",
                password(role),
                DATABASE,
                name,
                POSTGRES,
                postgres.host() + " " + postgres.port() + " " + postgres.adminPassword());
    }

    /** {@code host:port} of a broker. */
    public String kafka() {
        return kafka;
    }

    /** What stands before each topic's name in this house. */
    public String topicPrefix() {
        return name.replace('_', '-') + ".";
    }

    /** The database's address, without user and password. */
    public String jdbcUrl() {
        return postgres.jdbcUrl(name);
    }

    /** Connections of one service (or {@code vault-owner}), by its name or its role's. */
    public DataSource dataSource(String service) {
        return dataSource(role(service), password(role(service)));
    }

    /** Connections of the administrator, who sees everything. */
    public DataSource adminDataSource() {
        return dataSource(postgres.adminUser(), postgres.adminPassword());
    }

    /** Reads and writes the house's topics. */
    public EventProbe events() {
        return new EventProbe(kafka, topicPrefix());
    }

    /** Drops the database, whoever is still connected; topics stay until the build ends. */
    @Override
    public void close() {
        try (Connection admin = postgres.connect("postgres")) {
            boolean dropped = false;
            // PostgreSQL itself waits some seconds for those who are slow to go.
            for (int left = DROPS; !dropped; left--) {
                dropped = drop(admin, left == 1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the test's database could not be dropped", e);
        }
    }

    private boolean drop(Connection admin, boolean last) throws SQLException {
        try (var drop = admin.createStatement()) {
            drop.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            return true;
        } catch (SQLException e) {
            if (last || !IN_USE.equals(e.getSQLState())) {
                throw e;
            }
            return false;
        }
    }

    private DataSource dataSource(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private static String role(String service) {
        String role = service.replace('-', '_');
        if (!HouseDatabase.ROLES.contains(role)) {
            throw new IllegalArgumentException("no service has the database role " + role);
        }
        return role;
    }

    private static String password(String role) {
        return "test-" + role;
    }

    /** By name, as a module that knows no vault has none on its class path. */
    private void migrateVault() {
        try {
            Class.forName(VAULT_SCHEMA)
                    .getMethod("migrate", DataSource.class)
                    .invoke(null, dataSource("vault-owner"));
        } catch (ClassNotFoundException e) {
            // A module that knows no vault needs no vault tables.
            return;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the vault's tables could not be made", e);
        }
    }
}
