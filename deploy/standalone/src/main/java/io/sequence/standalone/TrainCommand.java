package io.sequence.standalone;

import io.sequence.servers.FreePort;
import io.sequence.servers.JsonLog;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code train}: starts a house of its own on free ports and ends it again, so that each process
 * leaves a {@link StartCache} beside its artifact.
 */
final class TrainCommand {

    /** In the environment of a blueprint: processes write caches rather than read them. */
    static final String TRAINING = "training run";

    private final Path sources;

    TrainCommand(Path sources) {
        this.sources = sources;
    }

    /** Takes a minute or two. */
    void run() throws IOException {
        HouseFiles own = new HouseFiles(sources, sources.resolve("target").resolve("training"));
        Orphans.stop(own);
        Wiping.wipe(own);
        own.prepare();
        PrintStream log =
                new PrintStream(new FileOutputStream(own.log("launcher").toFile(), true), true);
        JsonLog.install("launcher", log);
        Map<String, String> environment = new HashMap<>();
        environment.put(TRAINING, "yes");
        for (String name : List.of("HTTP", "MAIL", "SMTP", "SIMULATOR", "KAFKA", "POSTGRES")) {
            environment.put("SEQUENCE_" + name + "_PORT", Integer.toString(FreePort.find()));
        }
        environment.put(
                "SEQUENCE_INTERNAL_PORT",
                Integer.toString(FreePort.findRow(HousePorts.INTERNAL_SERVICES)));
        HousePorts ports = HousePorts.from(environment);
        ports.requireFree();
        HouseSecrets secrets = new HouseSecrets(own);
        secrets.prepare();
        House house =
                new House(
                        own,
                        ports,
                        secrets,
                        new Blueprint(
                                own, ports, new ServiceSettings(own, ports, secrets), environment),
                        List.of(HouseService.values()),
                        new PrintStream(OutputStream.nullOutputStream()));
        Runtime.getRuntime().addShutdownHook(new Thread(house::stop, "training-shutdown"));
        house.start();
        house.stop();
        Wiping.wipe(own);
    }
}
