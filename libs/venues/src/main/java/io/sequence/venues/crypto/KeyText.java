package io.sequence.venues.crypto;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharArrayReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pasted key text with what pasting does to it taken off: invisible characters, quotes, spelled-out
 * line ends, the downloaded JSON file around it. Works in arrays that are wiped, not in texts.
 */
final class KeyText implements AutoCloseable {
    /**
     * RFC 7468, section 2; blanks inside the words may have been lost in pasting. Every repetition
     * is bounded or cannot overlap with its neighbour: what is pasted may be chosen to be slow.
     */
    private static final Pattern BLOCK =
            Pattern.compile(
                    "BEGIN\\s{0,8}([A-Z0-9"
                            + " ]{0,40}?(?:KEY|CERTIFICATE|PARAMETERS))\\s{0,8}-+([^-]*)");

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final Pattern MARKER = Pattern.compile("--\\s{0,8}BEGIN");
    private static final Pattern LONELY_END =
            Pattern.compile("-\\s{0,8}END\\s{0,8}[A-Z0-9 ]{0,40}KEY");

    /** As many dashes stand on either side of a boundary's words: RFC 7468, section 3. */
    private static final int BOUNDARY = 5;

    private static final Set<String> JSON_MEMBERS =
            Set.of("privateKey", "private_key", "api_secret", "apiSecret", "secret");
    private static final String QUOTES = "\"'`\u2018\u2019\u201c\u201d\u00ab\u00bb";

    private final char[] chars;
    private final int length;

    private KeyText(char[] chars, int length) {
        this.chars = chars;
        this.length = length;
    }

