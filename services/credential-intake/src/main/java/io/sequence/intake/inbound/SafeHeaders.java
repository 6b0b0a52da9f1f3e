package io.sequence.intake.inbound;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
                    + " img-src 'self' data:; font-src 'self'; manifest-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    // Nothing of the device is needed but the clipboard, to copy an address of ours into it.
    private static final String DEVICE =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(),"
                    + " accelerometer=(), gyroscope=(), magnetometer=(), display-capture=(),"
                    + " screen-wake-lock=(), clipboard-read=(), clipboard-write=(self)";

    private final boolean secure;

    SafeHeaders(
            @ConfigProperty(name = "sequence.cookies.secure", defaultValue = "false")
                    boolean secure) {
        this.secure = secure;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::add, BEFORE_ALL);
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Content-Security-Policy", CONTENT)
                .set("X-Frame-Options", "DENY")
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("Permissions-Policy", DEVICE)
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        context.next();
    }
}
