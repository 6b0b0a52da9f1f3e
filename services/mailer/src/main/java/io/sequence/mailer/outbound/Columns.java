package io.sequence.mailer.outbound;

import java.util.stream.Collectors;

/** Breaks lines of plain text between words, so that they are pleasant to read unwrapped. */
final class Columns {
    private Columns() {}

    /**
     * The text in lines of at most so many characters; words that are longer, such as addresses of
     * pages, stay whole.
     */
    static String of(String text, int width) {
        return text.lines()
                .map(line -> broken(line, width))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String broken(String line, int width) {
        var lines = new StringBuilder();
        String rest = line;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            if (space <= 0) {
                space = rest.indexOf(' ', width);
            }
            if (space <= 0) {
                break;
            }
            lines.append(rest, 0, space).append('\n');
            rest = rest.substring(space + 1);
        }
        return lines.append(rest).toString();
    }
}
