package io.sequence.venues.binance;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Ed25519;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.HeaderValue;
import io.sequence.venues.crypto.Hmac;
import io.sequence.venues.crypto.PastedKey;
import io.sequence.venues.crypto.RsaSha256;
import io.sequence.venues.transport.Query;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Query and form body joined without a separator, signed, and the signature as the last parameter
 * of the body (of the query when there is no body): HMAC-SHA256 in hexadecimal for keys that the
 * venue made, RSA (PKCS#1 v1.5 over SHA-256) or Ed25519 in percent-encoded Base64 for keys whose
 * private half the user keeps. {@code timestamp} (milliseconds) and {@code recvWindow} are added
 * where they are absent. What is not ASCII is percent-encoded before it is signed and goes out so.
 * Source: binance-spot-api-docs, rest-api.md, "SIGNED Endpoint Examples for POST /api/v3/order";
 * USDⓈ-M general info; binance-us-api-docs, rest-api.md.
 */
final class BinanceSigner implements Signer {
    private static final String FIELD = "api_secret";
    private static final String RECV_WINDOW = "recvWindow=";
    private static final String RECV_WINDOW_MS = "5000";

    /** How the Base64 of an Ed25519 key in PKCS#8 begins (RFC 8410, section 7). */
    private static final byte[] BARE_ED25519 =
            "MC4CAQAwBQYDK2Vw".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] FRAME = "-----".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_SHARED = 128;

    private final boolean ownKeys;

    /**
     * A signer of one venue.
     *
     * @param ownKeys whether the venue knows keys whose private half the user made
     */
    BinanceSigner(boolean ownKeys) {
        this.ownKeys = ownKeys;
    }

    @Override
    public WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce) {
        String query = Query.ascii(request.query());
        String body = Query.ascii(request.body());
        String added = added(query, body, now);
        if (body.isEmpty()) {
            query = joined(query, added);
        } else {
            body = joined(body, added);
        }
        String signature = "signature=" + signature(credential.field(FIELD), query + body);
        String key = HeaderValue.of(credential, "api_key");
        return new WireRequest(
                request.host(),
                request.method(),
                request.path(),
                body.isEmpty() ? joined(query, signature) : query,
                headers(request.headers(), key, body),
                body.isEmpty() ? body : joined(body, signature),
                request.weight());
    }

    @Override
    public boolean signsForms() {
        return true;
    }

    private static Map<String, String> headers(Map<String, String> own, String key, String body) {
        var headers = new LinkedHashMap<String, String>(own);
        headers.put("X-MBX-APIKEY", key);
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        }
        return headers;
    }

    private static String added(String query, String body, Instant now) {
        boolean timed = has(query, "timestamp=") || has(body, "timestamp=");
        boolean bounded = has(query, RECV_WINDOW) || has(body, RECV_WINDOW);
        String timestamp = timed ? "" : "timestamp=" + now.toEpochMilli();
        return bounded ? timestamp : joined(timestamp, RECV_WINDOW + RECV_WINDOW_MS);
    }

    /** Whether a form has a parameter, its name given with the sign after it. */
    private static boolean has(String form, String name) {
        for (int at = form.indexOf(name); at >= 0; at = form.indexOf(name, at + 1)) {
            if (at == 0 || form.charAt(at - 1) == '&') {
                return true;
            }
        }
        return false;
    }

    private static String joined(String form, String more) {
        return form.isEmpty() || more.isEmpty() ? form + more : form + "&" + more;
    }

    private String signature(Secret secret, String payload) {
        byte[] message = payload.getBytes(StandardCharsets.UTF_8);
        if (isShared(secret)) {
            return Encoding.hex(Hmac.sha256(secret, message));
        }
        return switch (PastedKey.kindOf(secret)) {
            case RSA -> sendable(RsaSha256.sign(own(secret), FIELD, message));
            case ED25519 -> sendable(Ed25519.sign(own(secret), FIELD, message));
            case NOT_A_KEY -> {
                if (RsaSha256.isPem(secret)) {
                    throw new CredentialUnusable(FIELD, "is not a readable PEM private key");
                }
                yield Encoding.hex(Hmac.sha256(secret, message));
            }
            case PUBLIC ->
                    throw new CredentialUnusable(
                            FIELD, "is the public half of a key; the private half signs");
            case ENCRYPTED ->
                    throw new CredentialUnusable(FIELD, "is a private key that a password guards");
            case EC_P256, EC_OTHER ->
                    throw new CredentialUnusable(
                            FIELD, "is an EC private key; the venue knows RSA and Ed25519 only");
        };
    }

    private Secret own(Secret secret) {
        if (!ownKeys) {
            throw new CredentialUnusable(
                    FIELD, "is a private key; the venue knows shared secrets only");
        }
        return secret;
    }

    /**
     * Whether this can only be a secret that the venue made: nothing in it is a sign of Base64 or
     * of PEM. It is asked first, because some of those also read as Base64 of an Ed25519 seed.
     */
    private static boolean isShared(Secret secret) {
        byte[] text = secret.open(SecretAccess.granted());
        try {
            for (byte c : text) {
                if (c <= ' ' || c == '+' || c == '/' || c == '=' || c == '\\') {
                    return false;
                }
            }
            return text.length <= LONGEST_SHARED
                    && !startsWith(text, BARE_ED25519)
                    && !startsWith(text, FRAME);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static boolean startsWith(byte[] text, byte[] start) {
        return text.length >= start.length
                && Arrays.equals(text, 0, start.length, start, 0, start.length);
    }

    /** Base64 holds {@code +}, {@code /} and {@code =}, which must be percent-encoded. */
    private static String sendable(byte[] signature) {
        return Query.encoded(Encoding.base64(signature));
    }
}
