package io.sequence.mailer.outbound.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.mailer.outbound.doors.PinnedClient.Reply;
import io.sequence.servicebase.PublicTarget;
import io.sequence.servicebase.TargetVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The house's bot at Telegram's Bot API (core.telegram.org/bots/api). The token is part of every
 * URL, so URLs are in no message, log, trace or metric.
 */
final class TelegramBot {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The bot's number, then 35 characters; said loosely, since no document promises it. */
    private static final Pattern TOKEN = Pattern.compile("(\\d{3,20}):[A-Za-z0-9_-]{20,100}");

    private final PinnedClient client;
    private final PublicTarget guard;
    private final String root;
    private final String number;
    private volatile Standing standing = Standing.UNASKED;

    private TelegramBot(PinnedClient client, PublicTarget guard, String root, String number) {
        this.client = client;
        this.guard = guard;
        this.root = root;
        this.number = number;
    }

    /** How we stand with Telegram, as far as the last call told. */
    enum Standing {
        /** Nothing was asked yet. */
        UNASKED,
        /** It answers. */
        ANSWERS,
        /** It does not, or not sensibly. */
        AWAY,
        /** It does not know our token: an operator's matter. */
        TOKEN_REFUSED
    }

    /** What it says to a call. */
    sealed interface Answer {
        /** Done. */
        record Ok(JsonNode result) implements Answer {}

        /**
         * Not done.
         *
         * @param description Telegram's words; for judging, not for telling
         * @param parameters {@code retry_after}, {@code migrate_to_chat_id}, or nothing
         */
        record No(int code, String description, JsonNode parameters) implements Answer {}

        /** No sensible answer; it may have been done all the same. */
        record Silent(String why) implements Answer {}
    }

    /**
     * The bot whose token is in a file.
     *
     * @param url where the Bot API is; the operator's word, so it may be anywhere
     * @throws IllegalStateException when the file holds no token
     */
    static TelegramBot of(PinnedClient client, String url, Path tokenFile) {
        String token;
        try {
            token = Files.readString(tokenFile).strip();
        } catch (IOException e) {
            throw new IllegalStateException("Telegram's token " + tokenFile + " cannot be read", e);
        }
        Matcher form = TOKEN.matcher(token);
        if (!form.matches()) {
            throw new IllegalStateException(tokenFile + " holds no token of a Telegram bot");
        }
        String root = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        return new TelegramBot(
                client, DoorWiring.trusting(root), root + "/bot" + token + "/", form.group(1));
    }

    /** The bot's own number; no secret. */
    String number() {
        return number;
    }

    Standing standing() {
        return standing;
    }

    /** Calls a method of the Bot API; blocks for as long as patience lasts. */
    Answer call(String method, ObjectNode arguments, Duration patience) {
        Answer answer = attempt(method, arguments, patience);
        standing =
                switch (answer) {
                    case Answer.Ok _ -> Standing.ANSWERS;
                    case Answer.No no when no.code() == 401 || no.code() == 404 ->
                            Standing.TOKEN_REFUSED;
                    case Answer.No no -> no.code() < 500 ? Standing.ANSWERS : Standing.AWAY;
                    case Answer.Silent _ -> Standing.AWAY;
                };
        return answer;
    }

    private Answer attempt(String method, ObjectNode arguments, Duration patience) {
        if (!(guard.check(root + method) instanceof TargetVerdict.Allowed yes)) {
            return new Answer.Silent("its address cannot be found");
        }
        Reply reply =
                client.post(
                        yes.target(),
                        Map.of("Content-Type", "application/json"),
                        arguments.toString().getBytes(StandardCharsets.UTF_8),
                        patience);
        return switch (reply) {
            case Reply.Failed failed -> new Answer.Silent(failed.why());
            case Reply.Answered answered -> read(answered);
        };
    }

    private static Answer read(Reply.Answered answered) {
        JsonNode body;
        try {
            body = JSON.readTree(answered.body());
        } catch (JsonProcessingException e) {
            body = MissingNode.getInstance();
        }
        if (body.path("ok").asBoolean(false)) {
            return new Answer.Ok(body.path("result"));
        }
        if (!body.path("error_code").canConvertToInt() || body.path("ok").isMissingNode()) {
            return new Answer.Silent("it answered " + answered.status());
        }
        return new Answer.No(
                body.path("error_code").asInt(),
                body.path("description").asText(""),
                body.path("parameters"));
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "TelegramBot[" + number + "]";
    }
}
