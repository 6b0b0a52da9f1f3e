package io.sequence.simulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A chat with a bot: one person, or a group. Guarded by its bot. */
final class Chat {
    private static final int MOST_MESSAGES = 500;

    private final long id;
    private final String type;
    private final String name;
    private final List<Map<String, @Nullable Object>> messages = new ArrayList<>();
    private boolean blocked;
    private boolean deactivated;
    private @Nullable Long movedTo;

    Chat(long id, String type, String name) {
        this.id = id;
        this.type = type;
        this.name = name;
    }

    long id() {
        return id;
    }

    boolean isPrivate() {
        return type.equals("private");
    }

    /** As the Bot API writes a {@code Chat}. */
    Map<String, @Nullable Object> shown() {
        return isPrivate()
                ? Json.object("id", id, "first_name", name, "type", type)
                : Json.object("id", id, "title", name, "type", type);
    }

    /** As the Bot API writes the {@code User} who writes there. */
    Map<String, @Nullable Object> writer() {
        return Json.object(
                "id",
                isPrivate() ? id : Math.abs(id) % 1_000_000 + 5_000_000,
                "is_bot",
                false,
                "first_name",
                name,
                "language_code",
                "en");
    }

    /** Whatever stands in the way of a message. */
    void admit() {
        if (movedTo != null) {
            throw BotError.moved(movedTo);
        }
        if (deactivated) {
            throw new BotError(403, "Forbidden: user is deactivated");
        }
        if (blocked) {
            throw new BotError(
                    403,
                    isPrivate()
                            ? "Forbidden: bot was blocked by the user"
                            : "Forbidden: bot was kicked from the group chat");
        }
    }

    boolean isBlocked() {
        return blocked;
    }

    void setBlocked(boolean now) {
        blocked = now;
    }

    void setDeactivated(boolean now) {
        deactivated = now;
    }

    void moveTo(long other) {
        movedTo = other;
    }

    /** Keeps what was said there, by whom, with what it was sent along. */
    void keep(
            long messageId,
            String from,
            String text,
            @Nullable JsonNode entities,
            boolean silent,
            boolean preview,
            Instant at) {
        messages.add(
                Json.object(
                        "message_id", messageId,
                        "from", from,
                        "text", text,
                        "entities", entities,
                        "silent", silent,
                        "link_preview", preview,
                        "at", at));
        if (messages.size() > MOST_MESSAGES) {
            messages.removeFirst();
        }
    }

    List<Map<String, @Nullable Object>> messages() {
        return List.copyOf(messages);
    }
}
