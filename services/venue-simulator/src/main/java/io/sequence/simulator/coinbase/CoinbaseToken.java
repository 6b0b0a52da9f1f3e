package io.sequence.simulator.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueCall;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JWT that a request brings in {@code Authorization: Bearer …}. Source: CDP documents, "API key
 * authentication"; the layouts of other clients, {@code coinbase-cloud} as issuer and {@code uris}
 * as a list of one, are taken too.
 */
final class CoinbaseToken {

    private static final String BEARER = "Bearer ";
    private static final String API = "api.coinbase.com";
    private static final long LONGEST_LIFE = 120;
    private static final Set<String> ISSUERS = Set.of("cdp", "coinbase-cloud");

    private final String signed;
    private final byte[] signature;
    private final JsonNode header;
    private final JsonNode claims;

    private CoinbaseToken(String signed, byte[] signature, JsonNode header, JsonNode claims) {
        this.signed = signed;
        this.signature = signature;
        this.header = header;
        this.claims = claims;
    }

    /** The token of a request, unchecked; null when it brings none that can be read. */
    static @Nullable CoinbaseToken in(VenueCall call) {
        String authorization = call.header("authorization");
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return null;
        }
        String[] parts = authorization.substring(BEARER.length()).strip().split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            JsonNode header = object(decoder.decode(parts[0]));
            JsonNode claims = object(decoder.decode(parts[1]));
            return header == null || claims == null
                    ? null
                    : new CoinbaseToken(
                            parts[0] + '.' + parts[1], decoder.decode(parts[2]), header, claims);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static @Nullable JsonNode object(byte[] json) {
        JsonNode node = Json.read(new String(json, StandardCharsets.UTF_8));
        return node != null && node.isObject() ? node : null;
    }

    /** The name of the key that it says it was signed with. */
    String keyName() {
        return header.path("kid").asText("");
    }

    /** Whether issuer, subject and life are as documented; the clock is left aside. */
    boolean wellFormed() {
        JsonNode from = claims.path("nbf");
        JsonNode to = claims.path("exp");
        boolean lives =
                from.canConvertToLong()
                        && to.canConvertToLong()
                        && to.longValue() > from.longValue()
                        && to.longValue() - from.longValue() <= LONGEST_LIFE;
        return lives
                && keyName().equals(claims.path("sub").asText())
                && ISSUERS.contains(claims.path("iss").asText())
                && "JWT".equals(header.path("typ").asText("JWT"));
    }

    /** Whether it is good at {@code now}. */
    boolean timely(Instant now) {
        return claims.path("nbf").longValue() <= now.getEpochSecond()
                && now.getEpochSecond() < claims.path("exp").longValue();
    }

    /**
     * Whether it is for this request: method, host and path, without the query. The host is the
     * venue's, or the address under which the simulator itself was called, as clients sign that
     * take the host from the address they send to.
     */
    boolean names(VenueCall call) {
        JsonNode list = claims.path("uris");
        String uri =
                claims.path("uri").isTextual()
                        ? claims.path("uri").textValue()
                        : list.size() == 1 ? list.path(0).asText() : "";
        String lead = call.method() + ' ';
        if (uri.equals(lead + API + call.path())) {
            return true;
        }
        String own = call.headers().getOrDefault("host", API) + '/' + CoinbaseVenue.ID;
        String place = uri.startsWith(lead) ? uri.substring(lead.length()) : "";
        return Set.of(own + call.path(), own + '/' + call.host() + call.path())
                .contains(place.replaceFirst("^https?://", ""));
    }

    /** Whether the private half of {@code key} signed it: ES256 as raw {@code r || s}, or EdDSA. */
    boolean signedWith(ApiKey key) {
        boolean edwards = key.type() == KeyType.ED25519;
        String publicKey = key.publicKey();
        if (publicKey == null || !header.path("alg").asText().equals(edwards ? "EdDSA" : "ES256")) {
            return false;
        }
        try {
            Signature verifier =
                    Signature.getInstance(edwards ? "Ed25519" : "SHA256withECDSAinP1363Format");
            verifier.initVerify(
                    KeyFactory.getInstance(edwards ? "Ed25519" : "EC")
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }
}
