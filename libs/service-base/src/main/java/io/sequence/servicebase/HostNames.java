package io.sequence.servicebase;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads hosts in the one spelling that counts; what has another meaning elsewhere is refused. */
final class HostNames {
    private static final Pattern LABELS =
            Pattern.compile(
                    "(?:[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?)(?:\\.(?:[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?))*");
    private static final Pattern DECIMAL =
            Pattern.compile("(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}");

    /** WHATWG URL: a host whose last label is a number is an IPv4 address, in whatever spelling. */
    private static final Pattern ENDS_IN_A_NUMBER =
            Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private static final Pattern SIX = Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}]");

    /** Names that mean something only inside a house (RFC 6761, 6762, 8375, 9476). */
    private static final Set<String> OWN_SUFFIXES =
            Set.of("localhost", "local", "internal", "intranet", "home.arpa", "alt", "onion");

    private HostNames() {}

    /**
     * A host and what may follow it.
     *
     * @param host ASCII, lower case, without brackets
     * @param literal the address, when the host is one
     * @param port -1 when there is none
     */
    record HostPort(String host, @Nullable InetAddress literal, int port) {}

    static HostPort split(String authority) {
        int end = authority.startsWith("[") ? authority.indexOf(']') + 1 : authority.indexOf(':');
        String host = end > 0 ? authority.substring(0, end) : authority;
        String rest = end > 0 ? authority.substring(end) : "";
        int port = rest.isEmpty() || rest.equals(":") ? -1 : port(rest);
        if (host.startsWith("[")) {
            return six(host, port);
        }
        String name = ascii(host);
        if (ENDS_IN_A_NUMBER.matcher(name).matches()) {
            return new HostPort(name, four(name), port);
        }
        if (!LABELS.matcher(name).matches() || name.length() > 253) {
            throw unfit();
        }
        return new HostPort(name, null, port);
    }

    static boolean mayBePublic(String name) {
        return name.contains(".")
                && OWN_SUFFIXES.stream().noneMatch(suffix -> name.endsWith("." + suffix));
    }

    private static HostPort six(String host, int port) {
        if (!SIX.matcher(host).matches()) {
            throw unfit();
        }
        String inside = host.substring(1, host.length() - 1);
        try {
            InetAddress address = InetAddress.ofLiteral(inside);
            return new HostPort(address.getHostAddress(), address, port);
        } catch (IllegalArgumentException e) {
            throw unfit();
        }
    }

    private static InetAddress four(String name) {
        if (!DECIMAL.matcher(name).matches()) {
            throw unfit();
        }
        try {
            return InetAddress.ofLiteral(name);
        } catch (IllegalArgumentException e) {
            throw unfit();
        }
    }

    /** RFC 5891 as far as the JDK goes; full-width digits and dots become the usual ones. */
    private static String ascii(String host) {
        String name;
        try {
            name = IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw unfit();
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static int port(String rest) {
        if (!rest.matches(":[0-9]{1,5}")) {
            throw unfit();
        }
        int port = Integer.parseInt(rest.substring(1));
        if (port < 1 || port > 65_535) {
            throw unfit();
        }
        return port;
    }

    private static PublicTarget.Unfit unfit() {
        return new PublicTarget.Unfit("The address is not a URL.");
    }
}
