package io.sequence.venues.kucoin;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.HeaderValue;
import io.sequence.venues.crypto.Hmac;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;

/**
 * KuCoin's headers: {@code base64(HMAC-SHA256(secret, timestamp + METHOD + path?query + body))},
 * and the passphrase hashed with the same secret, as key versions 2 and 3 both want it. The secret
 * is used as text, although it looks like a UUID. Source: the classic REST documentation,
 * "Authentication", and the vendor's universal SDK.
 */
final class KuCoinSigner implements Signer {
    /** New keys are of version 3; version 2 is computed alike, version 1 was retired in 2021. */
    private static final String KEY_VERSION = "3";

    @Override
    public WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce) {
        Secret secret = credential.field("api_secret");
        String timestamp = Long.toString(now.toEpochMilli());
        String prehash =
                timestamp
                        + request.method().toUpperCase(Locale.ROOT)
                        + request.target()
                        + request.body();
        var headers = new LinkedHashMap<String, String>();
        headers.put("KC-API-KEY", HeaderValue.of(credential, "api_key"));
        headers.put("KC-API-SIGN", Encoding.base64(Hmac.sha256(secret, prehash)));
        headers.put("KC-API-TIMESTAMP", timestamp);
        headers.put("KC-API-PASSPHRASE", passphrase(credential, secret));
        headers.put("KC-API-KEY-VERSION", KEY_VERSION);
        // Wanted on every call, even on those without a body: 415000 otherwise.
        headers.put("Content-Type", "application/json");
        return request.withHeaders(headers);
    }

    private static String passphrase(Credential credential, Secret secret) {
        byte[] plain = credential.field("passphrase").open(SecretAccess.granted());
        try {
            return Encoding.base64(Hmac.sha256(secret, plain));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
