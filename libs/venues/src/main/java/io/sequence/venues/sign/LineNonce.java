package io.sequence.venues.sign;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.crypto.Encoding;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/**
 * The nonce of a line: a whole number, or sixteen hexadecimal digits as some tokens carry. Venues
 * that sign a clock want of a nonce only that it differs, so any other text counts there by its
 * hash.
 */
final class LineNonce {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}");
    private static final Pattern NEGATIVE = Pattern.compile("-\\d{1,18}");
    private static final Pattern HEX = Pattern.compile("(?:0x)?([0-9a-fA-F]{1,16})");
    private static final int HEX_DIGITS = 16;

    private LineNonce() {}

    static long read(JsonNode nonce, boolean clocked) {
        String text = nonce.asText();
        boolean token = clocked && nonce.isTextual();
        boolean number = NUMBER.matcher(text).matches();
        if (number && !(token && text.length() == HEX_DIGITS)) {
            return SignLine.unsigned(text, "nonce");
        }
        var hex = HEX.matcher(text);
        if (nonce.isTextual() && hex.matches()) {
            return Long.parseUnsignedLong(hex.group(1), HEX_DIGITS);
        }
        if (NEGATIVE.matcher(text).matches() && clocked) {
            return Long.parseLong(text);
        }
        return token
                ? ByteBuffer.wrap(Encoding.sha256(text)).getLong()
                : SignLine.unsigned(text, "nonce");
    }
}
