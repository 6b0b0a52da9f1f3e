package io.sequence.intake.inbound;

import io.sequence.intake.domain.account.Device;
import io.sequence.intake.domain.account.Origin;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** Reads where a request comes from. */
final class Origins {
    private Origins() {}

    static Origin of(HttpServerRequest request) {
        return new Origin(
                Device.describe(request.getHeader("User-Agent")).orElse(null), address(request));
    }

    private static @Nullable String address(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        String host = remote == null ? null : remote.hostAddress();
        if (host == null) {
            return null;
        }
        // The name of our own network card says nothing of the client.
        int zone = host.indexOf('%');
        return zone < 0 ? host : host.substring(0, zone);
    }
}
