package io.sequence.venues.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.HeaderValue;
import io.sequence.venues.crypto.Hmac;
import io.sequence.venues.crypto.Secp256k1;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The CLOB's three signatures. Calls that make or derive keys carry the wallet's proof (L1); every
 * other call carries {@code base64url(HMAC-SHA256(base64url-decoded secret, seconds + METHOD + path
 * + body))}, the path without its query (L2); an order in the body that has no signature yet gets
 * the wallet's. The catalogue and the data host are public. Sources: "Authentication" and "Orders"
 * of the documentation and the vendor's clients, whose test vectors hold here.
 *
 * <p>An unsigned order may be given beside {@code negRisk} and {@code version}, which choose the
 * contract that it is signed for and are not sent.
 */
final class PolymarketSigner implements Signer {
    private static final String CREATE = "/auth/api-key";
    private static final String DERIVE = "/auth/derive-api-key";
    private static final Set<String> PLACING = Set.of("/order", "/orders");
    private static final Set<String> PUBLIC =
            Set.of(
                    "/",
                    "/ok",
                    "/time",
                    "/version",
                    "/book",
                    "/books",
                    "/price",
                    "/prices",
                    "/midpoint",
                    "/midpoints",
                    "/spread",
                    "/spreads",
                    "/tick-size",
                    "/neg-risk",
                    "/fee-rate",
                    "/last-trade-price",
                    "/last-trades-prices",
                    "/markets",
                    "/simplified-markets",
                    "/sampling-markets",
                    "/prices-history");

    @Override
    public WireRequest sign(WireRequest request, Credential given, Instant now, long nonce) {
        if (!request.host().equals(PolymarketProfile.CLOB)) {
            return request;
        }
        Credential credential = flattened(given);
        String method = request.method();
        if (request.path().equals(DERIVE) || request.path().equals(CREATE) && is("POST", method)) {
            return typed(request).withHeaders(walletProof(credential, now, nonce));
        }
        if (PUBLIC.contains(request.path()) && !isWhole(credential)) {
            return request;
        }
        String address = address(credential);
        WireRequest complete =
                PLACING.contains(request.path()) && is("POST", method)
                        ? request.withBody(withSignatures(request.body(), credential, now, nonce))
                        : request;
        return typed(complete).withHeaders(hmac(complete, method, address, credential, now));
    }

    @Override
    public boolean noncesChooseKeys() {
        return true;
    }

    /** Whether calls can be signed with it: by the key set, for the wallet that it belongs to. */
    private static boolean isWhole(Credential credential) {
        return has(credential, PolymarketProfile.L2_KEY)
                && has(credential, PolymarketProfile.SIGNER_KEY);
    }

    private static WireRequest typed(WireRequest request) {
        return request.body().isEmpty()
                ? request
                : request.withHeaders(Map.of("Content-Type", "application/json"));
    }

    private static Map<String, String> walletProof(Credential credential, Instant now, long nonce) {
        String address = address(credential);
        String seconds = Long.toString(now.getEpochSecond());
        String counter = Long.toUnsignedString(nonce);
        var headers = new LinkedHashMap<String, String>();
        headers.put("POLY_ADDRESS", address);
        headers.put(
                "POLY_SIGNATURE",
                PolymarketTypedData.proof(
                        credential.field(PolymarketProfile.SIGNER_KEY),
                        PolymarketProfile.SIGNER_KEY,
                        address,
                        PolymarketExchange.POLYGON,
                        seconds,
                        counter));
        headers.put("POLY_TIMESTAMP", seconds);
        headers.put("POLY_NONCE", counter);
        return headers;
    }

