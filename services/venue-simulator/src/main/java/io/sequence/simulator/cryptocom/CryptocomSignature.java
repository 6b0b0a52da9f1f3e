package io.sequence.simulator.cryptocom;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.wire.Macs;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a body was signed with a key: lower-case hex of HMAC-SHA256 over method + id + key +
 * parameters + nonce. Source: Exchange v1, "Digital signature".
 */
final class CryptocomSignature {

    private CryptocomSignature() {}

    static boolean fits(CryptocomBody body, ApiKey key) {
        return fits(body, key, "") || fits(body, key, "null");
    }

    /** The official samples do not agree on how a null reads. */
    private static boolean fits(CryptocomBody body, ApiKey key, String ofNull) {
        StringBuilder text = new StringBuilder();
        text.append(body.text("method")).append(body.text("id")).append(body.text("api_key"));
        flatten(body.params(), ofNull, text);
        text.append(body.text("nonce"));
        byte[] mac = Macs.sha256(key.secret(), text.toString().getBytes(StandardCharsets.UTF_8));
        return Macs.same(Macs.hex(mac), body.text("sig"));
    }

    /** Members by ascending name, name before value; lists by their elements; nothing between. */
    private static void flatten(JsonNode node, String ofNull, StringBuilder text) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            members.forEach(
                    (name, value) -> {
                        text.append(name);
                        flatten(value, ofNull, text);
                    });
        } else if (node.isArray()) {
            node.forEach(element -> flatten(element, ofNull, text));
        } else {
            text.append(node.isNull() ? ofNull : node.asText());
        }
    }
}
