package io.sequence.simulator.pushservice;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueCall;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who calls: {@code Authorization: vapid t=<JWT>, k=<public key>} (RFC 8292). */
final class VapidToken {
    private static final Pattern TOKEN = Pattern.compile("\\bt=([A-Za-z0-9_.-]+)");
    private static final Pattern KEY = Pattern.compile("\\bk=([A-Za-z0-9_-]+)");
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private VapidToken() {}

    /** A call that is not believed. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;

        Refused(int status, String words) {
            super(words, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /**
     * Checks it.
     *
     * @param onlyKey whose calls are believed alone; null for anybody's
     * @throws Refused with 401 when it is missing or wrong, 403 when it is somebody else's
     */
    static void check(VenueCall call, @Nullable String onlyKey) {
        String header = call.header("authorization");
        if (header == null || !header.regionMatches(true, 0, "vapid ", 0, 6)) {
            throw new Refused(401, "Authorization: vapid is missing");
        }
        Matcher token = TOKEN.matcher(header);
        Matcher key = KEY.matcher(header);
        if (!token.find() || !key.find()) {
            throw new Refused(401, "t= or k= is missing");
        }
        String[] parts = token.group(1).split("\\.", -1);
        if (parts.length != 3) {
            throw new Refused(401, "the token is no JWT");
        }
        if (!isSigned(parts, key.group(1))) {
            throw new Refused(401, "the token's signature is wrong");
        }
        claims(call, parts);
        if (onlyKey != null && !onlyKey.equals(key.group(1))) {
            throw new Refused(403, "the browser subscribed with another key");
        }
    }

    private static void claims(VenueCall call, String[] parts) {
        JsonNode head = Json.read(text(parts[0]));
        JsonNode claims = Json.read(text(parts[1]));
        if (head == null || claims == null || !head.path("alg").asText().equals("ES256")) {
            throw new Refused(401, "the token is not ES256");
        }
        long left = claims.path("exp").asLong() - call.now().getEpochSecond();
        if (left <= 0 || left > DAY) {
            throw new Refused(401, "exp is past, or more than a day ahead");
        }
        if (!claims.path("aud").asText().equals("http://" + call.host())) {
            throw new Refused(401, "aud is not this origin");
        }
        String subject = claims.path("sub").asText("");
        if (!subject.isEmpty() && !subject.matches("(mailto:|https://).+")) {
            throw new Refused(401, "sub is no mailto: or https:");
        }
    }

    private static boolean isSigned(String[] parts, String key) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(Points.key(Base64.getUrlDecoder().decode(key)));
            verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String text(String part) {
        try {
            return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