    /** Reads UTF-8 bytes, which stay the caller's to wipe. */
    static KeyText of(byte[] utf8) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        try {
            return of(decoded.array(), decoded.remaining());
        } finally {
            Arrays.fill(decoded.array(), '\0');
        }
    }

    private static KeyText of(char[] text, int length) {
        char[] visible = new char[length];
        int count = 0;
        for (int i = 0; i < length; i++) {
            if (!invisible(text[i])) {
                visible[count++] = plain(text[i]);
            }
        }
        int start = 0;
        while (start < count && trimmed(visible[start])) {
            start++;
        }
        int end = count;
        while (end > start && (trimmed(visible[end - 1]) || visible[end - 1] == ',')) {
            end--;
        }
        if (start < end && visible[start] == '{') {
            Optional<KeyText> inside = inJson(visible, start, end);
            if (inside.isPresent()) {
                Arrays.fill(visible, '\0');
                return inside.get();
            }
        }
        return new KeyText(visible, lineEnds(visible, start, end));
    }

    /** Moves the text to the front with {@code \n}, {@code \r}, {@code \t} as what they spell. */
    private static int lineEnds(char[] text, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            if (text[i] != '\\') {
                text[count++] = text[i];
            } else if (i + 1 < end && "nrt".indexOf(text[i + 1]) >= 0) {
                text[count++] = '\n';
                i++;
            }
        }
        return count;
    }

    private static Optional<KeyText> inJson(char[] text, int start, int end) {
        try (JsonParser parser =
                new JsonFactory().createParser(new CharArrayReader(text, start, end - start))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = JSON_MEMBERS.contains(parser.currentName());
                if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
                    char[] value =
                            Arrays.copyOfRange(
                                    parser.getTextCharacters(),
                                    parser.getTextOffset(),
                                    parser.getTextOffset() + parser.getTextLength());
                    try {
                        return Optional.of(of(value, value.length));
                    } finally {
                        Arrays.fill(value, '\0');
                    }
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** Blanks and dashes that word processors put in, as the plain ones. */
    private static char plain(char c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            default -> c;
        };
    }

    private static boolean trimmed(char c) {
        return Character.isWhitespace(c) || QUOTES.indexOf(c) >= 0;
    }

    private static boolean invisible(char c) {
        return c == '\u00ad' || Character.getType(c) == Character.FORMAT;
    }

    /**
     * Whether bytes can be no key in any form, told without decoding: most secrets are plain words,
     * and reading one takes longer than an HMAC. Base64 of a key in DER begins with {@code MI} or
     * with {@code M}, two digits and {@code C} (a private key's version) or {@code w} (a public
     * key's algorithm), OpenSSH's file with {@code b3Bl}; a bare Ed25519 key has 43 or 86 digits.
     */
    static boolean isPlainWord(byte[] utf8) {
        int digits = 0;
        for (byte c : utf8) {
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (letter || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '_') {
                digits++;
            } else if (c != '=') {
                return false;
            }
        }
        return digits < 4 || !startsAsFile(utf8) && digits != 43 && digits != 86;
    }

    private static boolean startsAsFile(byte[] utf8) {
        boolean der = utf8[0] == 'M' && (utf8[1] == 'I' || utf8[3] == 'C' || utf8[3] == 'w');
        return der || utf8[0] == 'b' && utf8[1] == '3' && utf8[2] == 'B' && utf8[3] == 'l';
    }

    /** Whether there is the start of a PEM block, readable or not. */
    boolean hasMarker() {
        return MARKER.matcher(view()).find();
    }

    /** The label of the block that holds the key, e.g. {@code RSA PRIVATE KEY}; or empty. */
    String label() {
        Matcher block = privateBlock();
        return block == null ? "" : String.valueOf(block.group(1)).strip();
    }

    /** The key's bytes out of its Base64, or none; the caller wipes them. */
    byte[] bytes() {
        Matcher block = privateBlock();
        int start = block == null ? 0 : block.start(2);
        int end = block == null ? endWithoutBlock() : block.end(2);
        byte[] base64 = new byte[end - start];
        int count = 0;
        try {
            for (int i = start; i < end; i++) {
                char c = chars[i] == '-' ? '+' : chars[i] == '_' ? '/' : chars[i];
                if (c >= 0x7f) {
                    return new byte[0];
                }
                if (!Character.isWhitespace(c) && c != '=') {
                    base64[count++] = (byte) c;
                }
            }
            byte[] exact = Arrays.copyOf(base64, count);
            try {
                return Base64.getDecoder().decode(exact);
            } catch (IllegalArgumentException noBase64) {
                return new byte[0];
            } finally {
                Arrays.fill(exact, (byte) 0);
            }
        } finally {
            Arrays.fill(base64, (byte) 0);
        }
    }

    /**
     * Where the digits end in a text that has no whole block. A dash may be the last digit of
     * base64url: those of a boundary are known by their END, their own line, or their number.
     */
    private int endWithoutBlock() {
        Matcher lonely = LONELY_END.matcher(view());
        boolean ended = lonely.find();
        int end = ended ? lonely.start() : length;
        int digits = end;
        while (digits > 0 && chars[digits - 1] == '-') {
            digits--;
        }
        if (ended) {
            return Math.max(digits, end - (BOUNDARY - 1));
        }
        boolean boundary =
                end - digits > BOUNDARY / 2
                        || digits == 0
                        || Character.isWhitespace(chars[digits - 1]);
        return boundary ? digits : end;
    }

    /** The key's bytes as RFC 7468 writes them; empty for a bare Ed25519 key. */
    Optional<String> pem() {
        byte[] bytes = bytes();
        try {
            String label = KeyForm.label(bytes);
            return label.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "-----BEGIN "
                                    + label
                                    + "-----\n"
                                    + LINES.encodeToString(bytes)
                                    + "\n-----END "
                                    + label
                                    + "-----\n");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The text without blanks at its ends, for keys written in hexadecimal. */
    CharSequence view() {
        return CharBuffer.wrap(chars, 0, length);
    }

    /** The first private block, else the first block at all. */
    private @Nullable Matcher privateBlock() {
        Matcher block = BLOCK.matcher(view());
        while (block.find()) {
            if (block.group(1).replace(" ", "").endsWith("PRIVATEKEY")) {
                return block;
            }
        }
        block.reset();
        return block.find() ? block : null;
    }

    @Override
    public void close() {
        Arrays.fill(chars, '\0');
    }
}
