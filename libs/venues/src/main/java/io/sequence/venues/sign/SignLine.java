package io.sequence.venues.sign;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.Query;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of the sign command, checked.
 *
 * @param venue which venue signs
 * @param credential with the fields of the venue's catalogue
 * @param request before signing
 * @param now the clock as given; the epoch where the venue signs a nonce alone
 * @param nonce as given, else the body's own, else the clock in milliseconds, else (where nonces
 *     choose among keys) zero
 */
record SignLine(Venue venue, Credential credential, WireRequest request, Instant now, long nonce) {
    private static final Pattern METHOD = Pattern.compile("GET|POST|PUT|PATCH|DELETE");
    private static final Pattern SENDABLE = Pattern.compile("[!-~]*");
    private static final Pattern NONCE = Pattern.compile("(?:^|&|\")nonce\"?[=:]\"?(\\d{1,20})");

    static SignLine read(String text) {
        JsonNode line = Json.parse(text).orElseThrow(() -> new LineRefused("the line is not JSON"));
        if (!line.isObject()) {
            throw new LineRefused("the line is not a JSON object");
        }
        Venue venue = venue(line);
        String host = host(line, venue.profile());
        Credential credential = credential(line, venue.profile(), host);
        String body = body(line, text, venue.signer().signsForms());
        WireRequest request = request(line, host, body);
        boolean clockless =
                venue.signer().signsNoClock() && (line.has("nonce") || NONCE.matcher(body).find());
        Instant now =
                clockless && !line.has("timestamp")
                        ? Instant.EPOCH
                        : Instant.ofEpochMilli(number(line, "timestamp"));
        Instant counted = venue.signer().noncesChooseKeys() ? Instant.EPOCH : now;
        return new SignLine(venue, credential, request, now, nonce(line, body, counted));
    }

    private static Venue venue(JsonNode line) {
        String name = required(line, "venue");
        return Venues.all().stream()
                .filter(venue -> venue.profile().venue().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new LineRefused("unknown venue; known are " + names()));
    }

    private static String names() {
        return Venues.profiles().stream()
                .map(VenueProfile::venue)
                .map(VenueId::value)
                .collect(Collectors.joining(", "));
    }

    private static String host(JsonNode line, VenueProfile profile) {
        String label = Json.textOr(line, "host", profile.defaultHost());
        if (profile.hosts().stream().noneMatch(host -> host.label().equals(label))) {
            throw new LineRefused(
                    "unknown host; known are "
                            + profile.hosts().stream()
                                    .map(VenueProfile.Host::label)
                                    .collect(Collectors.joining(", ")));
        }
        return label;
    }

    private static Credential credential(JsonNode line, VenueProfile profile, String host) {
        JsonNode given = line.path("credentials");
        if (!given.isObject()) {
            throw new LineRefused("missing field: credentials");
        }
        Map<String, Secret> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : given.properties()) {
            JsonNode value = member.getValue();
            // Other products hand some fields over under one name, as an object.
            boolean further = member.getKey().equals("extra_json") && value.isObject();
            boolean number = value.isIntegralNumber() && isPublic(profile, member.getKey());
            if (!value.isNull() && !value.isTextual() && !further && !number) {
                throw new LineRefused("credentials." + member.getKey() + " must be text");
            }
            if (!value.isNull()) {
                fields.put(
                        member.getKey(), Secret.of(further ? Json.write(value) : value.asText()));
            }
        }
        Set<String> catalogue =
                profile.fields().stream()
                        .map(VenueProfile.CredentialField::name)
                        .collect(Collectors.toSet());
        for (VenueProfile.CredentialField field : profile.fields()) {
            // A field under another name is the signer's to find.
            if (field.required()
                    && !fields.containsKey(field.name())
                    && catalogue.containsAll(fields.keySet())) {
                throw new LineRefused("missing field: credentials." + field.name());
            }
        }
        return new Credential(profile.venue(), host, fields);
    }

    /** A field that may be seen, such as a choice of 0 to 3, may be written as a number. */
    private static boolean isPublic(VenueProfile profile, String name) {
        return profile.fields().stream()
                .anyMatch(field -> field.name().equals(name) && !field.secret());
    }

    private static WireRequest request(JsonNode line, String host, String body) {
        String method = required(line, "method").toUpperCase(Locale.ROOT);
        if (!METHOD.matcher(method).matches()) {
            throw new LineRefused("method must be one of " + METHOD);
        }
        String target = required(line, "path");
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = query(line.path("query"));
        if (mark >= 0 && query.isEmpty()) {
            query = Query.ascii(target.substring(mark + 1));
        }
        if (!path.startsWith("/")) {
            throw new LineRefused("path must start with /");
        }
        if (!SENDABLE.matcher(path).matches() || !SENDABLE.matcher(query).matches()) {
            throw new LineRefused("path and query must be URL-encoded text");
        }
        return new WireRequest(host, method, path, query, Map.of(), body);
    }

    private static String query(JsonNode query) {
        if (query.isObject()) {
            return form(query, "query");
        }
        if (query.isMissingNode() || query.isNull()) {
            return "";
        }
        if (!query.isTextual()) {
            throw new LineRefused("query must be text or an object");
        }
        String text = Query.ascii(query.asText());
        return text.startsWith("?") ? text.substring(1) : text;
    }

    private static String body(JsonNode line, String text, boolean asForm) {
        JsonNode body = line.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return "";
        }
        if (body.isTextual()) {
            return body.asText();
        }
        if (body.isObject() && asForm) {
            return form(body, "body");
        }
        if (body.isContainerNode()) {
            return CompactJson.member(text, "body")
                    .orElseThrow(() -> new LineRefused("body cannot be read"));
        }
        throw new LineRefused("body must be text or an object");
    }

    private static String form(JsonNode object, String what) {
        var form = new Query();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode value = member.getValue();
            if (!value.isValueNode() || value.isNull()) {
                throw new LineRefused(
                        what + " as an object may hold text, numbers and booleans only");
            }
            form.and(
                    member.getKey(),
                    value.isNumber() ? value.decimalValue().toPlainString() : value.asText());
        }
        return form.toString();
    }

    private static long nonce(JsonNode line, String body, Instant now) {
        if (line.has("nonce") && !line.path("nonce").isNull()) {
            return number(line, "nonce");
        }
        Matcher inBody = NONCE.matcher(body);
        return inBody.find() ? unsigned(inBody.group(1), "nonce") : now.toEpochMilli();
    }

    private static String required(JsonNode line, String field) {
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
        return unsigned(line.path(field).asText(), field);
    }

    private static long unsigned(String text, String field) {
        if (!text.matches("\\d{1,20}") || new BigInteger(text).bitLength() > Long.SIZE) {
            throw new LineRefused(field + " must be a whole number, 0 or more");
        }
        return Long.parseUnsignedLong(text);
    }
}
