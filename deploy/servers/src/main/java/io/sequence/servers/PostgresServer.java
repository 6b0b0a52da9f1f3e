package io.sequence.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Where a PostgreSQL server listens and who may administer it.
 *
 * @param host name or address
 * @param port TCP port
 * @param adminUser a superuser
 * @param adminPassword its password; never printed
 */
public record PostgresServer(String host, int port, String adminUser, String adminPassword) {

    /** The address of one database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Connects the administrator to one database. */
    public Connection connect(String database) throws SQLException {
        return connect(database, adminUser, adminPassword);
    }

    /** Connects any role to one database, patiently: a busy machine takes its time. */
    public Connection connect(String database, String user, String password) throws SQLException {
        return connect(database, user, password, 10, 30);
    }

    /** Whether it answers the administrator at once, or does not within some seconds. */
    public boolean answers() {
        try (Connection connection = connect("postgres", adminUser, adminPassword, 2, 4)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * @param open seconds that the connection may take
     * @param login seconds that all may take until the role is in
     */
    private Connection connect(String database, String user, String password, int open, int login)
            throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Integer.toString(open));
        properties.setProperty("loginTimeout", Integer.toString(login));
        Connection connection = new Driver().connect(jdbcUrl(database), properties);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL address: " + jdbcUrl(database));
        }
        return connection;
    }

    @Override
    public String toString() {
        return adminUser + "@" + host + ":" + port;
    }
}
