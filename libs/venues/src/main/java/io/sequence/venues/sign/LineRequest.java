package io.sequence.venues.sign;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.Query;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The request of a line: a body given as text goes out as it is, one given as an object or a list
 * as the compact JSON that was written (as a form where the venue's calls are forms), a query given
 * as an object in the order of its members.
 */
final class LineRequest {
    private static final Pattern METHOD = Pattern.compile("[A-Za-z-]{1,20}");
    private static final Set<String> HTTP = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern UNSENDABLE = Pattern.compile("[^!-~]");

    private static final int MOST_ZEROS = 400;

    private LineRequest() {}

    /**
     * Reads it.
     *
     * @param text the line, for the spelling of its body
     * @param host label of the host that the line names; empty leaves it to the path
     */
    static WireRequest read(JsonNode line, String text, Venue venue, String host) {
        String method = method(SignLine.required(line, "method").strip());
        if (!METHOD.matcher(method).matches()) {
            throw new LineRefused("method must be a word such as GET");
        }
        String target = SignLine.required(line, "path").strip();
        int mark = target.indexOf('?');
        String path = sendable(mark < 0 ? target : target.substring(0, mark));
        if (!path.startsWith("/")) {
            throw new LineRefused("path must start with /");
        }
        boolean forms = venue.signer().signsForms();
        String query = query(line.path("query"), forms);
        if (mark >= 0 && query.isEmpty()) {
            query = target.substring(mark + 1);
        }
        return new WireRequest(
                host.isEmpty() ? venue.hostOf(path) : host,
                method,
                path,
                sendable(query),
                headers(line.path("headers")),
                body(line.path("body"), text, method, forms));
    }

    /** HTTP's own methods are upper case; a word that is none is signed as it stands. */
    private static String method(String given) {
        String upper = given.toUpperCase(Locale.ROOT);
        return HTTP.contains(upper) ? upper : given;
    }

    /** Blanks and what is not ASCII cannot stand in a request line: it goes out percent-encoded. */
    private static String sendable(String target) {
        if (!UNSENDABLE.matcher(target).find()) {
            return target;
        }
        var encoded = new StringBuilder(2 * target.length());
        target.codePoints()
                .mapToObj(Character::toString)
                .map(c -> UNSENDABLE.matcher(c).find() ? Query.encoded(c) : c)
                .forEach(encoded::append);
        return encoded.toString();
    }

    private static Map<String, String> headers(JsonNode given) {
        if (!given.isObject() && !given.isMissingNode() && !given.isNull()) {
            throw new LineRefused("headers must be an object");
        }
        var headers = new LinkedHashMap<String, String>();
        given.properties().forEach(one -> headers.put(one.getKey(), one.getValue().asText()));
        return headers;
    }

    private static String query(JsonNode query, boolean forms) {
        if (query.isObject()) {
            return form(query, forms);
        }
        if (query.isMissingNode() || query.isNull()) {
            return "";
        }
        if (!query.isTextual()) {
            throw new LineRefused("query must be text or an object");
        }
        return query.asText().startsWith("?") ? query.asText().substring(1) : query.asText();
    }

    private static String body(JsonNode body, String text, String method, boolean forms) {
        if (body.isMissingNode() || body.isNull()) {
            return "";
        }
        if (body.isTextual()) {
            return body.asText();
        }
        if (!body.isContainerNode()) {
            throw new LineRefused("body must be text or an object");
        }
        if (body.isEmpty() && method.equals("GET")) {
            return "";
        }
        return forms && body.isObject()
                ? form(body, true)
                : CompactJson.member(text, "body")
                        .orElseThrow(() -> new LineRefused("body cannot be read"));
    }

    /**
     * Members as parameters. Lists are repeated parameters, or one of JSON where the venue's calls
     * are forms, which know no other lists.
     */
    private static String form(JsonNode object, boolean listsAsJson) {
        var form = new Query();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode value = member.getValue();
            if (value.isArray() && !listsAsJson) {
                value.forEach(
                        element ->
                                form.andIf(member.getKey(), parameter(member.getKey(), element)));
            } else {
                form.andIf(member.getKey(), parameter(member.getKey(), value));
            }
        }
        return form.toString();
    }

    private static @Nullable String parameter(String name, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isContainerNode()) {
            return Json.write(value);
        }
        if (!value.isNumber()) {
            return value.asText();
        }
        // 1e999999999 is read at once, and written in a gigabyte.
        if (Math.abs((long) value.decimalValue().scale()) > MOST_ZEROS) {
            throw new LineRefused(name + ": the number is out of range");
        }
        return value.decimalValue().toPlainString();
    }
}
