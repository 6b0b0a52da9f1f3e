package io.sequence.venues.kraken;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.HeaderValue;
import io.sequence.venues.crypto.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/**
 * Kraken's headers: {@code API-Sign = base64(HMAC-SHA512(base64decode(privateKey), path ‖
 * SHA256(nonce ‖ body)))} with the nonce as decimal text, which also leads the form body. Source:
 * the exchange guide, "REST authentication".
 */
final class KrakenSigner implements Signer {
    private static final Pattern FORM_NONCE = Pattern.compile("(?<=^|&)nonce=[^&]*");
    private static final Pattern JSON_NONCE =
            Pattern.compile("\"nonce\"\\s*:\\s*(\"[^\"]*\"|[0-9]+)");

    /** The venue asks its clients to name themselves. */
    private static final String USER_AGENT = "sequence-connect/1.0";

    @Override
    public WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce) {
        boolean json = request.body().stripLeading().startsWith("{");
        String number = Long.toUnsignedString(nonce);
        String body = json ? jsonBody(request.body(), number) : formBody(request.body(), number);
        var headers = new LinkedHashMap<String, String>();
        headers.put("API-Key", HeaderValue.of(credential, "api_key"));
        headers.put(
                "API-Sign",
                Encoding.base64(
                        Hmac.sha512WithBase64Key(
                                credential.field("api_secret"),
                                "api_secret",
                                message(request.path(), number, body))));
        headers.put(
                "Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
        headers.put("User-Agent", USER_AGENT);
        return request.withBody(body).withHeaders(headers);
    }

    @Override
    public boolean signsForms() {
        return true;
    }

    @Override
    public boolean signsNoClock() {
        return true;
    }

    private static byte[] message(String path, String nonce, String body) {
        byte[] start = path.getBytes(StandardCharsets.UTF_8);
        byte[] hash = Encoding.sha256(nonce + body);
        byte[] message = Arrays.copyOf(start, start.length + hash.length);
        System.arraycopy(hash, 0, message, start.length, hash.length);
        return message;
    }

    /** The nonce leads, unless the body has a place for it already. */
    private static String formBody(String body, String nonce) {
        if (body.isEmpty()) {
            return "nonce=" + nonce;
        }
        // Without the word there is no place to look for.
        var place = body.contains("nonce=") ? FORM_NONCE.matcher(body) : null;
        return place != null && place.find()
                ? place.replaceFirst("nonce=" + nonce)
                : "nonce=" + nonce + "&" + body;
    }

    private static String jsonBody(String body, String nonce) {
        String member = "\"nonce\":\"" + nonce + "\"";
        var place = JSON_NONCE.matcher(body);
        if (place.find()) {
            return place.replaceFirst(member);
        }
        String rest = body.strip().substring(1).stripLeading();
        return "{" + member + (rest.startsWith("}") ? "" : ",") + rest;
    }
}
