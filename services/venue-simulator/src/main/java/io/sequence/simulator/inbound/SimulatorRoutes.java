package io.sequence.simulator.inbound;

import io.sequence.simulator.SimulatedVenues;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.Faults;
import io.sequence.simulator.domain.RequestLimits;
import io.sequence.simulator.domain.RequestLimits.Count;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.SimulatedVenue;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears every request: {@code /<venue>/…} and {@code /_sim/…}, with the raw bytes that signatures
 * are made over.
 */
@ApplicationScoped
public class SimulatorRoutes {

    private static final Logger LOG = Logger.getLogger(SimulatorRoutes.class);
    private static final int MOST_BYTES = 1 << 20;

    private final SimulatedVenues venues;
    private final Accounts accounts;
    private final AdminResource admin;
    private final Clock clock;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("venue-", 0).factory());

    SimulatorRoutes(SimulatedVenues venues, Accounts accounts, AdminResource admin, Clock clock) {
        this.venues = venues;
        this.accounts = accounts;
        this.admin = admin;
        this.clock = clock;
    }

    void routes(@Observes Router router) {
        router.route("/_sim/*").handler(this::hearAdmin);
        for (SimulatedVenue venue : venues.all()) {
            router.route('/' + venue.id() + "/*").handler(context -> hearVenue(context, venue));
        }
    }

    private void hearAdmin(RoutingContext context) {
        String path = path(context.request()).substring("/_sim".length());
        String below = path.startsWith("/") ? path.substring(1) : path;
        String method = context.request().method().name();
        withBody(
                context,
                body -> work(context, () -> admin.answer(method, below, body.toString("UTF-8"))),
                new HouseError(413, "TOO_LARGE", "The body is larger than 1 MB.").reply());
    }

    private void hearVenue(RoutingContext context, SimulatedVenue venue) {
        withBody(
                context,
                body -> hearVenue(context, venue, body),
                new VenueReply(413, Map.of(), "text/plain", "Request Entity Too Large"));
    }

    private void hearVenue(RoutingContext context, SimulatedVenue venue, Buffer body) {
        VenueCall call = call(context.request(), venue, body);
        List<Faults.Fault> faults =
                venues.faults(venue.id()).meeting(accountOf(venue, call), call.now());
        for (Faults.Fault fault : faults) {
            if (fault.kind() == FaultKind.SKEW) {
                call = at(call, call.now().plusMillis(fault.millis()));
            }
        }
        VenueCall heard = call;
        Faults.@Nullable Fault instead = instead(faults, venue, heard);
        Faults.@Nullable Fault late =
                faults.stream().filter(f -> f.kind() == FaultKind.TIMEOUT).findFirst().orElse(null);
        List<Count> counts = counted(venue, heard);
        Optional<Count> over = counts.stream().filter(Count::exceeded).findFirst();
        if (over.isPresent()) {
            send(context, venue.told(venue.exceeded(heard, over.get()), heard, counts));
        } else if (instead != null) {
            send(context, venue.fault(instead.kind(), heard));
        } else if (late != null) {
            threads.execute(() -> venue.answer(heard));
            context.vertx()
                    .setTimer(
                            Math.max(1, late.millis()),
                            timer -> context.request().connection().close());
        } else {
            work(context, () -> venue.told(venue.answer(heard), heard, counts));
        }
    }

    /** What a request counts for; nothing while limits are off. */
    private List<Count> counted(SimulatedVenue venue, VenueCall call) {
        RequestLimits limits = venues.limits(venue.id());
        if (limits.state() == null) {
            return List.of();
        }
        return venue.limits(call).stream()
                .map(limit -> limits.take(limit, call.now()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Faults.@Nullable Fault instead(
            List<Faults.Fault> faults, SimulatedVenue venue, VenueCall call) {
        for (Faults.Fault fault : faults) {
            boolean applies =
                    switch (fault.kind()) {
                        case TIMEOUT, SKEW -> false;
                        case AUTH_ERROR -> venue.keyIn(call) != null;
                        case MAINTENANCE -> !venue.isStatus(call);
                        case RATE_LIMIT, SERVER_ERROR, HTML_403 -> true;
                    };
            if (applies) {
                return fault;
            }
        }
        return null;
    }

    private @Nullable String accountOf(SimulatedVenue venue, VenueCall call) {
        String key = venue.keyIn(call);
        VenueAccount account = key == null ? null : accounts.byKey(venue.id(), key);
        return account == null ? null : account.id();
    }

    private VenueCall call(HttpServerRequest request, SimulatedVenue venue, Buffer body) {
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach(
                        h ->
                                headers.putIfAbsent(
                                        h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
        String below = path(request).substring(1 + venue.id().length());
        String host = venue.hosts().getFirst();
        for (String label : venue.hosts()) {
            if (below.startsWith('/' + label + '/')) {
                host = label;
                below = below.substring(1 + label.length());
                break;
            }
        }
        String named = headers.get("x-sim-client-ip");
        String ip =
                named == null || named.isBlank()
                        ? request.remoteAddress().hostAddress()
                        : named.strip();
        String query = request.query();
        Instant now = Instant.ofEpochMilli(clock.millis());
        return new VenueCall(
                request.method().name(),
                below,
                query == null ? "" : query,
                headers,
                body.getBytes(),
                ip,
                host,
                now,
                venues.faults(venue.id()).maintenance(now));
    }

    private static String path(HttpServerRequest request) {
        String path = request.path();
        return path == null ? "" : path;
    }

    private static VenueCall at(VenueCall call, Instant now) {
        return new VenueCall(
                call.method(),
                call.path(),
                call.rawQuery(),
                call.headers(),
                call.body(),
                call.clientIp(),
                call.host(),
                now,
                call.maintenance());
    }

    private void work(RoutingContext context, Supplier<VenueReply> answer) {
        threads.execute(
                () -> {
                    VenueReply reply;
                    try {
                        reply = answer.get();
                    } catch (RuntimeException e) {
                        LOG.error("a request could not be answered", e);
                        reply =
                                new VenueReply(
                                        500,
                                        Map.of(),
                                        "text/plain",
                                        "The simulator failed; see its log.");
                    }
                    VenueReply ready = reply;
                    context.vertx().runOnContext(v -> send(context, ready));
                });
    }

    static void withBody(
            RoutingContext context, java.util.function.Consumer<Buffer> then, VenueReply tooLarge) {
        HttpServerRequest request = context.request();
        Buffer body = Buffer.buffer();
        boolean[] over = new boolean[1];
        request.handler(
                chunk -> {
                    if (over[0]) {
                        return;
                    }
                    body.appendBuffer(chunk);
                    if (body.length() > MOST_BYTES) {
                        over[0] = true;
                        send(context, tooLarge);
                    }
                });
        request.endHandler(
                end -> {
                    if (!over[0]) {
                        then.accept(body);
                    }
                });
        request.exceptionHandler(gone -> LOG.debug("the caller went away"));
        request.resume();
    }

    static void send(RoutingContext context, VenueReply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        response.putHeader("Content-Type", reply.contentType());
        response.putHeader("Cache-Control", "no-store");
        reply.headers().forEach(response::putHeader);
        response.end(reply.body());
    }
}
