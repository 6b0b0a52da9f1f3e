package io.sequence.simulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A bot: who writes to it, and its news that nobody has confirmed yet. */
final class Bot {
    private static final int LONGEST_TEXT = 4_096;

    private final long number;
    private final String name;
    private final AtomicLong chatIds;
    private final Map<Long, Chat> chats = new HashMap<>();
    private final List<Update> news = new ArrayList<>();
    private Set<String> wanted = Set.of();
    private long nextUpdate = 740_000_001;
    private long nextMessage = 1;
    private long asker;
    private @Nullable JsonNode commands;

    /**
     * A bot without chats.
     *
     * @param chatIds numbers of chats, which all bots share
     */
    Bot(long number, String name, AtomicLong chatIds) {
        this.number = number;
        this.name = name;
        this.chatIds = chatIds;
    }

    synchronized Map<String, @Nullable Object> me() {
        return Json.object(
                "id", number,
                "is_bot", true,
                "first_name", name,
                "username", name,
                "can_join_groups", true,
                "can_read_all_group_messages", false,
                "supports_inline_queries", false);
    }

    synchronized void setCommands(JsonNode list) {
        commands = list;
    }

    synchronized Object commands() {
        return commands == null ? List.of() : commands;
    }

    /** Long polling: what is there, or what comes within that time; a later question ends this. */
    synchronized List<Map<String, @Nullable Object>> updates(
            long offset, int limit, int timeoutSeconds, @Nullable JsonNode allowed) {
        if (allowed != null && allowed.isArray()) {
            var kinds = new java.util.HashSet<String>();
            allowed.forEach(kind -> kinds.add(kind.asText()));
            wanted = Set.copyOf(kinds);
        }
        news.removeIf(update -> update.id() < offset);
        long me = ++asker;
        notifyAll();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
        while (news.isEmpty() && System.nanoTime() < deadline) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            if (asker != me) {
                throw new BotError(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only one"
                                + " bot instance is running");
            }
        }
        List<Map<String, @Nullable Object>> shown = new ArrayList<>();
        for (Update update : news.subList(0, Math.min(limit, news.size()))) {
            shown.add(Json.object("update_id", update.id(), update.kind(), update.what()));
        }
        return shown;
    }

    /** {@code sendMessage}. */
    synchronized Map<String, @Nullable Object> say(JsonNode wish, Instant at) {
        if (!wish.hasNonNull("chat_id")) {
            throw new BotError(400, "Bad Request: chat_id is empty");
        }
        Chat chat = chats.get(wish.path("chat_id").asLong());
        if (chat == null) {
            throw new BotError(400, "Bad Request: chat not found");
        }
        chat.admit();
        String text = wish.path("text").asText("");
        if (text.isBlank()) {
            throw new BotError(400, "Bad Request: message text is empty");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new BotError(400, "Bad Request: message is too long");
        }
        JsonNode entities = wish.get("entities");
        if (entities != null) {
            check(entities, text);
        }
        long id = nextMessage++;
        boolean preview = !wish.path("link_preview_options").path("is_disabled").asBoolean(false);
        chat.keep(
                id,
                "bot",
                text,
                entities,
                wish.path("disable_notification").asBoolean(false),
                preview,
                at);
        return Json.object(
                "message_id", id,
                "from", me(),
                "chat", chat.shown(),
                "date", at.getEpochSecond(),
                "text", text);
    }

    private static void check(JsonNode entities, String text) {
        for (JsonNode entity : entities) {
            int offset = entity.path("offset").asInt(-1);
            int length = entity.path("length").asInt(0);
            if (offset < 0 || length < 1 || offset + length > text.length()) {
                throw new BotError(400, "Bad Request: can't parse MessageEntity");
            }
        }
    }

    /** Somebody opens a chat with it. */
    synchronized Chat open(@Nullable Long wishedId, String type, String title) {
        long id =
                wishedId != null
                        ? wishedId
                        : type.equals("private")
                                ? chatIds.incrementAndGet()
                                : -chatIds.incrementAndGet();
        return chats.computeIfAbsent(id, any -> new Chat(id, type, title));
    }

    synchronized @Nullable Chat chat(long id) {
        return chats.get(id);
    }

    synchronized List<Chat> chats() {
        return List.copyOf(chats.values());
    }

    synchronized List<Map<String, @Nullable Object>> messages(Chat chat) {
        return chat.messages();
    }

    /** Somebody writes to it. */
    synchronized void hear(Chat chat, String text, Instant at) {
        long id = nextMessage++;
        chat.keep(id, "user", text, null, false, true, at);
        tell(
                "message",
                Json.object(
                        "message_id", id,
                        "from", chat.writer(),
                        "chat", chat.shown(),
                        "date", at.getEpochSecond(),
                        "text", text));
    }

    /** Somebody blocks it, or takes that back. */
    synchronized void block(Chat chat, boolean blocked, Instant at) {
        if (chat.isBlocked() == blocked) {
            return;
        }
        chat.setBlocked(blocked);
        String before = blocked ? "member" : "kicked";
        String after = blocked ? "kicked" : "member";
        tell(
                "my_chat_member",
                Json.object(
                        "chat", chat.shown(),
                        "from", chat.writer(),
                        "date", at.getEpochSecond(),
                        "old_chat_member", Json.object("user", me(), "status", before),
                        "new_chat_member",
                                Json.object("user", me(), "status", after, "until_date", 0)));
    }

    synchronized void deactivate(Chat chat, boolean deactivated) {
        chat.setDeactivated(deactivated);
    }

    /** A group becomes a supergroup, with another number. */
    synchronized Chat upgrade(Chat chat, Instant at) {
        Chat other =
                open(-1_000_000_000_000L - chatIds.incrementAndGet(), "supergroup", "upgraded");
        chat.moveTo(other.id());
        tell(
                "message",
                Json.object(
                        "message_id", nextMessage++,
                        "chat", chat.shown(),
                        "date", at.getEpochSecond(),
                        "migrate_to_chat_id", other.id()));
        return other;
    }

    private void tell(String kind, Map<String, @Nullable Object> what) {
        if (!wanted.isEmpty() && !wanted.contains(kind)) {
            return;
        }
        news.add(new Update(nextUpdate++, kind, what));
        notifyAll();
    }

    private record Update(long id, String kind, Map<String, @Nullable Object> what) {}
}
