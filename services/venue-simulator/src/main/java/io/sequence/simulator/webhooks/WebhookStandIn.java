package io.sequence.simulator.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.PlannedAnswers;
import io.sequence.simulator.wire.StandIn;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Receivers by name: {@code POST /_hooks/<name>} is what the house calls; {@code
 * /_hooks/<name>/_admin} sets its secrets and answers (PUT), shows what came (GET), forgets
 * (DELETE).
 */
public final class WebhookStandIn implements StandIn {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int MOST_CALLS = 1_000;

    private final Map<String, Receiver> receivers = new ConcurrentHashMap<>();

    @Override
    public String prefix() {
        return "_hooks";
    }

    @Override
    public VenueReply answer(VenueCall call) {
        String[] parts = call.path().split("/", -1);
        String name = parts.length > 1 ? parts[1] : "";
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            return VenueReply.json(404, Json.object("error", "no receiver has such a name"));
        }
        if (parts.length > 2 && parts[2].equals("_admin")) {
            return admin(call, name);
        }
        return receivers.computeIfAbsent(name, any -> new Receiver()).hear(call);
    }

    private VenueReply admin(VenueCall call, String name) {
        if (call.method().equals("DELETE")) {
            receivers.remove(name);
            return new VenueReply(204, Map.of(), "application/json", "");
        }
        Receiver receiver = receivers.computeIfAbsent(name, any -> new Receiver());
        JsonNode wish = Json.read(call.text());
        if (call.method().equals("PUT") && wish != null && wish.isObject()) {
            receiver.set(wish);
        } else if (!call.method().equals("GET")) {
            return VenueReply.json(400, Json.object("error", "GET, DELETE, or PUT with JSON"));
        }
        return VenueReply.json(200, receiver.show());
    }

    /**
     * A call as it came.
     *
     * @param verifiedBy which of the secrets, by place, some signature of it was made with
     */
    private record Heard(
            @Nullable String id,
            @Nullable String timestamp,
            int signatures,
            List<Integer> verifiedBy,
            boolean fresh,
            int answered,
            @Nullable JsonNode body,
            Instant at) {}

    private static final class Receiver {
        private final PlannedAnswers planned = new PlannedAnswers();
        private final List<Heard> calls = new ArrayList<>();
        private List<String> secrets = List.of();

        synchronized void set(JsonNode wish) {
            if (wish.has("secrets")) {
                List<String> given = new ArrayList<>();
                wish.path("secrets").forEach(secret -> given.add(secret.asText()));
                secrets = List.copyOf(given);
            }
            if (wish.hasNonNull("answer")) {
                planned.plan(wish.path("answer"));
            } else if (wish.has("answer")) {
                planned.forget();
            }
        }

        VenueReply hear(VenueCall call) {
            String id = call.header("webhook-id");
            String timestamp = call.header("webhook-timestamp");
            String signatures = call.header("webhook-signature");
            List<Integer> verified = new ArrayList<>();
            List<String> known = known();
            for (int i = 0; i < known.size(); i++) {
                if (Signatures.verifies(known.get(i), id, timestamp, signatures, call.text())) {
                    verified.add(i);
                }
            }
            boolean fresh = isFresh(timestamp, call.now());
            PlannedAnswers.Plan plan = planned.next();
            boolean believed = known.isEmpty() || (fresh && !verified.isEmpty());
            int status = !believed ? 401 : plan == null ? 204 : plan.status();
            keep(
                    new Heard(
                            id,
                            timestamp,
                            signatures == null ? 0 : signatures.split(" ").length,
                            verified,
                            fresh,
                            status,
                            Json.read(call.text()),
                            call.now()));
            if (plan == null || !believed) {
                return new VenueReply(status, Map.of(), "text/plain", "");
            }
            PlannedAnswers.hold(plan.delayMillis());
            return new VenueReply(
                    status, plan.headers(), "text/plain", "x".repeat(plan.bodyBytes()));
        }

        private synchronized List<String> known() {
            return secrets;
        }

        private synchronized void keep(Heard heard) {
            calls.add(heard);
            if (calls.size() > MOST_CALLS) {
                calls.removeFirst();
            }
        }

        synchronized Object show() {
            return Json.object(
                    "secrets",
                    secrets.size(),
                    "calls",
                    calls.stream()
                            .map(
                                    heard ->
                                            Json.object(
                                                    "id", heard.id(),
                                                    "timestamp", heard.timestamp(),
                                                    "signatures", heard.signatures(),
                                                    "verified_by", heard.verifiedBy(),
                                                    "fresh", heard.fresh(),
                                                    "answered", heard.answered(),
                                                    "body", heard.body(),
                                                    "at", heard.at()))
                            .toList());
        }

        private static boolean isFresh(@Nullable String timestamp, Instant now) {
            return timestamp != null
                    && timestamp.matches("\\d{1,12}")
                    && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                    .abs()
                                    .compareTo(TOLERANCE)
                            <= 0;
        }
    }
}
