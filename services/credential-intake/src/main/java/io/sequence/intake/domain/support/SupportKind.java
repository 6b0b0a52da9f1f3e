package io.sequence.intake.domain.support;

import java.util.Locale;

/** Why somebody waits for support. */
public enum SupportKind {
    /** Mail to the account's domain often does not arrive: an operator must clear it. */
    MICROSOFT_ADDRESS,
    /** The venue is connected in another way, which a person must open. */
    CONTACT_SUPPORT_ROUTE,
    /** The strategy is open to invited clients only. */
    INVITATION,
    /** Something else. */
    QUESTION;

    /** The name on the wire, e.g. {@code contact_support_route}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
