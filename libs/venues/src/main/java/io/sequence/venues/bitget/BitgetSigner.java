package io.sequence.venues.bitget;

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
 * {@code timestamp + METHOD + path?query + body} with the query un-escaped: HMAC-SHA256 in Base64
 * for keys that Bitget made, RSA-SHA256 in Base64 for keys whose secret is a PEM. Headers that the
 * request brings, such as {@code PAPTRADING} for demo trading, stay and are not signed. Source:
 * Bitget API documentation, "Signature" and "Demo trading"; the un-escaped query as ccxt 4.5.84
 * signs it.
 */
final class BitgetSigner implements Signer {
    @Override
    public WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce) {
        String timestamp = Long.toString(now.toEpochMilli());
        String query = request.query().isEmpty() ? "" : "?" + RawQuery.of(request.query());
        String prehash = timestamp + request.method() + request.path() + query + request.body();
        var headers = new LinkedHashMap<String, String>();
        headers.put("ACCESS-KEY", HeaderValue.of(credential, "api_key"));
        headers.put("ACCESS-SIGN", signature(credential.field("api_secret"), prehash));
        headers.put("ACCESS-TIMESTAMP", timestamp);
        headers.put("ACCESS-PASSPHRASE", HeaderValue.of(credential, "passphrase"));
        headers.put("Content-Type", "application/json");
        headers.put("locale", "en-US");
        return request.withHeaders(headers);
    }

    private static String signature(Secret secret, String prehash) {
        byte[] message = prehash.getBytes(StandardCharsets.UTF_8);
        return Encoding.base64(
                RsaSha256.isPem(secret)
                        ? RsaSha256.sign(secret, "api_secret", message)
                        : Hmac.sha256(secret, message));
    }
}
