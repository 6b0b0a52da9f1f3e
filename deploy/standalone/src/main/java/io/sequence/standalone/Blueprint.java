package io.sequence.standalone;

import io.sequence.servers.LocalKafka;
import io.sequence.servers.SmtpInbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How each Java process of the house is run: from which artifact, with which options. */
final class Blueprint {

    /**
     * Quick to start on few cores. {@code SEQUENCE_JAVA_OPTIONS} comes later on the line and may
     * say otherwise.
     */
    private static final List<String> QUICK =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final HouseFiles files;
    private final HousePorts ports;
    private final ServiceSettings settings;
    private final List<String> ownOptions;
    private final boolean training;

    Blueprint(
            HouseFiles files,
            HousePorts ports,
            ServiceSettings settings,
            Map<String, String> environment) {
        this.files = files;
        this.ports = ports;
        this.settings = settings;
        String own = environment.getOrDefault("SEQUENCE_JAVA_OPTIONS", "").strip();
        this.ownOptions = own.isEmpty() ? List.of() : List.of(own.split("\\s+"));
        this.training = environment.containsKey(TrainCommand.TRAINING);
    }

    JavaComponent kafka() throws IOException {
        return server(
                "kafka",
                ports.kafka().number(),
                JavaComponent.Readiness.BROKER,
                "-Xmx384m",
                List.of(
                        LocalKafka.class.getName(),
                        Integer.toString(ports.kafka().number()),
                        files.kafka().toString()));
    }

    JavaComponent inbox() throws IOException {
        return server(
                "inbox",
                ports.mail().number(),
                JavaComponent.Readiness.HEALTH,
                "-Xmx128m",
                List.of(
                        SmtpInbox.class.getName(),
                        Integer.toString(ports.smtp().number()),
                        Integer.toString(ports.mail().number()),
                        files.mail().toString(),
                        files.target("services/mailer").resolve("previews").toString()));
    }

    JavaComponent service(HouseService service) throws IOException {
        return instance(service, service.title(), service.port(ports), Map.of());
    }

    /**
     * One more process of the same artifact, in the same consumer group and database role.
     *
     * @param name its own, for its log and its lines
     * @param more settings that this one is given beyond the service's
     */
    JavaComponent instance(HouseService service, String name, int port, Map<String, String> more)
            throws IOException {
        Path application = files.target("services/" + service.title()).resolve("quarkus-app");
        Path jar = application.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new HouseTrouble(
                    service.title() + " is not built: run ./mvnw package -DskipTests first.");
        }
        List<String> options = new ArrayList<>(QUICK);
        options.add("-Xmx320m");
        options.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        options.addAll(
                new StartCache(application.resolveSibling(service.title() + ".aot"), jar)
                        .options(training));
        options.addAll(ownOptions);
        Map<String, String> told = settings.of(service);
        told.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        told.putAll(more);
        return new JavaComponent(
                new JavaComponent.Plan(
                        name,
                        port,
                        JavaComponent.Readiness.HEALTH,
                        options,
                        List.of("-jar", jar.toString()),
                        told,
                        files.log(name),
                        files.data(),
                        patience()));
    }

    private JavaComponent server(
            String name,
            int port,
            JavaComponent.Readiness readiness,
            String heap,
            List<String> arguments)
            throws IOException {
        Path target = files.target("deploy/servers");
        Path jar = target.resolve("servers.jar");
        StartCache cache = new StartCache(target.resolve(name + ".aot"), jar);
        List<String> options = new ArrayList<>(QUICK);
        options.add(heap);
        options.add("-cp");
        // A cache holds for jars only; without one the classes are sure to be the newest.
        boolean cached = training || cache.isFresh();
        options.add(
                (cached ? jar : target.resolve("classes"))
                        + ":"
                        + target.resolve("lib").resolve("*"));
        options.addAll(cache.options(training));
        return new JavaComponent(
                new JavaComponent.Plan(
                        name,
                        port,
                        readiness,
                        options,
                        arguments,
                        Map.of(),
                        files.log(name),
                        files.data(),
                        patience()));
    }

    /** In training a process writes its cache when it is told to end. */
    private Duration patience() {
        return training ? Duration.ofMinutes(4) : Duration.ofSeconds(12);
    }
}
