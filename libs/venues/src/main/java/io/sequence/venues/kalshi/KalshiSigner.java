package io.sequence.venues.kalshi;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.HeaderValue;
import io.sequence.venues.crypto.RsaPss;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * RSA-PSS (SHA-256, MGF1 with SHA-256, 32 bytes of salt) in Base64 over {@code timestamp + METHOD +
 * path}: milliseconds, the whole path with {@code /trade-api/v2}, neither query nor body. Source:
 * docs.kalshi.com, "API keys".
 *
 * <p>The salt comes from key and message, so the same request signs to the same bytes; any salt
 * verifies.
 */
final class KalshiSigner implements Signer {
    @Override
    public WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce) {
        String timestamp = Long.toString(now.toEpochMilli());
        byte[] message =
                (timestamp + request.method() + request.path()).getBytes(StandardCharsets.UTF_8);
        var headers = new LinkedHashMap<String, String>();
        headers.put("KALSHI-ACCESS-KEY", HeaderValue.of(credential, "api_key"));
        headers.put(
                "KALSHI-ACCESS-SIGNATURE",
                Encoding.base64(
                        RsaPss.sign(credential.field("api_secret"), "api_secret", message)));
        headers.put("KALSHI-ACCESS-TIMESTAMP", timestamp);
        // Some paths refuse a POST without it, even one without a body.
        if (!request.body().isEmpty() || request.method().equals("POST")) {
            headers.put("Content-Type", "application/json");
        }
        return request.withHeaders(headers);
    }
}
