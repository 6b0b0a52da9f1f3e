package io.sequence.simulator.bitmart;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.wire.Macs;
import io.sequence.simulator.wire.VenueCall;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Whether a request was signed with a key: timestamp, memo and payload joined by {@code #},
 * HMAC-SHA256 in lower-case hex. The payload is the query of a GET or DELETE, else the body; method
 * and path are not signed. Source: BitMart API, "Signature".
 */
final class BitMartSignature {

    private BitMartSignature() {}

    static boolean fits(VenueCall call, ApiKey key, String timestamp, String signature) {
        String memo = key.passphrase() == null ? "" : key.passphrase();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes((timestamp + '#' + memo + '#').getBytes(StandardCharsets.UTF_8));
        boolean query = call.method().equals("GET") || call.method().equals("DELETE");
        text.writeBytes(query ? call.rawQuery().getBytes(StandardCharsets.UTF_8) : call.body());
        return Macs.same(Macs.hex(Macs.sha256(key.secret(), text.toByteArray())), signature);
    }
}
