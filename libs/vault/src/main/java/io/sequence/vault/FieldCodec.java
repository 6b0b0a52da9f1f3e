package io.sequence.vault;

import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fields as bytes: a count, then per field name and value, each with its length. No text in
 * between, so it can be wiped.
 */
final class FieldCodec {
    private FieldCodec() {}

    static byte[] encode(Map<String, Secret> fields) {
        var opened = new TreeMap<String, byte[]>();
        fields.forEach((name, secret) -> opened.put(name, secret.open(SecretAccess.granted())));
        int size = Integer.BYTES;
        for (var field : opened.entrySet()) {
            size += 2 * Integer.BYTES + utf8(field.getKey()).length + field.getValue().length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).putInt(opened.size());
        for (var field : opened.entrySet()) {
            put(out, utf8(field.getKey()));
            put(out, field.getValue());
            Arrays.fill(field.getValue(), (byte) 0);
        }
        return out.array();
    }

    static Map<String, Secret> decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int count = in.getInt();
        var fields = new LinkedHashMap<String, Secret>();
        for (int i = 0; i < count; i++) {
            String name = new String(take(in), StandardCharsets.UTF_8);
            byte[] value = take(in);
            fields.put(name, Secret.of(value));
            Arrays.fill(value, (byte) 0);
        }
        return fields;
    }

    private static void put(ByteBuffer out, byte[] bytes) {
        out.putInt(bytes.length).put(bytes);
    }

    private static byte[] take(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
