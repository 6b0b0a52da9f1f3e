package io.sequence.simulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.PlannedAnswers;
import io.sequence.simulator.wire.StandIn;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /_telegram/bot<token>/<method>} is the Bot API; {@code /_telegram/_admin/…} is everybody
 * who uses Telegram.
 */
public final class TelegramStandIn implements StandIn {
    private static final Pattern CALL =
            Pattern.compile("/bot(\\d+:[A-Za-z0-9_-]+)/([A-Za-z]{1,64})");
    private static final Pattern ADMIN =
            Pattern.compile(
                    "/_admin/(bots|chats|faults)(?:/(-?\\d{1,18})(?:/(messages|upgrade))?)?");

    private final Map<String, Bot> bots = new ConcurrentHashMap<>();
    private final AtomicLong chatIds = new AtomicLong(700_000_000);
    private final PlannedAnswers planned = new PlannedAnswers();

    @Override
    public String prefix() {
        return "_telegram";
    }

    /** Makes the bot of that token. */
    public void know(String token, String name) {
        bots.putIfAbsent(token, new Bot(Long.parseLong(token.split(":", 2)[0]), name, chatIds));
    }

    @Override
    public VenueReply answer(VenueCall call) {
        Matcher admin = ADMIN.matcher(call.path());
        Matcher method = CALL.matcher(call.path());
        try {
            if (admin.matches()) {
                return admin(call, admin.group(1), admin.group(2), admin.group(3));
            }
            if (!method.matches()) {
                throw new BotError(404, "Not Found");
            }
            Bot bot = bots.get(method.group(1));
            if (bot == null) {
                throw new BotError(401, "Unauthorized");
            }
            return VenueReply.json(
                    200, Json.object("ok", true, "result", perform(bot, method.group(2), call)));
        } catch (BotError refused) {
            return refused.reply();
        }
    }

    private Object perform(Bot bot, String method, VenueCall call) {
        JsonNode wish = arguments(call);
        PlannedAnswers.Plan plan = method.equals("sendMessage") ? planned.next() : null;
        if (plan != null) {
            PlannedAnswers.hold(plan.delayMillis());
            if (plan.retryAfter() != null) {
                throw BotError.tooMany(plan.retryAfter());
            }
            throw new BotError(plan.status(), "Internal Server Error");
        }
        return switch (method) {
            case "getMe" -> bot.me();
            case "getUpdates" ->
                    bot.updates(
                            wish.path("offset").asLong(0),
                            Math.clamp(wish.path("limit").asInt(100), 1, 100),
                            Math.clamp(wish.path("timeout").asInt(0), 0, 50),
                            wish.get("allowed_updates"));
            case "sendMessage" -> bot.say(wish, call.now());
            case "setMyCommands" -> {
                bot.setCommands(wish.path("commands"));
                yield true;
            }
            case "getMyCommands" -> bot.commands();
            case "deleteWebhook" -> true;
            default -> throw new BotError(404, "Not Found: method not found");
        };
    }

    /** JSON, a form or the query, all of which the Bot API takes. */
    private static JsonNode arguments(VenueCall call) {
        JsonNode body = Json.read(call.text());
        if (body != null && body.isObject()) {
            return body;
        }
        ObjectNode wish = Json.mapper().createObjectNode();
        for (String form : new String[] {call.rawQuery(), call.text()}) {
            Params params = Params.ofForm(form);
            for (String name :
                    new String[] {
                        "offset", "limit", "timeout", "chat_id", "text", "disable_notification"
                    }) {
                String value = params.get(name);
                if (value != null && !value.isEmpty()) {
                    wish.put(name, value);
                }
            }
        }
        return wish;
    }

    private VenueReply admin(
            VenueCall call, String room, @Nullable String id, @Nullable String what) {
        JsonNode read = Json.read(call.text());
        JsonNode wish = read == null ? Json.mapper().createObjectNode() : read;
        if (room.equals("bots")) {
            know(wish.path("token").asText(), wish.path("username").asText("a_bot"));
            return VenueReply.json(201, Json.object());
        }
        if (room.equals("faults")) {
            if (call.method().equals("PUT")) {
                planned.plan(wish);
            } else {
                planned.forget();
            }
            return new VenueReply(204, Map.of(), "application/json", "");
        }
        Bot bot = botOf(wish, id);
        if (bot == null) {
            throw new BotError(404, "there is no bot");
        }
        if (id == null) {
            return chats(call, bot, wish);
        }
        Chat chat = bot.chat(Long.parseLong(id));
        if (chat == null && "messages".equals(what) && call.method().equals("POST")) {
            chat = bot.open(Long.parseLong(id), "private", wish.path("name").asText("Somebody"));
        }
        if (chat == null) {
            throw new BotError(404, "there is no such chat");
        }
        return chat(call, bot, chat, what, wish);
    }

    /** The one whose token is given, that has the chat, or any, where there is but one. */
    private @Nullable Bot botOf(JsonNode wish, @Nullable String chat) {
        if (wish.hasNonNull("token")) {
            return bots.get(wish.path("token").asText());
        }
        return bots.values().stream()
                .filter(bot -> chat == null || bot.chat(Long.parseLong(chat)) != null)
                .findFirst()
                .orElseGet(() -> bots.values().stream().findFirst().orElse(null));
    }

    private static VenueReply chats(VenueCall call, Bot bot, JsonNode wish) {
        if (call.method().equals("POST")) {
            Chat chat =
                    bot.open(
                            null,
                            wish.path("type").asText("private"),
                            wish.path("name").asText("Somebody"));
            return VenueReply.json(201, Json.object("chat_id", chat.id()));
        }
        return VenueReply.json(
                200, Json.object("chats", bot.chats().stream().map(Chat::shown).toList()));
    }

    private static VenueReply chat(
            VenueCall call, Bot bot, Chat chat, @Nullable String what, JsonNode wish) {
        if ("messages".equals(what) && call.method().equals("POST")) {
            bot.hear(chat, wish.path("text").asText(), call.now());
        } else if ("upgrade".equals(what) && call.method().equals("POST")) {
            return VenueReply.json(201, Json.object("chat_id", bot.upgrade(chat, call.now()).id()));
        } else if (call.method().equals("PATCH")) {
            if (wish.has("blocked")) {
                bot.block(chat, wish.path("blocked").asBoolean(), call.now());
            }
            if (wish.has("deactivated")) {
                bot.deactivate(chat, wish.path("deactivated").asBoolean());
            }
        }
        return VenueReply.json(
                200, Json.object("chat", chat.shown(), "messages", bot.messages(chat)));
    }
}
