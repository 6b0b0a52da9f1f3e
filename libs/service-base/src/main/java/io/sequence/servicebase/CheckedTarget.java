package io.sequence.servicebase;

import java.net.InetAddress;
import java.util.List;

/**
 * A URL of a user's that may be called, at these addresses and no others: whoever connects goes to
 * one of them and does not look the name up again.
 *
 * @param tls whether it is https
 * @param host ASCII, lower case, for the Host header and the server's certificate; an IPv6 address
 *     without brackets
 * @param port never 0
 * @param requestUri path and query as they are sent
 * @param addresses at least one
 */
public record CheckedTarget(
        boolean tls, String host, int port, String requestUri, List<InetAddress> addresses) {
    /** There is somewhere to go. */
    public CheckedTarget {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("a target has an address");
        }
    }

    /** Scheme, host and port, the port only where it is not the usual one (RFC 6454). */
    public String origin() {
        String authority = host.contains(":") ? "[" + host + "]" : host;
        String suffix = port == (tls ? 443 : 80) ? "" : ":" + port;
        return (tls ? "https://" : "http://") + authority + suffix;
    }

    /** Paths of such URLs are often secrets. */
    @Override
    public String toString() {
        return "CheckedTarget[]";
    }
}
