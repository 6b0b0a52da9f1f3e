package io.sequence.standalone;

import io.sequence.servers.KafkaReadiness;
import io.sequence.servers.OwnSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process of the house that is a Java program. */
final class JavaComponent implements Component {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(1))
                    .build();

    private final Plan plan;

    /** How a component tells that it is ready. */
    enum Readiness {
        /** {@code GET /q/health/ready} answers 200. */
        HEALTH,
        /** A metadata request is answered. */
        BROKER
    }

    /**
     * How to run it.
     *
     * @param options of the virtual machine, the class path or {@code -jar} among them
     * @param arguments main class and what follows, or nothing after {@code -jar}
     * @param environment beyond what this process was given
     * @param patience between SIGTERM and SIGKILL
     */
    record Plan(
            String name,
            int port,
            Readiness readiness,
            List<String> options,
            List<String> arguments,
            Map<String, String> environment,
            Path log,
            Path house,
            Duration patience) {

        @Override
        public String toString() {
            return name + " on port " + port;
        }
    }

    JavaComponent(Plan plan) {
        this.plan = plan;
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public int port() {
        return plan.port();
    }

    @Override
    public Process start() throws IOException {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(Orphans.mark(plan.house()));
        command.addAll(plan.options());
        command.addAll(plan.arguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(JavaComponent::isForeign);
        builder.environment().putAll(plan.environment());
        return builder.directory(plan.house().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    /** What a developer's shell may hold for other programs must not change what the house's do. */
    private static boolean isForeign(String variable) {
        return variable.startsWith("QUARKUS_")
                || variable.startsWith("KAFKA_")
                || variable.startsWith("MP_")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("JDK_JAVA_OPTIONS");
    }

    @Override
    public boolean isReady() throws InterruptedException {
        return switch (plan.readiness()) {
            case BROKER -> KafkaReadiness.answers("127.0.0.1:" + plan.port());
            case HEALTH -> isHealthy(plan.port());
        };
    }

    static boolean isHealthy(int port) throws InterruptedException {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            "http://127.0.0.1:"
                                                                    + port
                                                                    + "/q/health/ready"))
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void stop(ProcessHandle process) {
        Stopping.gracefully(process, plan.patience());
    }
}
