package io.sequence.mailer.outbound;

import java.util.Locale;

/** Why a letter still waits after somebody took it up. */
enum Hindrance {
    /** No event told yet whom to write to. */
    RECIPIENT,
    /** The mail server is away or does not let us in. */
    SMTP,
    /** The mail server does not take this letter: for now, or for good. */
    MAILBOX,
    /** The letter cannot be written. */
    DEFECT;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean countsAsRefusal() {
        return this == MAILBOX || this == DEFECT;
    }
}
