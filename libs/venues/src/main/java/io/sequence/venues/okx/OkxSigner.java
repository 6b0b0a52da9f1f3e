package io.sequence.venues.okx;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.HeaderValue;
import io.sequence.venues.crypto.Hmac;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;

/**
 * HMAC-SHA256 in Base64 over {@code timestamp + METHOD + path?query + body}. Source: OKX docs-v5,
 * "REST Authentication".
 */
final class OkxSigner implements Signer {
    /** Exactly three digits: {@code Instant.toString} drops zeros, which breaks some signatures. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce) {
        String timestamp = TIMESTAMP.format(now);
        String prehash = timestamp + request.method() + request.target() + request.body();
        var headers = new LinkedHashMap<String, String>();
        headers.put("OK-ACCESS-KEY", HeaderValue.of(credential, "api_key"));
        headers.put(
                "OK-ACCESS-SIGN",
                Encoding.base64(Hmac.sha256(credential.field("api_secret"), prehash)));
        headers.put("OK-ACCESS-TIMESTAMP", timestamp);
        headers.put("OK-ACCESS-PASSPHRASE", HeaderValue.of(credential, "passphrase"));
        headers.put("Content-Type", "application/json");
        if (request.host().equals(OkxProfile.DEMO)) {
            headers.put("x-simulated-trading", "1");
        }
        return request.withHeaders(headers);
    }
}
