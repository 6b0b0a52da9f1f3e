package io.sequence.venues.okx;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.HeaderValue;
import io.sequence.venues.crypto.Hmac;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;

/**
 * HMAC-SHA256 in Base64 over {@code timestamp + METHOD + path?query + body}. Source: OKX docs-v5,
 * "REST Authentication".
 */
final class OkxSigner implements Signer {
    @Override
    public WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce) {
        String timestamp = timestamp(now);
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

    /**
     * ISO-8601 with exactly three digits after the second: {@code Instant.toString} drops zeros,
     * which breaks some signatures, and a formatter takes longer than the signature.
     */
    private static String timestamp(Instant now) {
        OffsetDateTime utc = now.atOffset(ZoneOffset.UTC);
        var text = new StringBuilder(24);
        padded(text, utc.getYear(), 1000).append('-');
        padded(text, utc.getMonthValue(), 10).append('-');
        padded(text, utc.getDayOfMonth(), 10).append('T');
        padded(text, utc.getHour(), 10).append(':');
        padded(text, utc.getMinute(), 10).append(':');
        padded(text, utc.getSecond(), 10).append('.');
        return padded(text, utc.getNano() / 1_000_000, 100).append('Z').toString();
    }

    private static StringBuilder padded(StringBuilder text, int number, int digit) {
        for (int place = digit; place > 1 && number < place; place /= 10) {
            text.append('0');
        }
        return text.append(number);
    }
}
