package io.sequence.simulator.pushservice;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.pushservice.VapidToken.Refused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.PlannedAnswers;
import io.sequence.simulator.wire.StandIn;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A push service and its browsers: {@code POST /_push/subscriptions} is a browser that subscribes,
 * {@code POST /_push/wp/<id>} is what an application server calls.
 */
public final class PushStandIn implements StandIn {
    /** RFC 8030, 7.2: what every push service takes; this one takes no more. */
    private static final int LONGEST = 4_096;

    private static final long LONGEST_KEPT_SECONDS = 2_419_200;

    private final Map<String, Browser> browsers = new ConcurrentHashMap<>();
    private final PlannedAnswers planned = new PlannedAnswers();
    private final AtomicLong messages = new AtomicLong();

    @Override
    public String prefix() {
        return "_push";
    }

    @Override
    public VenueReply answer(VenueCall call) {
        String[] parts = call.path().split("/", -1);
        String room = parts.length > 1 ? parts[1] : "";
        String id = parts.length > 2 ? parts[2] : "";
        return switch (room) {
            case "subscriptions" -> subscriptions(call, id);
            case "faults" -> faults(call);
            case "wp" -> push(call, id);
            default -> problem(404, "there is nothing");
        };
    }

    private VenueReply subscriptions(VenueCall call, String id) {
        JsonNode wish = Json.read(call.text());
        if (id.isEmpty()) {
            if (!call.method().equals("POST")) {
                return problem(405, "browsers POST here");
            }
            String key = wish == null ? "" : wish.path("application_server_key").asText("");
            Browser browser = Browser.subscribing(key.isEmpty() ? null : key);
            browsers.put(browser.id(), browser);
            return VenueReply.json(201, shown(call, browser));
        }
        Browser browser = browsers.get(id);
        if (browser == null) {
            return problem(404, "no browser has such a subscription");
        }
        switch (call.method()) {
            case "DELETE" -> browser.unsubscribe();
            case "PATCH" -> {
                if (wish != null && wish.has("online")) {
                    browser.setOnline(wish.path("online").asBoolean(true));
                }
            }
            default -> {}
        }
        Map<String, @Nullable Object> shown = shown(call, browser);
        shown.put("subscribed", browser.isSubscribed());
        shown.put("messages", browser.shown());
        shown.put("waiting", browser.waiting());
        return VenueReply.json(200, shown);
    }

    private static Map<String, @Nullable Object> shown(VenueCall call, Browser browser) {
        return Json.object(
                "id",
                browser.id(),
                "endpoint",
                "http://" + call.host() + "/_push/wp/" + browser.id(),
                "expirationTime",
                null,
                "keys",
                Json.object("p256dh", browser.p256dh(), "auth", browser.auth()));
    }

    private VenueReply faults(VenueCall call) {
        JsonNode wish = Json.read(call.text());
        if (call.method().equals("PUT") && wish != null) {
            planned.plan(wish);
        } else {
            planned.forget();
        }
        return new VenueReply(204, Map.of(), "application/json", "");
    }

    private VenueReply push(VenueCall call, String id) {
        PlannedAnswers.Plan plan = planned.next();
        if (plan != null) {
            PlannedAnswers.hold(plan.delayMillis());
            return problem(plan.status(), "as was asked for").with(plan.headers());
        }
        Browser browser = browsers.get(id);
        if (browser == null) {
            return problem(404, "no such subscription");
        }
        if (!browser.isSubscribed()) {
            return problem(410, "the browser unsubscribed");
        }
        if (!call.method().equals("POST")) {
            return problem(405, "messages are POSTed");
        }
        try {
            VapidToken.check(call, browser.applicationServerKey());
            return taken(call, browser);
        } catch (Refused refused) {
            return problem(refused.status(), String.valueOf(refused.getMessage()));
        }
    }

    private VenueReply taken(VenueCall call, Browser browser) {
        String ttl = call.header("ttl");
        if (ttl == null || !ttl.matches("\\d{1,10}")) {
            throw new Refused(400, "TTL is missing (RFC 8030, 5.2)");
        }
        String urgency = call.header("urgency");
        if (urgency != null && !urgency.matches("very-low|low|normal|high")) {
            throw new Refused(400, "Urgency is none of RFC 8030, 5.3");
        }
        String topic = call.header("topic");
        if (topic != null && !topic.matches("[A-Za-z0-9_-]{1,32}")) {
            throw new Refused(400, "Topic is no 32 characters of base64url (RFC 8030, 5.4)");
        }
        if (call.body().length > LONGEST) {
            throw new Refused(413, "longer than 4096 bytes");
        }
        if (!"aes128gcm".equals(call.header("content-encoding"))) {
            throw new Refused(415, "Content-Encoding must be aes128gcm (RFC 8291)");
        }
        String text = browser.decrypted(call.body());
        long seconds = Math.min(Long.parseLong(ttl), LONGEST_KEPT_SECONDS);
        browser.take(
                new Browser.Message(
                        text, seconds, urgency == null ? "normal" : urgency, topic, call.now()));
        return new VenueReply(
                201,
                Map.of(
                        "Location",
                        "http://" + call.host() + "/_push/m/" + messages.incrementAndGet(),
                        "TTL",
                        Long.toString(seconds)),
                "text/plain",
                "");
    }

    private static VenueReply problem(int status, String words) {
        return VenueReply.json(status, Json.object("code", status, "message", words));
    }
}
