package io.sequence.mailer.outbound.doors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * One piece of the bot's news (Bot API, {@code Update}), as far as it matters here.
 *
 * @param id its number
 * @param chatId in which chat
 * @param chatName what the person or group is called: untrusted, one line, at most 64 characters
 * @param isPrivate whether it is a chat with one person
 * @param act what was written or done
 * @param words what was written, or nothing
 * @param movedTo the chat's new number, for {@link Act#MOVED}
 */
record TelegramUpdate(
        long id,
        long chatId,
        String chatName,
        boolean isPrivate,
        Act act,
        String words,
        long movedTo) {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}]+");
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_WORDS = 512;

    /** What happened. */
    enum Act {
        /** Somebody wrote. */
        WROTE,
        /** The bot was blocked, removed or sent away. */
        EXPELLED,
        /** A group became a supergroup. */
        MOVED,
        /** Nothing that concerns us. */
        NOTHING
    }

    static TelegramUpdate of(JsonNode update) {
        long id = update.path("update_id").asLong();
        JsonNode membership = update.path("my_chat_member");
        JsonNode message = update.path("message");
        JsonNode chat = (membership.isMissingNode() ? message : membership).path("chat");
        String words = message.path("text").asText("").strip();
        JsonNode moved = message.path("migrate_to_chat_id");
        Act act;
        if (!chat.path("id").canConvertToLong()) {
            act = Act.NOTHING;
        } else if (!membership.isMissingNode()) {
            String status = membership.path("new_chat_member").path("status").asText();
            act = status.equals("kicked") || status.equals("left") ? Act.EXPELLED : Act.NOTHING;
        } else if (moved.canConvertToLong()) {
            act = Act.MOVED;
        } else {
            boolean byABot = message.path("from").path("is_bot").asBoolean(false);
            act = words.isEmpty() || byABot ? Act.NOTHING : Act.WROTE;
        }
        return new TelegramUpdate(
                id,
                chat.path("id").asLong(),
                name(chat),
                chat.path("type").asText().equals("private"),
                act,
                words.substring(0, Math.min(LONGEST_WORDS, words.length())),
                moved.asLong());
    }

    private static String name(JsonNode chat) {
        String name =
                chat.hasNonNull("title")
                        ? chat.path("title").asText()
                        : chat.path("first_name").asText("")
                                + " "
                                + chat.path("last_name").asText("");
        String line = UNPRINTABLE.matcher(name).replaceAll(" ").strip();
        if (line.isEmpty()) {
            line = UNPRINTABLE.matcher(chat.path("username").asText("Telegram")).replaceAll(" ");
        }
        return line.codePointCount(0, line.length()) > LONGEST_NAME
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME))
                : line;
    }
}
