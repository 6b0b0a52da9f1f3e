package io.sequence.mailer.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person of support wrote: lines as they were broken, without control characters, no more
 * than one empty line in a row. Addresses are broken up so that nobody can click them, but for
 * those of the console.
 */
final class SupportText {
    private static final int LONGEST = 4000;
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'()\\[\\]]+");

    private final String origin;

    /**
     * Words that may point to one place.
     *
     * @param consoleUrl scheme, host and port, e.g. {@code http://localhost:8080}
     */
    SupportText(String consoleUrl) {
        this.origin = consoleUrl.replaceFirst("/+$", "");
    }

    /** The lines of a text; an empty one between paragraphs. */
    List<String> lines(String text) {
        var lines = new ArrayList<String>();
        for (String raw : LINE_END.split(Words.cut(text, LONGEST), -1)) {
            String line = harmless(Words.oneLine(raw));
            boolean repeats = lines.isEmpty() || lines.getLast().isEmpty();
            if (!line.isEmpty() || !repeats) {
                lines.add(line);
            }
        }
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return List.copyOf(lines);
    }

    private String harmless(String line) {
        var safe = new StringBuilder();
        int from = 0;
        Matcher address = ADDRESS.matcher(line);
        while (address.find()) {
            if (isOurs(address.group())) {
                safe.append(Words.unclickable(line.substring(from, address.start())));
                safe.append(address.group());
                from = address.end();
            }
        }
        return safe.append(Words.unclickable(line.substring(from))).toString();
    }

    /** What follows the origin must end it: {@code http://localhost:8080.evil.example} does not. */
    private boolean isOurs(String address) {
        return address.equals(origin)
                || address.startsWith(origin + "/")
                || address.startsWith(origin + "?");
    }
}
