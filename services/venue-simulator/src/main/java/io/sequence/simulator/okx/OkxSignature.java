package io.sequence.simulator.okx;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.wire.Macs;
import io.sequence.simulator.wire.VenueCall;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Whether a request was signed with a key: Base64 of HMAC-SHA256 over timestamp + method + path
 * with query + body. Source: OKX V5, "REST Authentication".
 */
final class OkxSignature {

    private OkxSignature() {}

    static boolean fits(VenueCall call, ApiKey key, String timestamp, String signature) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(
                (timestamp + call.method() + call.target()).getBytes(StandardCharsets.UTF_8));
        text.writeBytes(call.body());
        String expected =
                Base64.getEncoder().encodeToString(Macs.sha256(key.secret(), text.toByteArray()));
        return Macs.same(expected, signature);
    }
}
