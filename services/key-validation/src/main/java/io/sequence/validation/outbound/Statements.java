package io.sequence.validation.outbound;

import io.sequence.messaging.DatabaseTrouble;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Statements that change one table, in the caller's transaction.
 *
 * @param table what trouble is named after
 */
record Statements(DataSource dataSource, String table) {

    /** Puts a statement's values in. */
    @FunctionalInterface
    interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    void run(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble(table, e);
        }
    }
}
