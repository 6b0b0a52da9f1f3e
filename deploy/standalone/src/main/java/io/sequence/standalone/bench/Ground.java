package io.sequence.standalone.bench;

import io.sequence.servers.PostgresServer;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The running house that is measured.
 *
 * @param house origin of the public contract
 * @param simulator origin of the venue simulator, when it runs
 * @param kafka bootstrap servers
 * @param postgres the database server and its administrator
 * @param database name of the house's database
 * @param intakePassword of the role {@code credential_intake}
 * @param jwtPrivateKey PEM, signs access tokens
 * @param vaultPublicKeyset seals credentials
 * @param takeSubmission the statement that takes a submission in, as the service runs it
 * @param folder for scratch files
 * @param module the launcher's own folder among the sources
 * @param processes the number of a component's process, by the component's name
 */
public record Ground(
        String house,
        String simulator,
        String kafka,
        PostgresServer postgres,
        String database,
        String intakePassword,
        Path jwtPrivateKey,
        Path vaultPublicKeyset,
        Path takeSubmission,
        Path folder,
        Path module,
        Function<String, OptionalLong> processes) {
    @Override
    public String toString() {
        return "Ground[" + house + "]";
    }
}
