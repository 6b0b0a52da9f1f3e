package io.sequence.intake.domain.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of the dot-atom form (RFC 5321, 4.1.2), ASCII only. Letter case is kept and matters:
 * it is a name here.
 *
 * @param value as given
 */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");
    private static final Pattern DOMAIN_LABEL = Pattern.compile(LABEL);

    public EmailAddress {
        if (objection(value) != null) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** What is wrong with the text as an address, or null. */
    public static @Nullable String objection(String text) {
        if (text.length() > LONGEST) {
            return "must be at most 254 characters";
        }
        if (text.indexOf('@') > LONGEST_LOCAL || !matches(text)) {
            return "must be an e-mail address such as ada@example.org";
        }
        return null;
    }

    private static boolean matches(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || !LOCAL.matcher(text.substring(0, at)).matches()) {
            return false;
        }
        String[] labels = text.substring(at + 1).split("\\.", -1);
        for (String label : labels) {
            if (!DOMAIN_LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return labels.length > 1
                && labels[labels.length - 1].chars().anyMatch(c -> c < '0' || c > '9');
    }

    /** The part after the {@code @}, in lower case: domains know no letter case. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** The part before the {@code @}. */
    public String local() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    /** An address belongs in no log. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
