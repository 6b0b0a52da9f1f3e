package io.sequence.venues.cryptocom;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.Hmac;
import io.sequence.vocabulary.SecretAccess;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Crypto.com's JSON body: {@code sig = hex(HMAC-SHA256(secret, method + id + api_key + paramString
 * + nonce))}. The body may be given whole, in part, as bare {@code params} or empty: {@code
 * method}, {@code id}, {@code params} and {@code nonce} are kept where they stand, else the method
 * is the path's, {@code params} is {@code {}}, and {@code id} and {@code nonce} are the nonce
 * given. Anything but a POST is a public call and goes out as it is. Source: the Exchange v1
 * documentation, "Digital Signature" and "Requests".
 */
final class CryptoComSigner implements Signer {
    private static final Pattern METHOD_IN_PATH =
            Pattern.compile("(?:^|/)((?:private|public)/.*)$");

    @Override
    public boolean signsNoClock() {
        return true;
    }

    @Override
    public WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce) {
        if (!request.method().equalsIgnoreCase("POST")) {
            return request;
        }
        String apiKey = apiKey(credential);
        String number = Long.toUnsignedString(nonce);
        CryptoComEnvelope envelope =
                CryptoComEnvelope.read(request.body())
                        .orNumber("id", number)
                        .orText("method", () -> method(request.path()))
                        .orParams()
                        .text("api_key", apiKey);
        String payload =
                envelope.spelled("method", "")
                        + envelope.spelled("id", "")
                        + apiKey
                        + envelope.spelled("params", "")
                        + envelope.spelled("nonce", number);
        String signature = Encoding.hex(Hmac.sha256(credential.field("api_secret"), payload));
        return request.withBody(envelope.text("sig", signature).orNumber("nonce", number).json())
                .withHeaders(Map.of("Content-Type", "application/json"));
    }

    private static String apiKey(Credential credential) {
        String text = credential.field("api_key").openText(SecretAccess.granted());
        if (text.isBlank()) {
            throw new CredentialUnusable("api_key", "is empty");
        }
        return text;
    }

    private static String method(String path) {
        Matcher found = METHOD_IN_PATH.matcher(path);
        return found.find() ? found.group(1) : path.substring(1);
    }
}
