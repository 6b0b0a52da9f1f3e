package io.sequence.simulator.hyperliquid;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packs maps, lists, texts, whole numbers and flags as MessagePack, each in its shortest form. */
final class MsgPack {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private MsgPack() {}

    static byte[] pack(Object value) {
        MsgPack packer = new MsgPack();
        packer.add(value);
        return packer.out.toByteArray();
    }

    private void add(@Nullable Object value) {
        switch (value) {
            case null -> out.write(0xc0);
            case Boolean flag -> out.write(flag ? 0xc3 : 0xc2);
            case String text -> text(text.getBytes(StandardCharsets.UTF_8));
            case Integer number -> whole(number);
            case Long number -> whole(number);
            case List<?> list -> {
                head(list.size(), 0x90, 0xdc);
                list.forEach(this::add);
            }
            case Map<?, ?> map -> {
                head(map.size(), 0x80, 0xde);
                map.forEach(
                        (name, member) -> {
                            add(name);
                            add(member);
                        });
            }
            default -> throw new IllegalArgumentException("not packed: " + value.getClass());
        }
    }

    private void head(int size, int small, int large) {
        if (size < 16) {
            out.write(small | size);
        } else {
            out.write(large);
            number(2, size);
        }
    }

    private void text(byte[] text) {
        if (text.length < 32) {
            out.write(0xa0 | text.length);
        } else if (text.length < 256) {
            out.write(0xd9);
            number(1, text.length);
        } else {
            out.write(0xda);
            number(2, text.length);
        }
        out.writeBytes(text);
    }

    private void whole(long number) {
        if (number >= -32 && number < 128) {
            number(1, number);
        } else if (number < 0) {
            out.write(0xd3);
            number(8, number);
        } else if (number < 1 << 8) {
            out.write(0xcc);
            number(1, number);
        } else if (number < 1 << 16) {
            out.write(0xcd);
            number(2, number);
        } else if (number < 1L << 32) {
            out.write(0xce);
            number(4, number);
        } else {
            out.write(0xcf);
            number(8, number);
        }
    }

    private void number(int bytes, long number) {
        out.write(ByteBuffer.allocate(8).putLong(number).array(), 8 - bytes, bytes);
    }
}
