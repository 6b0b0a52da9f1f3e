package io.sequence.venues.coinbase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.EcdsaP256;
import io.sequence.venues.crypto.Ed25519;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.KeyKind;
import io.sequence.venues.crypto.PastedKey;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;

/**
 * Coinbase's {@code Authorization: Bearer <jwt>}, made for one method and path: header {@code
 * {alg,kid,nonce,typ}}, claims {@code {sub,iss,nbf,exp,uri}} in this order, {@code nbf} the clock
 * in whole seconds and {@code exp} 120 s later. {@code uri} never holds the query, and the body is
 * not covered. An EC key on P-256 signs ES256 (64 bytes, not DER, with the nonce of RFC 6979), an
 * Ed25519 key signs EdDSA; what the key is, its own bytes say.
 *
 * <p>The header's {@code nonce}, which the venue wants random, is the nonce given, as sixteen
 * digits of lower-case hexadecimal: it differs from call to call and the signer stays pure. Source:
 * the venue's "API key authentication" and its own client libraries.
 */
final class CoinbaseSigner implements Signer {
    /** The venue checks its public name, whichever of its hosts is asked. */
    private static final String HOST = "api.coinbase.com";

    private static final long LIFE_SECONDS = 120;
    private static final String SECRET = "api_secret";

    @Override
    public WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce) {
        Secret secret = credential.field(SECRET);
        boolean edwards = PastedKey.kindOf(secret) == KeyKind.ED25519;
        String keyName = keyName(credential);
        String input =
                Encoding.base64Url(Json.write(header(edwards, keyName, nonce)))
                        + "."
                        + Encoding.base64Url(Json.write(claims(keyName, now, request)));
        byte[] message = input.getBytes(StandardCharsets.US_ASCII);
        byte[] signature =
                edwards
                        ? Ed25519.sign(secret, SECRET, message)
                        : EcdsaP256.sign(secret, SECRET, message);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + input + "." + Encoding.base64Url(signature));
        headers.put("Content-Type", "application/json");
        return request.withHeaders(headers);
    }

    private static ObjectNode header(boolean edwards, String keyName, long nonce) {
        return Json.object()
                .put("alg", edwards ? "EdDSA" : "ES256")
                .put("kid", keyName)
                .put("nonce", "%016x".formatted(nonce))
                .put("typ", "JWT");
    }

    private static ObjectNode claims(String keyName, Instant now, WireRequest request) {
        long seconds = now.getEpochSecond();
        return Json.object()
                .put("sub", keyName)
                .put("iss", "cdp")
                .put("nbf", seconds)
                .put("exp", seconds + LIFE_SECONDS)
                .put(
                        "uri",
                        request.method().toUpperCase(Locale.ROOT) + " " + HOST + request.path());
    }

    private static String keyName(Credential credential) {
        String name = credential.field("api_key").openText(SecretAccess.granted());
        if (name.isBlank()) {
            throw new CredentialUnusable("api_key", "is empty");
        }
        return name;
    }
}
