package io.sequence.simulator.telegram;

import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal in the Bot API's words. */
final class BotError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final transient Map<String, @Nullable Object> parameters;

    BotError(int code, String description) {
        this(code, description, Map.of());
    }

    private BotError(int code, String description, Map<String, @Nullable Object> parameters) {
        super(description, null, false, false);
        this.code = code;
        this.parameters = parameters;
    }

    static BotError tooMany(long seconds) {
        return new BotError(
                429,
                "Too Many Requests: retry after " + seconds,
                Json.object("retry_after", seconds));
    }

    static BotError moved(long to) {
        return new BotError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                Json.object("migrate_to_chat_id", to));
    }

    VenueReply reply() {
        Map<String, @Nullable Object> body =
                Json.object("ok", false, "error_code", code, "description", getMessage());
        if (!parameters.isEmpty()) {
            body.put("parameters", parameters);
        }
        return VenueReply.json(code, body);
    }
}
