package io.sequence.mailer.domain;

import io.sequence.events.Reason;
import io.sequence.vocabulary.StrategyId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How names, moments and other people's words are put into a mail. */
final class Words {
    private static final int LONGEST_QUOTE = 300;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_SUBJECT = 120;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Set<String> TICKERS = Set.of("btc", "eth", "usdt", "usdc", "dca", "xbt");

    // Cc: control and line separators, direction overrides and other invisible marks.
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u2028\\u2029\\s]+");
    private static final Pattern SCHEME = Pattern.compile("(?i)(?<=[a-z0-9]):(?=//)");
    private static final Pattern HOST_DOT =
            Pattern.compile("(?<=[\\p{L}\\p{N}-])\\.(?=[\\p{L}]{2})");

    private Words() {}

    /** A strategy's id in words: {@code btc_accumulation} is BTC accumulation. */
    static String strategy(StrategyId id) {
        String words =
                Arrays.stream(id.value().split("[_-]+", -1))
                        .map(word -> TICKERS.contains(word) ? word.toUpperCase(Locale.ROOT) : word)
                        .collect(Collectors.joining(" "));
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** e.g. {@code Friday, 20 November 2026, 23:41 UTC}. */
    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** e.g. {@code 20 November 2026}, in UTC. */
    static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** A venue's words: untrusted, one line, no longer than 300 characters, nothing to click. */
    static String quote(String words) {
        return harmless(words, LONGEST_QUOTE);
    }

    /** A reason's fix, as it reads after "What to do". */
    static String task(Reason reason) {
        return quote(reason.fix()).replaceFirst("^Nothing to do: ", "Nothing: ");
    }

    /** A name that a user chose: one line, no longer than 80 characters, nothing to click. */
    static String name(String words) {
        return harmless(words, LONGEST_NAME);
    }

    /** A connection's name in a subject: as {@link #name}, no longer than 40 characters. */
    static String label(String words) {
        return harmless(words, LONGEST_LABEL);
    }

    /** A subject that a person wrote: as {@link #name}, no longer than 120 characters. */
    static String subject(String words) {
        return harmless(words, LONGEST_SUBJECT);
    }

    /** Without line ends, control characters and invisible marks. */
    static String oneLine(String words) {
        return UNPRINTABLE.matcher(words).replaceAll(" ").strip();
    }

    /** No more than so many characters. */
    static String cut(String words, int longest) {
        return words.codePointCount(0, words.length()) > longest
                ? words.substring(0, words.offsetByCodePoints(0, longest)) + "…"
                : words;
    }

    private static String harmless(String words, int longest) {
        return unclickable(cut(oneLine(words), longest));
    }

    /** Mail programs make links of addresses by themselves; in the usual notation they do not. */
    static String unclickable(String words) {
        String line = SCHEME.matcher(words).replaceAll("[:]");
        return HOST_DOT.matcher(line).replaceAll("[.]");
    }
}
