package io.sequence.intake.outbound.support;

import io.sequence.messaging.DatabaseTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements, in the current transaction if there is one. */
@ApplicationScoped
public class Statements {
    private final DataSource dataSource;

    Statements(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** How many rows the statement changed. */
    public int update(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, List.of(), values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("support", e);
        }
    }

    /** All rows. */
    public <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... values) {
        return query(sql, List.of(), reader, values);
    }

    /** A part of a list, one row more than its window shows. */
    public <T> List<T> query(Listing list, String select, Reader<T> reader) {
        return query(list.statement(select), list.values(), reader);
    }

    private <T> List<T> query(
            String sql, List<Object> first, Reader<T> reader, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, first, values);
            try (ResultSet row = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("support", e);
        }
    }

    private static void bind(
            PreparedStatement statement, List<Object> first, @Nullable Object... values)
            throws SQLException {
        int at = 1;
        for (Object value : first) {
            set(statement, at++, value);
        }
        for (Object value : values) {
            set(statement, at++, value);
        }
    }

    private static void set(PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        statement.setObject(at, value instanceof Instant i ? i.atOffset(ZoneOffset.UTC) : value);
    }

    /** A moment that is there. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
    }

    /** A moment, or null. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
