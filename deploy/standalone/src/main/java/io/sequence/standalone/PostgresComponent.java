package io.sequence.standalone;

import io.sequence.servers.LocalPostgres;
import io.sequence.servers.PostgresServer;
import java.io.IOException;

/** The database server. */
final class PostgresComponent implements Component {

    private final HouseFiles files;
    private final int port;
    private final String adminPassword;

    PostgresComponent(HouseFiles files, int port, String adminPassword) {
        this.files = files;
        this.port = port;
        this.adminPassword = adminPassword;
    }

    PostgresServer server() {
        return new PostgresServer("127.0.0.1", port, "postgres", adminPassword);
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Process start() throws IOException {
        return LocalPostgres.start(
                        new LocalPostgres.Settings(
                                files.postgres(),
                                files.programs(),
                                files.log(name()),
                                port,
                                adminPassword))
                .process();
    }

    @Override
    public boolean isReady() {
        return server().answers();
    }

    @Override
    public void stop(ProcessHandle process) {
        LocalPostgres.stop(process);
    }
}
