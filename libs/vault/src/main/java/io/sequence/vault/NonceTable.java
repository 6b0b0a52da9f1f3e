package io.sequence.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The one authority of nonces for keys whose venue wants them strictly increasing: shared by every
 * process that signs, kept across restarts, increasing even when clocks step back. Only the word of
 * a venue that its clock is another brings numbers back that ran ahead.
 */
public final class NonceTable {
    private static final String NEXT =
            "insert into vault.nonce as n (key_fingerprint, last) values (?, ?) on conflict"
                    + " (key_fingerprint) do update set last = greatest(n.last + 1, excluded.last)"
                    + " returning last";

    private static final String ANEW =
            "insert into vault.nonce as n (key_fingerprint, last) values (?, ?) on conflict"
                + " (key_fingerprint) do update set last = case when n.last > excluded.last + 20000"
                + " then excluded.last + 2000 else greatest(n.last + 1, excluded.last) end"
                + " returning last";

    private final DataSource dataSource;

    /** A table reached through the service's own role. */
    public NonceTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A number greater than every earlier one of this key.
     *
     * @param keyFingerprint a digest of the key's public half
     * @param nowMillis the clock in milliseconds, the usual unit; never lowered by it
     */
    public long next(String keyFingerprint, long nowMillis) {
        return number(NEXT, keyFingerprint, nowMillis);
    }

    /**
     * The same for a key whose numbers the venue has refused as far from its clock: when they are
     * more than 20 s ahead they begin again two seconds after that clock: venues tell it in whole
     * seconds, and numbers that were taken by a better clock must stay below. Whoever comes second,
     * with the same news, goes on from there.
     *
     * @param keyFingerprint a digest of the key's public half
     * @param nowMillis the venue's clock in milliseconds
     */
    public long anew(String keyFingerprint, long nowMillis) {
        return number(ANEW, keyFingerprint, nowMillis);
    }

    private long number(String statementText, String keyFingerprint, long nowMillis) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(statementText)) {
            statement.setString(1, keyFingerprint);
            statement.setLong(2, nowMillis);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new VaultTrouble(e);
        }
    }
}
