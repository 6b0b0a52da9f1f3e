package io.sequence.venues.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.AnswerReader;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The plain answer for yes; {@code {"code":-1121,"msg":"Invalid symbol."}} for no, under statuses
 * that differ by host, so that the code decides. Limits are told by {@code Retry-After}, by a
 * moment in the words, or by the window that the used-weight header counts in. Source:
 * binance-spot-api-docs, rest-api.md, "General Information on Endpoints" and "LIMITS".
 */
final class BinanceAnswer implements AnswerReader {
    private static final Pattern BANNED_UNTIL = Pattern.compile("until (\\d{13})\\b");
    private static final Duration SHORTEST_BAN = Duration.ofMinutes(2);
    private static final long MINUTE_MS = 60_000;
    private static final long TEN_SECONDS_MS = 10_000;

    private static final int REGION_REFUSED = 451;

    private final String timePath;
    private final String regionHint;
    private final InstantSource clock;

    /**
     * A reader for one venue.
     *
     * @param timePath where its clock is asked for
     * @param regionHint what to say when it does not serve our region
     * @param clock the venue's clock as we know it; bans and windows end by it
     */
    BinanceAnswer(String timePath, String regionHint, InstantSource clock) {
        this.timePath = timePath;
        this.regionHint = regionHint;
        this.clock = clock;
    }

    @Override
    public Reading read(JsonNode body, WireResponse response) {
        String code = Json.textOr(body, "code", "");
        if (response.status() < 400 && !code.startsWith("-")) {
            return new Payload(body);
        }
        String words = Json.textOr(body, "msg", "");
        Fault fault = byStatus(response.status());
        if (fault == null) {
            fault = BinanceFaults.byWords(code, words);
        }
        return new Refusal(
                code, explained(response, words), fault, limitEnds(code, words, response));
    }

    /** The usual reason of a refused region is that the account is at the other company. */
    private String explained(WireResponse response, String words) {
        return response.status() == REGION_REFUSED && !regionHint.isEmpty()
                ? words + " (" + regionHint + ")"
                : words;
    }

    /** Statuses that say more than the code in their body, or whose body has no known code. */
    private static @Nullable Fault byStatus(int status) {
        return switch (status) {
            case 418 -> Fault.IP_BANNED;
            case REGION_REFUSED -> Fault.REGION_RESTRICTED;
            case 408 -> Fault.VENUE_UNAVAILABLE;
            case 409 -> Fault.UNKNOWN_OUTCOME;
            default -> null;
        };
    }

    private @Nullable Duration limitEnds(String code, String words, WireResponse response) {
        if (RetryAfter.of(response, clock.instant()) != null) {
            return null;
        }
        Matcher ban = BANNED_UNTIL.matcher(words);
        if (code.equals("-1003") && ban.find()) {
            return Duration.between(
                    clock.instant(), Instant.ofEpochMilli(Long.parseLong(ban.group(1))));
        }
        if (code.equals("-1015") && response.header("X-MBX-ORDER-COUNT-10S") != null) {
            return windowEnds(TEN_SECONDS_MS);
        }
        boolean counted =
                response.header("X-MBX-USED-WEIGHT-1M") != null
                        || response.header("X-SAPI-USED-IP-WEIGHT-1M") != null;
        return counted && (code.equals("-1003") || code.equals("-1015"))
                ? windowEnds(MINUTE_MS)
                : null;
    }

    /** Windows begin on the full minute and the full ten seconds. */
    private Duration windowEnds(long millis) {
        return Duration.ofMillis(millis - Math.floorMod(clock.millis(), millis));
    }

    @Override
    public Duration banLasts() {
        return SHORTEST_BAN;
    }

    @Override
    public WireRequest clockRequest(String host) {
        return WireRequest.get(host, timePath, "");
    }
}
