package io.sequence.venues.bitmart;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.HeaderValue;
import io.sequence.venues.crypto.Hmac;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * {@code X-BM-SIGN = hex(HMAC-SHA256(secret, timestamp + "#" + memo + "#" + (query or body)))},
 * neither path nor method. The memo is read from {@code memo}, else from {@code passphrase}, else
 * from the member {@code memo} of {@code extra_json}: other products name it so. Source: BitMart
 * API documentation, "Signature".
 */
final class BitMartSigner implements Signer {
    @Override
    public WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce) {
        String timestamp = Long.toString(now.toEpochMilli());
        String payload =
                switch (request.method()) {
                    case "GET", "DELETE" -> request.query();
                    default -> request.body();
                };
        String prehash = timestamp + "#" + memo(credential) + "#" + payload;
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-BM-KEY", HeaderValue.of(credential, "api_key"));
        headers.put("X-BM-TIMESTAMP", timestamp);
        headers.put(
                "X-BM-SIGN", Encoding.hex(Hmac.sha256(credential.field("api_secret"), prehash)));
        headers.put("Content-Type", "application/json");
        return request.withHeaders(headers);
    }

    private static String memo(Credential credential) {
        return given(credential, "memo")
                .or(() -> given(credential, "passphrase"))
                .or(() -> credential.optionalField("extra_json").flatMap(BitMartSigner::member))
                .orElseThrow(() -> new CredentialUnusable("memo", "is missing"));
    }

    private static Optional<String> given(Credential credential, String field) {
        return credential
                .optionalField(field)
                .map(secret -> secret.openText(SecretAccess.granted()))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> member(Secret extra) {
        return Json.parse(extra.openText(SecretAccess.granted()))
                .map(json -> json.path("memo"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }
}
