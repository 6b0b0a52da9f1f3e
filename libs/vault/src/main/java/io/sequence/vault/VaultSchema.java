package io.sequence.vault;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The vault's tables and who may touch them. Run by deployment before any service starts, as the
 * schema's owner.
 */
public final class VaultSchema {
    /** The schema, and the role that owns it is {@code vault_owner}. */
    public static final String NAME = "vault";

    private VaultSchema() {}

    /** Brings the schema up to date; the services' roles must exist. */
    public static void migrate(DataSource asOwner) {
        // Its own default is the calling thread's class loader, which pool threads may not have.
        Flyway.configure(VaultSchema.class.getClassLoader())
                .dataSource(asOwner)
                .schemas(NAME)
                .defaultSchema(NAME)
                .createSchemas(false)
                .locations("classpath:db/vault")
                .load()
                .migrate();
    }
}
