package io.sequence.vault;

import java.sql.SQLException;

/** The vault's table could not be reached or used; the cause's SQL state says which. */
public final class VaultTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VaultTrouble(SQLException cause) {
        super("vault: SQL state " + cause.getSQLState(), cause);
    }
}
