package io.sequence.mailer.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set about sending; keys below {@code sequence.mail}. */
@ConfigMapping(prefix = "sequence.mail")
public interface MailSettings {
    /** The sender, {@code Name <address>}. */
    String from();

    /** How many letters are handed over at the same time. */
    @WithDefault("8")
    int workers();

    /** How long the timer sleeps when nothing is due. */
    @WithDefault("200ms")
    Duration pollInterval();

    /** How long one hand-over may take; well below the lease. */
    @WithDefault("20s")
    Duration timeout();

    /** After that, a letter that nobody finished is taken up by somebody else. */
    @WithDefault("45s")
    Duration lease();

    /** How long a letter is tried while SMTP or the mailbox does not take it. */
    @WithDefault("72h")
    Duration giveUpAfter();

    /** How long a letter waits for its recipient; longer than any topic's retention. */
    @WithDefault("8d")
    Duration recipientWait();

    /** Pause after the server refused a letter for good, in case it changes its mind. */
    @WithDefault("1m")
    Duration refusalPause();

    /** So many refusals for good, and the letter has failed. */
    @WithDefault("3")
    int refusals();

    /** How long finished rows are kept. */
    @WithDefault("30d")
    Duration keepFinished();
}
