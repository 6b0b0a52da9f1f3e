package io.sequence.intake.inbound;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer tells a browser to refuse: scripts, styles and calls that are not from here,
 * frames around us, and anything inline.
 */
@ApplicationScoped
class SafeHeaders {
    private static final int BEFORE_ALL = 10_100;
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " worker-src 'self';"
                    + " img-src 'self' data:; font-src 'self'; manifest-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    // Nothing of the device is needed but the clipboard, to copy an address of ours into it.
    private static final String DEVICE =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(),"
                    + " accelerometer=(), gyroscope=(), magnetometer=(), display-capture=(),"
                    + " screen-wake-lock=(), clipboard-read=(), clipboard-write=(self)";

    private final Map<String, String> headers;

    SafeHeaders(
            @ConfigProperty(name = "sequence.cookies.secure", defaultValue = "false")
                    boolean secure) {
        headers = of(secure);
    }

    /**
     * The headers by name.
     *
     * @param secure whether the house is reached by TLS: then browsers promise to come back that
     *     way
     */
    static Map<String, String> of(boolean secure) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", CONTENT);
        headers.put("X-Frame-Options", "DENY");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Permissions-Policy", DEVICE);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return Map.copyOf(headers);
    }

    void filters(@Observes Filters filters) {
        filters.register(this::add, BEFORE_ALL);
    }

    private void add(RoutingContext context) {
        context.response().headers().setAll(headers);
        context.next();
    }
}
