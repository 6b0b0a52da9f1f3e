package io.sequence.servicebase;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a request: the caller's {@code X-Request-Id} when it is acceptable, else a fresh one.
 * Echoed and logged.
 */
public final class RequestId {
    /** The header's name. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "sequence.request-id";
    // Printable and short, so that it can stand in logs and headers as it is.
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    private RequestId() {}

    /** Gives the request its id; called once, before anything else. */
    static String assign(RoutingContext context) {
        String offered = context.request().getHeader(HEADER);
        String id =
                offered != null && ACCEPTABLE.matcher(offered).matches()
                        ? offered
                        : UUID.randomUUID().toString();
        context.put(KEY, id);
        context.response().putHeader(HEADER, id);
        return id;
    }

    /** The id of the request. */
    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        return id == null ? assign(context) : id;
    }
}
