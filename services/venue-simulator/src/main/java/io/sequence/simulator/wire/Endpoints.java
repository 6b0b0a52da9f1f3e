package io.sequence.simulator.wire;

import io.sequence.simulator.wire.Endpoint.Needs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A venue's endpoints, found by method and path. */
public final class Endpoints {

    /** An endpoint with the variable parts of the path that led to it. */
    public record Found(Endpoint endpoint, Map<String, String> path) {}

    private final Map<String, Endpoint> exact = new HashMap<>();
    private final List<Endpoint> templates = new ArrayList<>();

    /** Adds an endpoint. */
    public Endpoints add(
            String method, String template, Needs needs, Function<Hearing, VenueReply> handler) {
        Endpoint endpoint = new Endpoint(method, template, needs, handler);
        if (template.contains("{")) {
            templates.add(endpoint);
        } else {
            exact.put(endpoint.label(), endpoint);
        }
        return this;
    }

    /** Adds a GET endpoint. */
    public Endpoints get(String template, Needs needs, Function<Hearing, VenueReply> handler) {
        return add("GET", template, needs, handler);
    }

    /** Adds a POST endpoint. */
    public Endpoints post(String template, Needs needs, Function<Hearing, VenueReply> handler) {
        return add("POST", template, needs, handler);
    }

    /** The endpoint for a request, null when the venue has none. */
    public @Nullable Found find(String method, String path) {
        Endpoint found = exact.get(method + ' ' + path);
        if (found != null) {
            return new Found(found, Map.of());
        }
        for (Endpoint endpoint : templates) {
            Map<String, String> parts =
                    endpoint.method().equals(method) ? match(endpoint.template(), path) : null;
            if (parts != null) {
                return new Found(endpoint, parts);
            }
        }
        return null;
    }

    private static @Nullable Map<String, String> match(String template, String path) {
        String[] wanted = template.split("/");
        String[] sent = path.split("/");
        if (wanted.length != sent.length) {
            return null;
        }
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                parts.put(wanted[i].substring(1, wanted[i].length() - 1), sent[i]);
            } else if (!wanted[i].equals(sent[i])) {
                return null;
            }
        }
        return parts;
    }
}
