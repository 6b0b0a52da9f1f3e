package io.sequence.simulator.inbound;

import io.sequence.simulator.pushservice.PushStandIn;
import io.sequence.simulator.telegram.TelegramStandIn;
import io.sequence.simulator.webhooks.WebhookStandIn;
import io.sequence.simulator.wire.StandIn;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hears what is meant for the stand-ins: {@code /_telegram}, {@code /_push}, {@code /_hooks}. */
@ApplicationScoped
public class StandInRoutes {
    private static final Logger LOG = Logger.getLogger(StandInRoutes.class);

    private final List<StandIn> standIns;
    private final Clock clock;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("stand-in-", 0).factory());

    StandInRoutes(
            Clock clock,
            @ConfigProperty(name = "sequence.simulator.telegram-token") Optional<Path> tokenFile,
            @ConfigProperty(
                            name = "sequence.simulator.telegram-bot",
                            defaultValue = "sequence_connect_bot")
                    String botName) {
        this.clock = clock;
        TelegramStandIn telegram = new TelegramStandIn();
        tokenFile.ifPresent(file -> telegram.know(read(file), botName));
        this.standIns = List.of(telegram, new PushStandIn(), new WebhookStandIn());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("the bot's token cannot be read", e);
        }
    }

    void routes(@Observes Router router) {
        for (StandIn standIn : standIns) {
            router.route("/" + standIn.prefix() + "/*").handler(context -> hear(context, standIn));
        }
    }

    private void hear(RoutingContext context, StandIn standIn) {
        SimulatorRoutes.withBody(
                context,
                body -> {
                    VenueCall call = call(context.request(), standIn, body);
                    threads.execute(() -> answer(context, standIn, call));
                },
                new VenueReply(413, Map.of(), "text/plain", "Request Entity Too Large"));
    }

    private static void answer(RoutingContext context, StandIn standIn, VenueCall call) {
        VenueReply reply;
        try {
            reply = standIn.answer(call);
        } catch (RuntimeException e) {
            LOG.error("a stand-in failed", e);
            reply = new VenueReply(500, Map.of(), "text/plain", "The stand-in failed.");
        }
        VenueReply ready = reply;
        context.vertx().runOnContext(v -> SimulatorRoutes.send(context, ready));
    }

    private VenueCall call(HttpServerRequest request, StandIn standIn, Buffer body) {
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach(
                        h ->
                                headers.putIfAbsent(
                                        h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
        String path = request.path() == null ? "" : request.path();
        String query = request.query();
        // HTTP/2 has an authority where HTTP/1.1 has a header.
        HostAndPort authority = request.authority();
        String host = authority == null ? "localhost" : authority.toString();
        return new VenueCall(
                request.method().name(),
                path.substring(1 + standIn.prefix().length()),
                query == null ? "" : query,
                headers,
                body.getBytes(),
                request.remoteAddress().hostAddress(),
                host,
                Instant.ofEpochMilli(clock.millis()));
    }
}
