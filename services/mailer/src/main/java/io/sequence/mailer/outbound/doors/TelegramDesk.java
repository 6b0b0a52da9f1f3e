package io.sequence.mailer.outbound.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.mailer.domain.ChatBudget;
import io.sequence.mailer.outbound.doors.TelegramBot.Answer;
import io.sequence.mailer.outbound.doors.TelegramMemory.ChatFact;
import io.sequence.mailer.outbound.doors.TelegramMemory.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people write to the bot ({@code getUpdates}) and answers: codes that link a chat,
 * {@code /stop}, and a line of help to everything else. Of several processes one asks.
 */
public final class TelegramDesk {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The code is what intake makes: 128 bits, base64url. */
    private static final Pattern START =
            Pattern.compile("/start(?:@\\w{1,64})?\\s+([A-Za-z0-9_-]{22})");

    private static final Pattern STOP = Pattern.compile("/stop(?:@\\w{1,64})?");
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);
    private static final Duration SLACK = Duration.ofSeconds(15);
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONG_PAUSE = Duration.ofMinutes(1);

    /**
     * After a week without news Telegram may number anew; from then on it is asked from the start.
     */
    private static final Duration NUMBERS_HOLD = Duration.ofDays(6);

    private static final String LINKED =
            "Thank you. The console shows in a moment whether this chat is linked; if it does not,"
                    + " ask it for a new link: each works once, for a few minutes.";
    private static final String STOPPED =
            "No more alerts come to this chat. Link it again in the console whenever you like.";
    private static final String HELP =
            "I tell you when a connection needs you. To link this chat, open the link that the"
                    + " console shows under Alerts. To end it, send /stop.";

    private final @Nullable TelegramBot bot;
    private final TelegramMemory memory;
    private final Duration poll;
    private final Clock clock;
    private final UUID self = UUID.randomUUID();
    private final ChatBudget commands = new ChatBudget(5, Duration.ofMinutes(1));
    private final ChatBudget helps = new ChatBudget(1, Duration.ofMinutes(10));

    TelegramDesk(@Nullable TelegramBot bot, TelegramMemory memory, Duration poll, Clock clock) {
        this.bot = bot;
        this.memory = memory;
        this.poll = poll;
        this.clock = clock;
    }

    /** Whether there is a bot at all. */
    public boolean isOpen() {
        return bot != null;
    }

    /** How we stand with Telegram, in a word: off, unasked, answers, away, token_refused. */
    public String standing() {
        return bot == null ? "off" : bot.standing().name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * Asks for news once, waiting for it as long as Telegram holds the question, and deals with it.
     *
     * @return how long to wait before the next time; zero in good times
     */
    public Duration round() {
        TelegramBot own = bot;
        if (own == null) {
            return LONG_PAUSE;
        }
        Instant now = clock.instant();
        Place place =
                memory.hold(own.number(), self, now, now.plus(poll).plus(SLACK.multipliedBy(2)));
        if (place == null) {
            return SHORT_PAUSE;
        }
        if (own.standing() == TelegramBot.Standing.UNASKED) {
            // Tells at once how we stand, where a question for news is held for long.
            var unused = own.call("setMyCommands", commandList(), ANSWER_PATIENCE);
        }
        return switch (own.call("getUpdates", question(place, now), poll.plus(SLACK))) {
            case Answer.Ok ok -> deal(own, ok.result());
            case Answer.No no -> pause(no);
            case Answer.Silent _ -> SHORT_PAUSE;
        };
    }

    /** Lets another process ask at once. */
    public void close() {
        if (bot != null) {
            memory.release(bot.number(), self, clock.instant());
        }
    }

    private ObjectNode question(Place place, Instant now) {
        ObjectNode question = JSON.createObjectNode().put("timeout", poll.toSeconds());
        if (place.readAt() != null && place.readAt().plus(NUMBERS_HOLD).isAfter(now)) {
            question.put("offset", place.nextUpdate());
        }
        question.putArray("allowed_updates").add("message").add("my_chat_member");
        return question;
    }

    private static ObjectNode commandList() {
        ObjectNode list = JSON.createObjectNode();
        list.putArray("commands")
                .addObject()
                .put("command", "stop")
                .put("description", "No more alerts to this chat");
        return list;
    }

    private static Duration pause(Answer.No no) {
        return switch (no.code()) {
            case 401, 404 -> LONG_PAUSE;
            case 429 -> {
                JsonNode after = no.parameters().path("retry_after");
                yield after.canConvertToLong() ? RetryAfter.seconds(after.asLong()) : SHORT_PAUSE;
            }
            // 409: another process asks, of a house that shares the token or of an older life.
            default -> SHORT_PAUSE;
        };
    }

    private Duration deal(TelegramBot own, JsonNode updates) {
        if (updates.isEmpty()) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        long next = 0;
        List<ChatFact> facts = new ArrayList<>();
        List<Reply> replies = new ArrayList<>();
        for (JsonNode node : updates) {
            TelegramUpdate update = TelegramUpdate.of(node);
            next = Math.max(next, update.id() + 1);
            hear(update, facts, replies, now);
        }
        if (memory.took(own.number(), self, next, facts, now)) {
            replies.forEach(reply -> answer(own, reply));
            return Duration.ZERO;
        }
        return SHORT_PAUSE;
    }

    private record Reply(long chatId, String text) {}

    private void hear(
            TelegramUpdate update, List<ChatFact> facts, List<Reply> replies, Instant now) {
        long chat = update.chatId();
        switch (update.act()) {
            case NOTHING -> {}
            case EXPELLED -> facts.add(new ChatFact.Left(chat, "the bot was blocked"));
            case MOVED -> facts.add(new ChatFact.Moved(chat, update.movedTo()));
            case WROTE -> {
                Matcher start = START.matcher(update.words());
                if (start.matches() || STOP.matcher(update.words()).matches()) {
                    if (!commands.take(chat, now)) {
                        return;
                    }
                    if (start.hasMatch()) {
                        facts.add(
                                new ChatFact.Linked(hash(start.group(1)), chat, update.chatName()));
                        replies.add(new Reply(chat, LINKED));
                    } else {
                        facts.add(new ChatFact.Left(chat, "the chat asked for no more"));
                        replies.add(new Reply(chat, STOPPED));
                    }
                } else if (update.isPrivate() && helps.take(chat, now)) {
                    replies.add(new Reply(chat, HELP));
                }
            }
        }
    }

    /** At best: who asked can ask again. */
    private static void answer(TelegramBot own, Reply reply) {
        var unused =
                own.call(
                        "sendMessage",
                        JSON.createObjectNode()
                                .put("chat_id", reply.chatId())
                                .put("text", reply.text()),
                        ANSWER_PATIENCE);
    }

    private static String hash(String code) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(code.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
