package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseSecretsTest {

    @TempDir private Path data;

    @Test
    void areReadableByTheirOwnerOnlyAndMadeOnce() throws Exception {
        HouseFiles files = new HouseFiles(data, data.resolve("house"));
        files.prepare();
        HouseSecrets secrets = new HouseSecrets(files);

        assertThat(secrets.prepare()).as("the operator is to be shown").isTrue();
        String first = secrets.operatorPassword() + secrets.databasePassword("mailer");
        assertThat(secrets.prepare()).as("and only once").isFalse();

        assertThat(secrets.operatorPassword() + secrets.databasePassword("mailer"))
                .isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.data())))
                .isEqualTo("rwx------");
        try (Stream<Path> all = Files.list(files.data().resolve("secrets"))) {
            List<Path> made = all.toList();
            assertThat(made).hasSizeGreaterThan(10);
            for (Path file : made) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }
}
