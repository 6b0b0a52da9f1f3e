package io.sequence.intake.domain.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What opens an account's calendar: 128 random bits that stand in a link, because calendars can
 * show nothing else. Only its SHA-256 is kept. Does not print itself.
 */
public final class CalendarToken {
    private static final int BYTES = 16;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    private final String text;

    private CalendarToken(String text) {
        this.text = text;
    }

    /** A new one. */
    public static CalendarToken make(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new CalendarToken(HexFormat.of().formatHex(bytes));
    }

    /** What somebody brought; empty when it cannot be one. */
    public static Optional<CalendarToken> of(String text) {
        return SHAPE.matcher(text).matches()
                ? Optional.of(new CalendarToken(text))
                : Optional.empty();
    }

    /** As it stands in the link: shown once, when it is made. */
    public String reveal() {
        return text;
    }

    /** What is kept. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "CalendarToken[…]";
    }
}
