package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.EndedSessions;
import io.sequence.intake.outbound.live.LiveEvents;
import io.sequence.intake.outbound.live.LiveEvents.LiveEvent;
import io.sequence.intake.outbound.live.LiveSignals;
import io.sequence.vocabulary.AccountId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The account's own events as they happen. Every event has an id; a client that was away sends the
 * last one it saw as {@code Last-Event-ID} and gets the rest. Without one the stream starts now. It
 * ends with the token that opened it: the client comes back with the next one. It ends with the
 * token's session, too.
 */
@Path("/v1/events")
@RolesAllowed({"trader", "operator"})
@Tag(name = "Events")
public class EventsResource {
    private static final Logger LOG = Logger.getLogger(EventsResource.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration RECONNECT = Duration.ofSeconds(2);
    private static final int PAGE = 200;

    private final Caller caller;
    private final LiveEvents events;
    private final LiveSignals signals;
    private final EndedSessions ended;

    EventsResource(Caller caller, LiveEvents events, LiveSignals signals, EndedSessions ended) {
        this.caller = caller;
        this.events = events;
        this.signals = signals;
        this.ended = ended;
    }

    /** The stream. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamEvents",
            summary = "Server-sent events of the account's submissions, connections and bots")
    @APIResponse(
            responseCode = "200",
            description = "The stream; each event has an id, a name and JSON as its data.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @QueryParam("last_event_id") @Nullable String lastEventIdQuery,
            @Context Sse sse) {
        var listener = new Listener(caller.accountId(), caller.session().orElse(""));
        // The token was measured by this machine's clock, so its end is too.
        long end = System.nanoTime() + Duration.between(Instant.now(), caller.until()).toNanos();
        String from = lastEventId == null ? lastEventIdQuery : lastEventId;
        return Multi.createFrom()
                .emitter(
                        emitter ->
                                Thread.ofVirtual()
                                        .name("events-" + listener.account())
                                        .start(() -> feed(listener, end, from, sse, emitter)),
                        BackPressureStrategy.BUFFER);
    }

    private record Listener(AccountId account, String session) {}

    private void feed(
            Listener listener,
            long end,
            @Nullable String from,
            Sse sse,
            MultiEmitter<? super OutboundSseEvent> out) {
        AccountId account = listener.account();
        try (LiveSignals.Waiter waiter = signals.waiter(account)) {
            long seen = start(account, from);
            out.emit(
                    sse.newEventBuilder()
                            .comment("connected")
                            .id(Long.toString(seen))
                            .reconnectDelay(RECONNECT.toMillis())
                            .build());
            long spoken = System.nanoTime();
            while (signals.running()
                    && !out.isCancelled()
                    && System.nanoTime() < end
                    && !ended.contains(listener.session())) {
                List<LiveEvent> news = events.after(account, seen, PAGE);
                for (LiveEvent event : news) {
                    out.emit(toSse(sse, event));
                    seen = event.sequence();
                }
                if (!news.isEmpty()) {
                    spoken = System.nanoTime();
                } else {
                    waiter.await(nextBeat(end));
                    if (System.nanoTime() - spoken >= HEARTBEAT.toNanos()) {
                        out.emit(sse.newEventBuilder().comment("alive").build());
                        spoken = System.nanoTime();
                    }
                }
            }
            out.complete();
        } catch (InterruptedException e) {
            out.complete();
        } catch (RuntimeException e) {
            // The client reconnects by itself and names the last event it saw.
            LOG.warnf("event stream ended: %s", e.getMessage());
            out.complete();
        }
    }

    private static Duration nextBeat(long end) {
        Duration left = Duration.ofNanos(end - System.nanoTime()).plusMillis(1);
        return left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT;
    }

    private long start(AccountId account, @Nullable String from) {
        long last = events.last(account);
        // A number that was never given would keep the client deaf until it is reached.
        return from != null && from.matches("\\d{1,18}")
                ? Math.min(Long.parseLong(from), last)
                : last;
    }

    private static OutboundSseEvent toSse(Sse sse, LiveEvent event) {
        return sse.newEventBuilder()
                .id(Long.toString(event.sequence()))
                .name(event.type())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, event.data())
                .build();
    }
}
