package io.sequence.intake.domain.account;

import java.util.Locale;

/** Whether support must speak with an account before it may submit keys (product facts, 5.4). */
public enum Clearance {
    /** The mail domain gives no reason to. */
    NOT_NEEDED,
    /** Mails to this domain tend not to arrive: support first. */
    NEEDED,
    /** An operator has cleared it. */
    CLEARED;

    /** The name on the wire: {@code not_needed}, {@code needed} or {@code cleared}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether submissions are refused with {@code CONTACT_SUPPORT}. */
    public boolean blocksSubmissions() {
        return this == NEEDED;
    }
}
