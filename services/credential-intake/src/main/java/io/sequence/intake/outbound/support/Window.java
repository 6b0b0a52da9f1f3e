package io.sequence.intake.outbound.support;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted, newest first. What came in since is before it, so nothing is seen
 * twice or missed.
 *
 * @param limit how many at most
 * @param after the last row of the part before, null at the beginning
 */
public record Window(int limit, @Nullable Place after) {
    /**
     * A row's place in its list; rows later in the list have smaller ones.
     *
     * @param order what the list is ordered by; of times the microseconds of 1970
     * @param id tells rows of the same order apart; empty where there are none
     */
    public record Place(long order, String id) {
        private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\.([\\x21-\\x7E]{0,300})");
        // The end of the year 9999, beyond which times have more than four digits.
        private static final long LAST = 253_402_300_799_999_999L;

        /** The place of a row that has a time and an id. */
        public static Place of(Instant at, Object id) {
            return new Place(ChronoUnit.MICROS.between(Instant.EPOCH, at), id.toString());
        }

        /**
         * Reads the form that a list gave out.
         *
         * @throws IllegalArgumentException when the text is not of that form
         */
        public static Place parse(String text) {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Matcher match = TEXT.matcher(plain);
            if (!match.matches()) {
                throw new IllegalArgumentException("not a place in a list");
            }
            long order = Long.parseLong(match.group(1));
            if (order > LAST) {
                throw new IllegalArgumentException("not a place in a list");
            }
            return new Place(order, match.group(2));
        }

        /** The form that is given out; nobody but us reads it. */
        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((order + "." + id).getBytes(StandardCharsets.UTF_8));
        }

        /**
         * The id as rows have it.
         *
         * @throws IllegalArgumentException when it is no UUID
         */
        public UUID uuid() {
            return UUID.fromString(id);
        }

        Instant at() {
            return Instant.EPOCH.plus(order, ChronoUnit.MICROS);
        }
    }
}
