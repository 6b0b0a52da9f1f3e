package io.sequence.intake.domain.account;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The mail domains whose users must speak with support first (product facts, 5.4). A pattern is a
 * domain ({@code msn.com}), a name in every country ({@code hotmail.*}: hotmail.com, hotmail.de,
 * hotmail.co.uk) or everything below a domain ({@code *.onmicrosoft.com}).
 */
public final class MailDomains {
    private static final String COUNTRY = "(?:[a-z]{2,3}|(?:co|com)\\.[a-z]{2,3})";
    private static final String BELOW = "(?:[a-z0-9-]+\\.)+";

    private final List<Pattern> patterns;

    private MailDomains(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /** The list behind some lines; empty ones and those that begin with {@code #} say nothing. */
    public static MailDomains of(List<String> lines) {
        return new MailDomains(
                lines.stream()
                        .map(line -> line.strip().toLowerCase(Locale.ROOT))
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(MailDomains::pattern)
                        .toList());
    }

    /** Whether users of this address must speak with support first. */
    public boolean needSupportFirst(EmailAddress address) {
        String domain = address.domain();
        return patterns.stream().anyMatch(pattern -> pattern.matcher(domain).matches());
    }

    private static Pattern pattern(String line) {
        boolean below = line.startsWith("*.");
        boolean everyCountry = line.endsWith(".*");
        String name = line.substring(below ? 2 : 0, line.length() - (everyCountry ? 2 : 0));
        return Pattern.compile(
                (below ? BELOW : "") + Pattern.quote(name) + (everyCountry ? "\\." + COUNTRY : ""));
    }
}
