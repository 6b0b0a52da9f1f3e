package io.sequence.venues.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON-like trees as MessagePack (the msgpack specification, "Serialization"), everything in
 * its shortest form, as Hyperliquid's SDKs pack actions: whole numbers as int or uint, other
 * numbers as float 64, members in the order of the map.
 */
public final class MsgPack {
    private static final BigInteger UINT64_END = BigInteger.ONE.shiftLeft(64);

    private MsgPack() {}

    /**
     * Packs a tree of maps with text keys, lists, texts, booleans, numbers, {@code byte[]}, nulls
     * and {@link JsonNode}s.
     *
     * @throws IllegalArgumentException when it holds anything else, or a whole number of more than
     *     64 bits
     */
    public static byte[] pack(@Nullable Object tree) {
        var out = new ByteArrayOutputStream(256);
        write(out, tree);
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, @Nullable Object value) {
        switch (value) {
            case null -> out.write(0xc0);
            case JsonNode node -> writeNode(out, node);
            case Boolean bool -> out.write(bool ? 0xc3 : 0xc2);
            case String text -> writeText(out, text);
            case Integer number -> writeInteger(out, BigInteger.valueOf(number));
            case Long number -> writeInteger(out, BigInteger.valueOf(number));
            case BigInteger number -> writeInteger(out, number);
            case Double number -> {
                out.write(0xcb);
                out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
            }
            case byte[] bytes -> {
                head(out, bytes.length, -1, 0xc4, 0xc5);
                out.writeBytes(bytes);
            }
            case List<?> list -> {
                head(out, list.size(), 0x90, -1, 0xdc);
                list.forEach(element -> write(out, element));
            }
            case Map<?, ?> map -> {
                head(out, map.size(), 0x80, -1, 0xde);
                map.forEach(
                        (name, member) -> {
                            writeText(out, (String) name);
                            write(out, member);
                        });
            }
            default -> throw new IllegalArgumentException("not packable: " + value.getClass());
        }
    }

    private static void writeNode(ByteArrayOutputStream out, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                head(out, node.size(), 0x80, -1, 0xde);
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    writeText(out, member.getKey());
                    writeNode(out, member.getValue());
                }
            }
            case ARRAY -> {
                head(out, node.size(), 0x90, -1, 0xdc);
                node.forEach(element -> writeNode(out, element));
            }
            case STRING -> writeText(out, node.asText());
            case BOOLEAN -> write(out, node.asBoolean());
            case NULL, MISSING -> write(out, null);
            case NUMBER ->
                    write(
                            out,
                            node.isIntegralNumber()
                                    ? node.bigIntegerValue()
                                    : (Object) node.doubleValue());
            default -> throw new IllegalArgumentException("not packable: " + node.getNodeType());
        }
    }

    private static void writeText(ByteArrayOutputStream out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length < 32) {
            out.write(0xa0 | utf8.length);
        } else {
            head(out, utf8.length, -1, 0xd9, 0xda);
        }
        out.writeBytes(utf8);
    }

    /** A length: in the code's low four bits, in one byte, in two or (the next code) in four. */
    private static void head(ByteArrayOutputStream out, int length, int fixed, int one, int two) {
        if (fixed >= 0 && length < 16) {
            out.write(fixed | length);
        } else if (one >= 0 && length < 0x100) {
            number(out, one, length, 1);
        } else if (length < 0x10000) {
            number(out, two, length, 2);
        } else {
            number(out, two + 1, length, 4);
        }
    }

    private static void writeInteger(ByteArrayOutputStream out, BigInteger big) {
        boolean uint64 = big.signum() > 0 && big.compareTo(UINT64_END) < 0;
        if (!uint64 && big.bitLength() > 63) {
            throw new IllegalArgumentException("a whole number of more than 64 bits");
        }
        long value = big.longValue();
        if (value < 0 && uint64) {
            number(out, 0xcf, value, 8);
        } else if (value >= -32 && value < 128) {
            out.write((int) value);
        } else if (value >= 0) {
            int step = value < 0x100 ? 0 : value < 0x10000 ? 1 : value < 0x1_0000_0000L ? 2 : 3;
            number(out, 0xcc + step, value, 1 << step);
        } else {
            int step =
                    value >= Byte.MIN_VALUE
                            ? 0
                            : value >= Short.MIN_VALUE ? 1 : value >= Integer.MIN_VALUE ? 2 : 3;
            number(out, 0xd0 + step, value, 1 << step);
        }
    }

    private static void number(ByteArrayOutputStream out, int code, long value, int bytes) {
        out.write(code);
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }
}
