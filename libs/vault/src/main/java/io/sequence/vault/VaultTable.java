package io.sequence.vault;

import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The table of sealed credentials. Every method works in the caller's transaction. What each
 * service may do is the database's word: intake may insert and erase and cannot read sealed bytes;
 * see {@code db/vault}.
 *
 * <p>States: {@code candidate → active → retiring → erased}, or {@code candidate → erased} when
 * refused. Erased rows are overwritten and deleted.
 */
public final class VaultTable {
    /**
     * The statement with which a candidate is put in; for callers that write more in the same
     * statement.
     */
    public static final String INSERT =
            "insert into vault.credential (account_id, connection_id, version, venue, mode, state,"
                    + " sealed) values (?, ?, ?, ?, ?, 'candidate', ?)";

    private static final String LOAD =
            "select account_id, connection_id, version, venue, mode, state, sealed from"
                    + " vault.credential";

    private final DataSource dataSource;

    /** A table reached through the service's own role. */
    public VaultTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Where a credential is in its life. */
    public enum State {
        CANDIDATE,
        ACTIVE,
        RETIRING
    }

    /**
     * One sealed credential.
     *
     * @param address where it belongs
     * @param state where it is in its life
     * @param sealed for {@link Opener#open}
     */
    public record Sealed(CredentialAddress address, State state, byte[] sealed) {
        @Override
        public String toString() {
            return "Sealed[" + address + ", " + state + "]";
        }
    }

    /** Puts a candidate in. */
    public void insert(CredentialAddress address, byte[] sealed) {
        run(
                INSERT,
                statement -> {
                    statement.setObject(1, address.accountId().value());
                    statement.setObject(2, address.connectionId().value());
                    statement.setInt(3, address.version().value());
                    statement.setString(4, address.venue().value());
                    statement.setString(5, address.mode().wireName());
                    statement.setBytes(6, sealed);
                });
    }

    /** One version, if it has not been erased. */
    public Optional<Sealed> load(ConnectionId connection, CredentialVersion version) {
        return find(
                LOAD + " where connection_id = ? and version = ?",
                statement -> {
                    statement.setObject(1, connection.value());
                    statement.setInt(2, version.value());
                });
    }

    /** The version that is to be used now, if there is one. */
    public Optional<Sealed> active(ConnectionId connection) {
        return find(
                LOAD + " where connection_id = ? and state = 'active'",
                statement -> statement.setObject(1, connection.value()));
    }

    /** Every version of these connections that has not been erased, in no order. */
    public List<Sealed> loadAll(Collection<ConnectionId> connections) {
        try (Connection jdbc = dataSource.getConnection();
                PreparedStatement statement =
                        jdbc.prepareStatement(LOAD + " where connection_id = any(?)")) {
            statement.setArray(
                    1,
                    jdbc.createArrayOf(
                            "uuid", connections.stream().map(ConnectionId::value).toArray()));
            List<Sealed> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(read(row));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new VaultTrouble(e);
        }
    }

    /**
     * Makes a candidate the active version and the active one before it retiring.
     *
     * @return false when the candidate is gone: its connection was ended meanwhile
     */
    public boolean promote(ConnectionId connection, CredentialVersion version) {
        run(
                "update vault.credential set state = 'retiring' where connection_id = ? and state ="
                        + " 'active' and version < ?",
                statement -> {
                    statement.setObject(1, connection.value());
                    statement.setInt(2, version.value());
                });
        return run(
                        "update vault.credential set state = 'active' where connection_id = ? and"
                                + " version = ?",
                        statement -> {
                            statement.setObject(1, connection.value());
                            statement.setInt(2, version.value());
                        })
                == 1;
    }

    /** Erases one version; returns how many rows that were. */
    public int erase(ConnectionId connection, CredentialVersion version) {
        return eraseWhere("connection_id = ? and version = ?", connection, version);
    }

    /** Erases every version below the given one; returns how many rows those were. */
    public int eraseOlderThan(ConnectionId connection, CredentialVersion version) {
        return eraseWhere("connection_id = ? and version < ?", connection, version);
    }

    /** Erases every version; returns how many rows those were. */
    public int eraseAll(ConnectionId connection) {
        return eraseWhere(
                "connection_id = ? and version <= ?",
                connection,
                new CredentialVersion(Integer.MAX_VALUE));
    }

    private int eraseWhere(String condition, ConnectionId connection, CredentialVersion version) {
        Binding binding =
                statement -> {
                    statement.setObject(1, connection.value());
                    statement.setInt(2, version.value());
                };
        run("update vault.credential set sealed = '' where " + condition, binding);
        return run("delete from vault.credential where " + condition, binding);
    }

    private int run(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new VaultTrouble(e);
        }
    }

    private Optional<Sealed> find(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new VaultTrouble(e);
        }
    }

    private static Sealed read(ResultSet row) throws SQLException {
        var address =
                new CredentialAddress(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new ConnectionId(row.getObject("connection_id", UUID.class)),
                        new CredentialVersion(row.getInt("version")),
                        new VenueId(row.getString("venue")),
                        Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)));
        State state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return new Sealed(address, state, row.getBytes("sealed"));
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
