package io.sequence.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    private static final Map<String, String> PASSWORDS =
            HouseDatabase.ROLES.stream()
                    .collect(Collectors.toMap(Function.identity(), role -> "pw'" + role));

    @TempDir private static Path folder;
    private static LocalPostgres postgres;

    @BeforeAll
    static void startServer() throws Exception {
        postgres = LocalPostgres.start(settings(FreePort.find()));
    }

    @AfterAll
    static void stopServer() {
        postgres.close();
    }

    private static LocalPostgres.Settings settings(int port) {
        return new LocalPostgres.Settings(
                folder.resolve("data"),
                Path.of("target/postgres"),
                folder.resolve("postgres.log"),
                port,
                "test-admin");
    }

    @Test
    void keepsWhatItPromisesToKeep() throws Exception {
        try (Connection admin = postgres.server().connect("postgres")) {
            assertThat(show(admin, "fsync")).isEqualTo("on");
            assertThat(show(admin, "synchronous_commit")).isEqualTo("on");
            assertThat(show(admin, "full_page_writes")).isEqualTo("on");
            assertThat(show(admin, "server_encoding")).isEqualTo("UTF8");
            assertThat(show(admin, "listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        assertThatThrownBy(() -> postgres.server().connect("postgres", "postgres", "guess").close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void stopsTheServerAnEarlierOwnerLeftBehindAndLosesNothing() throws Exception {
        Process orphan = postgres.process();
        try (Connection admin = postgres.server().connect("postgres")) {
            admin.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        postgres = LocalPostgres.start(settings(FreePort.find()));

        assertThat(orphan.isAlive()).isFalse();
        try (Connection admin = postgres.server().connect("postgres");
                ResultSet row = admin.createStatement().executeQuery("SELECT answer FROM kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void startsAgainAfterAKillThoughItsLockNamesAnotherProcessNow() throws Exception {
        List<ProcessHandle> children = postgres.process().descendants().toList();
        postgres.process().destroyForcibly().waitFor();
        for (ProcessHandle child : children) {
            child.onExit().get(60, TimeUnit.SECONDS);
        }
        Path lock = folder.resolve("data/postmaster.pid");
        String others =
                Files.readString(lock).replaceFirst("^\\d+", "" + ProcessHandle.current().pid());
        Files.writeString(lock, others);

        postgres = LocalPostgres.start(settings(FreePort.find()));

        try (Connection admin = postgres.server().connect("postgres")) {
            assertThat(show(admin, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void givesEachServiceItsOwnSchemaAndNoOther() throws Exception {
        HouseDatabase.prepare(postgres.server(), "house", PASSWORDS);
        HouseDatabase.prepare(postgres.server(), "house", PASSWORDS);

        try (Connection mailer = as("mailer");
                Connection intake = as("credential_intake")) {
            mailer.createStatement().execute("CREATE TABLE sent AS SELECT 1 AS id");

            assertThat(show(mailer, "search_path")).isEqualTo("mailer");
            assertThatThrownBy(() -> intake.createStatement().execute("SELECT * FROM mailer.sent"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for schema mailer");
            assertThatThrownBy(
                            () -> intake.createStatement().execute("CREATE TABLE public.x (i int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for schema public");
            assertThatThrownBy(
                            () -> intake.createStatement().execute("CREATE TABLE vault.x (i int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for schema vault");
        }
    }

    @Test
    void letsNoServiceMakeDatabases() throws Exception {
        HouseDatabase.prepare(postgres.server(), "house", PASSWORDS);
        try (Connection mailer = as("mailer")) {
            assertThatThrownBy(() -> mailer.createStatement().execute("CREATE DATABASE mine"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied to create database");
        }
    }

    private static Connection as(String role) throws SQLException {
        return postgres.server().connect("house", role, PASSWORDS.get(role));
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
