package io.sequence.intake;

import io.sequence.testing.TestHouse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the database, or changes it, past the service. */
final class House {
    private final DataSource source;

    /** Through the administrator, who sees everything. */
    House(TestHouse house) {
        this(house.adminDataSource());
    }

    /** Through a role. */
    House(DataSource source) {
        this.source = source;
    }

    int run(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = bind(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of each row. */
    <T> List<T> column(Class<T> type, String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = bind(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getObject(1, type));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String from, Object... values) {
        return column(Long.class, "select count(*) from " + from, values).getFirst();
    }

    private static PreparedStatement bind(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
