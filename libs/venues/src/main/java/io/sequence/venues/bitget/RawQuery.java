package io.sequence.venues.bitget;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A query as Bitget signs it: percent escapes undone, a plus read as the space it stands for. */
final class RawQuery {
    private RawQuery() {}

    /** The query without its escapes; a percent sign that starts none stays. */
    static String of(String query) {
        if (query.indexOf('%') < 0 && query.indexOf('+') < 0) {
            return query;
        }
        byte[] sent = query.getBytes(StandardCharsets.UTF_8);
        var raw = new ByteArrayOutputStream(sent.length);
        for (int i = 0; i < sent.length; i++) {
            int escaped = sent[i] == '%' ? escaped(sent, i) : -1;
            if (escaped >= 0) {
                raw.write(escaped);
                i += 2;
            } else {
                raw.write(sent[i] == '+' ? ' ' : sent[i]);
            }
        }
        return raw.toString(StandardCharsets.UTF_8);
    }

    /** The byte behind {@code %XX}, or -1. */
    private static int escaped(byte[] sent, int at) {
        if (at + 2 >= sent.length) {
            return -1;
        }
        int high = Character.digit(sent[at + 1], 16);
        int low = Character.digit(sent[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