    private static Map<String, String> hmac(
            WireRequest request,
            String method,
            String address,
            Credential credential,
            Instant now) {
        String seconds = Long.toString(now.getEpochSecond());
        String prehash = seconds + method + request.path() + request.body();
        byte[] hash =
                Hmac.sha256WithBase64UrlKey(
                        credential.field(PolymarketProfile.L2_SECRET),
                        PolymarketProfile.L2_SECRET,
                        prehash.getBytes(StandardCharsets.UTF_8));
        var headers = new LinkedHashMap<String, String>();
        headers.put("POLY_ADDRESS", address);
        headers.put("POLY_SIGNATURE", Encoding.base64(hash).replace('+', '-').replace('/', '_'));
        headers.put("POLY_TIMESTAMP", seconds);
        headers.put("POLY_API_KEY", HeaderValue.of(credential, PolymarketProfile.L2_KEY));
        headers.put("POLY_PASSPHRASE", HeaderValue.of(credential, PolymarketProfile.L2_PASSPHRASE));
        return headers;
    }

    /** A body of one order or of several; signed ones and what is no order stay as they are. */
    private static String withSignatures(
            String body, Credential credential, Instant now, long nonce) {
        Optional<JsonNode> json = Json.parse(body);
        if (json.isPresent() && json.get() instanceof ObjectNode one && isUnsigned(one)) {
            return Json.write(signed(one, credential, now, nonce));
        }
        if (json.isPresent() && json.get() instanceof ArrayNode all && anyUnsigned(all)) {
            ArrayNode signed = all.arrayNode();
            all.forEach(
                    one ->
                            signed.add(
                                    isUnsigned(one)
                                            ? signed((ObjectNode) one, credential, now, nonce)
                                            : one));
            return Json.write(signed);
        }
        return body;
    }

    private static boolean anyUnsigned(ArrayNode all) {
        for (JsonNode one : all) {
            if (isUnsigned(one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnsigned(JsonNode one) {
        return one.path("order").isObject()
                && Json.textOrNull(one.path("order"), "signature") == null;
    }

    private static ObjectNode signed(
            ObjectNode given, Credential credential, Instant now, long nonce) {
        var wallet = PolymarketWallet.of(credential, address(credential));
        ObjectNode whole = given.deepCopy();
        ObjectNode order = (ObjectNode) whole.get("order");
        order.remove("signature");
        wallet.complete(order, now, nonce);
        PolymarketExchange exchange =
                PolymarketExchange.of(
                        whole.path("version").asInt(2), whole.path("negRisk").asBoolean(false));
        whole.remove("version");
        whole.remove("negRisk");
        if (!whole.hasNonNull("owner")) {
            whole.put("owner", HeaderValue.of(credential, PolymarketProfile.L2_KEY));
        }
        order.put(
                "signature",
                PolymarketTypedData.signature(
                        credential.field(PolymarketProfile.SIGNER_KEY),
                        PolymarketProfile.SIGNER_KEY,
                        order,
                        exchange));
        return whole;
    }

    /** The wallet that signs, in the form that the venue compares by letter. */
    private static String address(Credential credential) {
        if (!has(credential, PolymarketProfile.SIGNER_KEY)) {
            throw new CredentialUnusable(
                    PolymarketProfile.SIGNER_KEY, PolymarketProfile.SIGNER_MISSING);
        }
        return Secp256k1.checksummedAddress(
                credential.field(PolymarketProfile.SIGNER_KEY), PolymarketProfile.SIGNER_KEY);
    }

    /** A field that is there and not blank; the documented endpoint sends blank ones. */
    static boolean has(Credential credential, String field) {
        Secret secret = credential.fields().get(field);
        return secret != null && !secret.openText(SecretAccess.granted()).isBlank();
    }

    /** The same credential with what {@code extra_json} holds in fields of their own. */
    static Credential flattened(Credential given) {
        Secret extra = given.fields().get(PolymarketProfile.EXTRA);
        Optional<JsonNode> json =
                extra == null
                        ? Optional.empty()
                        : Json.parse(extra.openText(SecretAccess.granted()));
        if (json.isEmpty()) {
            return given;
        }
        var fields = new HashMap<>(given.fields());
        for (String name : PolymarketProfile.EXTRA_FIELDS) {
            String text = Json.textOrNull(json.get(), name);
            if (text != null && !has(given, name)) {
                fields.put(name, Secret.of(text));
            }
        }
        return new Credential(given.venue(), given.host(), fields);
    }

    private static boolean is(String wanted, String method) {
        return wanted.equals(method);
    }
}
