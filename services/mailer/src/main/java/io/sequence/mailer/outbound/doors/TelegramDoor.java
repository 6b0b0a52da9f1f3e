package io.sequence.mailer.outbound.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelChanged.TelegramChat;
import io.sequence.events.ChannelKind;
import io.sequence.mailer.outbound.doors.TelegramBot.Answer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells chats by the house's bot ({@code sendMessage}). */
final class TelegramDoor implements AlertDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable TelegramBot bot;
    private final TelegramMemory memory;
    private final DoorMeters meters;

    /**
     * A door.
     *
     * @param bot null when this house has none
     */
    TelegramDoor(@Nullable TelegramBot bot, TelegramMemory memory, DoorMeters meters) {
        this.bot = bot;
        this.memory = memory;
        this.meters = meters;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.TELEGRAM;
    }

    @Override
    public Outcome deliver(ChannelChanged channel, AlertMessage message) {
        TelegramChat chat = channel.telegram();
        if (chat == null) {
            return meters.count(kind(), new Outcome.Gone("the channel has no chat"));
        }
        if (bot == null) {
            return meters.count(kind(), new Outcome.Later("Telegram is not set up here", null));
        }
        return meters.count(kind(), deliver(bot, chat.chatId(), message));
    }

    private Outcome deliver(TelegramBot own, long chatId, AlertMessage message) {
        long current = memory.current(chatId);
        Answer answer = own.call("sendMessage", arguments(current, message), PATIENCE);
        if (answer instanceof Answer.No no) {
            JsonNode moved = no.parameters().path("migrate_to_chat_id");
            if (moved.canConvertToLong() && moved.asLong() != current) {
                memory.moved(current, moved.asLong());
                answer = own.call("sendMessage", arguments(moved.asLong(), message), PATIENCE);
            }
        }
        return judged(answer);
    }

    private static ObjectNode arguments(long chatId, AlertMessage message) {
        TelegramText text = TelegramText.of(message);
        ObjectNode arguments =
                JSON.createObjectNode()
                        .put("chat_id", chatId)
                        .put("text", text.text())
                        .put("disable_notification", !message.kind().urgent());
        arguments
                .putArray("entities")
                .addObject()
                .put("type", "bold")
                .put("offset", 0)
                .put("length", text.boldUnits());
        arguments.putObject("link_preview_options").put("is_disabled", true);
        return arguments;
    }

    private static Outcome judged(Answer answer) {
        return switch (answer) {
            case Answer.Ok _ -> new Outcome.Taken();
            case Answer.Silent silent -> new Outcome.Later("Telegram: " + silent.why(), null);
            case Answer.No no -> judged(no);
        };
    }

    private static Outcome judged(Answer.No no) {
        return switch (no.code()) {
            case 429 -> {
                JsonNode after = no.parameters().path("retry_after");
                yield new Outcome.Later(
                        "Telegram asks us to slow down",
                        after.canConvertToLong() ? RetryAfter.seconds(after.asLong()) : null);
            }
            case 403 -> new Outcome.Gone(forbidden(no.description()));
            case 400 ->
                    isAboutTheChat(no.description())
                            ? new Outcome.Gone("the chat is gone")
                            : new Outcome.Refused("Telegram does not take this message");
            // Ours to mend, not the user's.
            case 401, 404 -> new Outcome.Later("Telegram does not know our bot", null);
            default -> new Outcome.Later("Telegram answered " + no.code(), null);
        };
    }

    /** Bot API words, e.g. {@code Forbidden: bot was blocked by the user}. */
    private static String forbidden(String description) {
        String words = description.toLowerCase(Locale.ROOT);
        if (words.contains("blocked")) {
            return "the bot was blocked";
        }
        return words.contains("deactivated")
                ? "the Telegram account was deleted"
                : "the bot may not write to the chat";
    }

    private static boolean isAboutTheChat(String description) {
        String words = description.toLowerCase(Locale.ROOT);
        return words.contains("chat not found")
                || words.contains("user not found")
                || words.contains("peer_id_invalid")
                || words.contains("group chat was deactivated")
                || words.contains("chat was upgraded")
                || words.contains("not enough rights")
                || words.contains("have no rights");
    }
}
