package io.sequence.venues.bybit;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.HeaderValue;
import io.sequence.venues.crypto.Hmac;
import io.sequence.venues.crypto.RsaSha256;
import io.sequence.vocabulary.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * {@code timestamp + key + recv window + (query or body)}, neither path nor method: HMAC-SHA256 in
 * hexadecimal for keys that Bybit made, RSA-SHA256 in Base64 for keys whose secret is a PEM.
 * Source: Bybit V5 guide, "Authentication".
 */
final class BybitSigner implements Signer {
    private static final String RECV_WINDOW_MS = "5000";

    @Override
    public WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce) {
        String timestamp = Long.toString(now.toEpochMilli());
        String key = HeaderValue.of(credential, "api_key");
        String signed = request.method().equals("GET") ? request.query() : request.body();
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-BAPI-API-KEY", key);
        headers.put("X-BAPI-TIMESTAMP", timestamp);
        headers.put("X-BAPI-RECV-WINDOW", RECV_WINDOW_MS);
        headers.put(
                "X-BAPI-SIGN",
                signature(
                        credential.field("api_secret"), timestamp + key + RECV_WINDOW_MS + signed));
        headers.put("Content-Type", "application/json");
        return request.withHeaders(headers);
    }

    private static String signature(Secret secret, String prehash) {
        byte[] message = prehash.getBytes(StandardCharsets.UTF_8);
        return RsaSha256.isPem(secret)
                ? Encoding.base64(RsaSha256.sign(secret, "api_secret", message))
                : Encoding.hex(Hmac.sha256(secret, message));
    }
}
