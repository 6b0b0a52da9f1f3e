package io.sequence.venues.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.RequestUnusable;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Eip712;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.Keccak;
import io.sequence.venues.crypto.MsgPack;
import io.sequence.venues.crypto.Secp256k1;
import io.sequence.venues.crypto.Secp256k1.Signature;
import io.sequence.venues.transport.Json;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signs {@code POST /exchange}; {@code POST /info} is public and goes out as it is.
 *
 * <p>An action's hash is {@code keccak256(msgpack(action) ‖ nonce ‖ 00 or 01 ‖ vault [‖ 00 ‖
 * expiresAfter])}, signed as the {@code connectionId} of an EIP-712 {@code Agent} whose {@code
 * source} tells the network. Members keep the order in which they are given, since the venue packs
 * them in the order that it documents; addresses inside are lower case, since the venue packs them
 * so. The given body is an action alone, or {@code {"action":{…}}} with or without {@code nonce},
 * {@code vaultAddress} and {@code expiresAfter}; what it holds counts before the nonce and the
 * credential's vault. Sources: the exchange endpoint's documentation and the vendor's SDK, whose
 * test vectors hold here.
 */
final class HyperliquidSigner implements Signer {
    static final String EXCHANGE = "/exchange";

    private static final byte[] DOMAIN =
            Eip712.domainSeparator("Exchange", "1", 1337, "0x" + "0".repeat(40));
    private static final Eip712.Type AGENT =
            Eip712.type("Agent(string source,bytes32 connectionId)");
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

    @Override
    public WireRequest sign(WireRequest request, Credential credential, Instant now, long nonce) {
        WireRequest typed = request.withHeaders(Map.of("Content-Type", "application/json"));
        return request.path().equals(EXCHANGE)
                ? typed.withBody(signed(request, credential, nonce))
                : typed;
    }

    @Override
    public boolean signsNoClock() {
        return true;
    }

    private static String signed(WireRequest request, Credential credential, long nonce) {
        JsonNode given = whole(request.body());
        JsonNode action = lowerCased(action(given));
        long counter = number(given, "nonce", nonce);
        String vault = vault(given, credential);
        boolean expires = given.hasNonNull("expiresAfter");
        byte[] expiresAfter = expires ? eight(number(given, "expiresAfter", 0)) : new byte[0];
        byte[] connection =
                Keccak.hash256(
                        MsgPack.pack(action),
                        eight(counter),
                        vaultMark(vault),
                        new byte[expires ? 1 : 0],
                        expiresAfter);
        Signature signature =
                Secp256k1.sign(
                        credential.field(HyperliquidProfile.KEY),
                        HyperliquidProfile.KEY,
                        Eip712.digest(DOMAIN, AGENT.of(source(request.host()), connection)));
        ObjectNode body = Json.object();
        body.set("action", action);
        body.put("nonce", new BigInteger(Long.toUnsignedString(counter)));
        body.putObject("signature")
                .put("r", "0x" + Encoding.hex(signature.r()))
                .put("s", "0x" + Encoding.hex(signature.s()))
                .put("v", signature.v());
        if (vault != null) {
            body.put("vaultAddress", vault);
        }
        if (expires) {
            body.set("expiresAfter", given.get("expiresAfter"));
        }
        return Json.write(body);
    }

    /** An action alone stands for the body that holds nothing else. */
    private static JsonNode whole(String body) {
        JsonNode given =
                Json.parse(body)
                        .filter(JsonNode::isObject)
                        .orElseThrow(() -> new RequestUnusable("body", "is no JSON object"));
        return given.has("type") && !given.has("action")
                ? Json.object().set("action", given)
                : given;
    }

    /** Transfers and the like are signed in another way, by the account's own key: never here. */
    private static JsonNode action(JsonNode given) {
        JsonNode action = given.path("action");
        if (!action.isObject() || action.isEmpty()) {
            throw new RequestUnusable("body", "has no action");
        }
        if (action.has("signatureChainId")) {
            throw new RequestUnusable("body", "only the account's own key signs this action");
        }
        return action;
    }

    private static @Nullable String vault(JsonNode given, Credential credential) {
        if (!given.has("vaultAddress")) {
            return HyperliquidWallets.vault(credential).orElse(null);
        }
        String own = Json.textOrNull(given, "vaultAddress");
        return own == null ? null : own.toLowerCase(Locale.ROOT);
    }

    private static byte[] vaultMark(@Nullable String vault) {
        return vault == null
                ? new byte[1]
                : HexFormat.of().parseHex("01" + vault.substring(vault.indexOf('x') + 1));
    }

    private static String source(String host) {
        return host.equals(HyperliquidProfile.TESTNET) ? "b" : "a";
    }

    private static long number(JsonNode given, String field, long otherwise) {
        String text = Json.textOr(given, field, "");
        return text.isEmpty() ? otherwise : Long.parseUnsignedLong(text);
    }

    private static byte[] eight(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static JsonNode lowerCased(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties().forEach(one -> copy.set(one.getKey(), lowerCased(one.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(lowerCased(element)));
            return copy;
        }
        return node.isTextual() && ADDRESS.matcher(node.asText()).matches()
                ? Json.object().textNode(node.asText().toLowerCase(Locale.ROOT))
                : node;
    }
}
