package io.sequence.venues.sign;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.Host;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of the sign command, checked.
 *
 * @param venue which venue signs
 * @param credential with the fields of the venue's catalogue, and whatever else was given
 * @param request before signing
 * @param now the clock as given, else the request's own timestamp; the epoch where a nonce alone
 *     dates the call
 * @param nonce as given, else the body's own, else the clock in milliseconds, else (where nonces
 *     choose among keys) zero
 */
record SignLine(Venue venue, Credential credential, WireRequest request, Instant now, long nonce) {
    private static final Pattern NONCE = Pattern.compile("(?:^|&|\")nonce\"?[=:]\"?(\\d{1,20})");
    private static final Pattern TIMESTAMP = Pattern.compile("(?:^|&)timestamp=(\\d{1,18})(?=&|$)");
    private static final Set<String> NO_REAL_MONEY = Set.of("testnet", "demo", "sandbox", "uat");

    static SignLine read(String text) {
        JsonNode line = Json.parse(text).orElseThrow(() -> new LineRefused("the line is not JSON"));
        if (!line.isObject()) {
            throw new LineRefused("the line is not a JSON object");
        }
        Venue venue = venue(line);
        String named = named(line, venue.profile());
        Credential credential =
                LineCredential.read(
                        line.path("credentials"),
                        venue.profile(),
                        named.isEmpty() ? venue.profile().defaultHost() : named);
        WireRequest request = LineRequest.read(line, text, venue, named);
        boolean counted =
                venue.signer().signsNoClock()
                        && (line.hasNonNull("nonce") || NONCE.matcher(request.body()).find());
        Instant now = now(line, request, counted);
        return new SignLine(
                venue,
                credential.on(request.host()),
                request,
                now,
                nonce(line, venue.signer(), request.body(), now));
    }

    /** The line's clock, else the request's own timestamp, which then goes out as it is. */
    private static Instant now(JsonNode line, WireRequest request, boolean counted) {
        if (line.hasNonNull("timestamp")) {
            return Instant.ofEpochMilli(number(line, "timestamp"));
        }
        Matcher own = TIMESTAMP.matcher(request.query() + "&" + request.body());
        if (own.find()) {
            return Instant.ofEpochMilli(Long.parseLong(own.group(1)));
        }
        return counted ? Instant.EPOCH : Instant.ofEpochMilli(number(line, "timestamp"));
    }

    private static Venue venue(JsonNode line) {
        return Venues.spelled(required(line, "venue"))
                .orElseThrow(() -> new LineRefused("unknown venue; known are " + names()));
    }

    private static String names() {
        return Venues.profiles().stream()
                .map(VenueProfile::venue)
                .map(VenueId::value)
                .collect(Collectors.joining(", "));
    }

    /**
     * The label of the host that the line names, by label, by address or as a testnet; or empty.
     */
    private static String named(JsonNode line, VenueProfile profile) {
        if (line.hasNonNull("host") && !line.path("host").isTextual()) {
            throw new LineRefused("host must be text");
        }
        String given = Json.textOr(line, "host", "").strip().toLowerCase(Locale.ROOT);
        if (given.isEmpty()) {
            return "";
        }
        List<Predicate<Host>> meanings =
                List.of(
                        host -> host.label().equals(given),
                        host -> given.matches("(https?://)?" + Pattern.quote(address(host)) + "/?"),
                        host -> NO_REAL_MONEY.contains(given) && host.mode() == Mode.SANDBOX);
        return meanings.stream()
                .flatMap(meaning -> profile.hosts().stream().filter(meaning))
                .map(Host::label)
                .findFirst()
                .orElseThrow(() -> new LineRefused("unknown host; known are " + labels(profile)));
    }

    private static String address(Host host) {
        return host.baseUrl().getAuthority();
    }

    private static String labels(VenueProfile profile) {
        return profile.hosts().stream().map(Host::label).collect(Collectors.joining(", "));
    }

    private static long nonce(JsonNode line, Signer signer, String body, Instant now) {
        if (line.hasNonNull("nonce")) {
            return LineNonce.read(line.path("nonce"), !signer.signsNoClock());
        }
        Matcher inBody = NONCE.matcher(body);
        if (inBody.find()) {
            return unsigned(inBody.group(1), "nonce");
        }
        return signer.noncesChooseKeys() ? 0 : now.toEpochMilli();
    }

    static String required(JsonNode line, String field) {
        if (!line.hasNonNull(field)) {
            throw new LineRefused("missing field: " + field);
        }
        if (!line.path(field).isTextual() || line.path(field).asText().isBlank()) {
            throw new LineRefused(field + " must be text");
        }
        return line.path(field).asText();
    }

    private static long number(JsonNode line, String field) {
        if (!line.hasNonNull(field)) {
            throw new LineRefused("missing field: " + field);
        }
        long number = unsigned(line.path(field).asText(), field);
        if (number < 0) {
            throw new LineRefused(field + " is out of range");
        }
        return number;
    }

    static long unsigned(String text, String field) {
        if (!text.matches("\\d{1,20}") || new BigInteger(text).bitLength() > Long.SIZE) {
            throw new LineRefused(field + " must be a whole number, 0 or more");
        }
        return Long.parseUnsignedLong(text);
    }
}
