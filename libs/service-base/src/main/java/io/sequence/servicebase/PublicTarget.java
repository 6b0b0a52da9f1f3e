package io.sequence.servicebase;

import io.sequence.servicebase.TargetVerdict.Allowed;
import io.sequence.servicebase.TargetVerdict.Forbidden;
import io.sequence.servicebase.TargetVerdict.Unresolved;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The guard before every call to a URL that a user gave us: https, the public internet, nothing of
 * ours. Asked when such a URL is taken in and again before every connection, since names change
 * what they lead to.
 */
public final class PublicTarget {
    private static final int LONGEST = 2048;

    /** What listens above 1023 and takes a line of HTTP amiss (WHATWG's bad ports, databases). */
    private static final Set<Integer> BLOCKED_PORTS =
            Set.of(
                    1433, 1521, 1719, 1720, 1723, 2049, 2375, 2376, 2379, 2380, 3306, 3389, 3659,
                    4045, 4190, 5060, 5061, 5432, 5900, 5984, 6000, 6379, 6443, 6566, 6665, 6666,
                    6667, 6668, 6669, 6679, 6697, 9092, 9200, 9300, 10080, 10250, 11211, 15432,
                    27017);

    private static final Forbidden PRIVATE =
            new Forbidden("The address does not lead to the public internet.", false);

    private final Set<String> allowedOrigins;
    private final NameLookup names;

    /**
     * A guard.
     *
     * @param allowedOrigins which may be called though they are not public or not https, each like
     *     {@code http://127.0.0.1:8090}
     * @param names who looks up names
     * @throws IllegalArgumentException when one of them is no origin
     */
    public PublicTarget(Collection<String> allowedOrigins, NameLookup names) {
        this.allowedOrigins =
                allowedOrigins.stream()
                        .map(PublicTarget::origin)
                        .collect(Collectors.toUnmodifiableSet());
        this.names = names;
    }

    /** Whether that URL may be called now; looks its name up. */
    public TargetVerdict check(String url) {
        try {
            Parts parts = parts(url);
            if (allowedOrigins.contains(parts.origin())) {
                return resolved(parts, true);
            }
            requirePublicForm(parts);
            return resolved(parts, false);
        } catch (Unfit unfit) {
            return new Forbidden(unfit.getMessage(), true);
        }
    }

    private TargetVerdict resolved(Parts parts, boolean anywhere) {
        List<InetAddress> addresses;
        try {
            addresses =
                    parts.literal() != null
                            ? List.of(parts.literal())
                            : names.addresses(parts.host());
        } catch (UnknownHostException e) {
            return new Unresolved("The address's name cannot be found.");
        }
        if (addresses.isEmpty()) {
            return new Unresolved("The address's name cannot be found.");
        }
        // One that is not public is enough: which of them is called would be chance.
        if (!anywhere && !addresses.stream().allMatch(PublicAddresses::isPublic)) {
            return parts.literal() == null ? PRIVATE : new Forbidden(PRIVATE.why(), true);
        }
        return new Allowed(
                new CheckedTarget(
                        parts.tls(), parts.host(), parts.port(), parts.requestUri(), addresses));
    }

    private static void requirePublicForm(Parts parts) {
        if (!parts.tls()) {
            throw new Unfit("The address must begin with https://.");
        }
        if (parts.port() != 443 && (parts.port() < 1024 || BLOCKED_PORTS.contains(parts.port()))) {
            throw new Unfit("The address has a port that is not allowed.");
        }
        if (parts.literal() == null && !HostNames.mayBePublic(parts.host())) {
            throw new Unfit(PRIVATE.why());
        }
    }

    private static Parts parts(String url) {
        if (url.length() > LONGEST) {
            throw new Unfit("The address is longer than " + LONGEST + " characters.");
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new Unfit("The address is not a URL.");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String authority = uri.getRawAuthority();
        if (authority == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new Unfit("The address must begin with https://.");
        }
        if (authority.contains("@")) {
            throw new Unfit("The address must not carry a name or a password.");
        }
        boolean tls = scheme.equals("https");
        HostNames.HostPort at = HostNames.split(authority);
        String path = URI.create(url).toASCIIString();
        return new Parts(
                tls,
                at.host(),
                at.literal(),
                at.port() < 0 ? (tls ? 443 : 80) : at.port(),
                requestUri(path));
    }

    /** What follows the authority, up to a fragment. */
    private static String requestUri(String ascii) {
        String rest = ascii.substring(ascii.indexOf("//") + 2);
        int fragment = rest.indexOf('#');
        if (fragment >= 0) {
            rest = rest.substring(0, fragment);
        }
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) == '/') {
                return rest.substring(i);
            }
            if (rest.charAt(i) == '?') {
                return "/" + rest.substring(i);
            }
        }
        return "/";
    }

    private static String origin(String text) {
        try {
            return parts(text.strip()).origin();
        } catch (Unfit unfit) {
            throw new IllegalArgumentException("no origin is \"" + text + "\"", unfit);
        }
    }

    private record Parts(
            boolean tls, String host, @Nullable InetAddress literal, int port, String requestUri) {
        String origin() {
            return (tls ? "https://" : "http://") + host + ":" + port;
        }
    }

    /** A URL that no lookup could make right. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(String why) {
            super(why, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
