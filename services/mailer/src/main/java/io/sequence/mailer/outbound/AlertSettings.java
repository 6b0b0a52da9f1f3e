package io.sequence.mailer.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set about alerts; keys below {@code sequence.alerts.engine}. */
@ConfigMapping(prefix = "sequence.alerts.engine")
public interface AlertSettings {
    /** How long what hits several connections of an account gathers into one alert or letter. */
    @WithDefault("10s")
    Duration gathering();

    /** From so many letters of one kind on, an account gets one that lists them. */
    @WithDefault("3")
    int digestLetterFrom();

    /** So many alerts an hour an account gets as they come; beyond, they gather. */
    @WithDefault("20")
    int mostAnHour();

    /** How long is gathered beyond that. */
    @WithDefault("10m")
    Duration pause();

    /** How many alerts are handed over at the same time, for each kind of channel. */
    @WithDefault("16")
    int workers();

    /** For how many accounts alerts are made at the same time. */
    @WithDefault("4")
    int announcers();

    /** How long the timer sleeps when nothing is due. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** After that, an alert that nobody finished is taken up by somebody else. */
    @WithDefault("1m")
    Duration lease();

    /** How long a person's channel is tried. */
    @WithDefault("24h")
    Duration giveUpAfter();

    /** How long a webhook is tried. */
    @WithDefault("72h")
    Duration giveUpWebhookAfter();

    /** How long a test waits for its channel to be heard of. */
    @WithDefault("1m")
    Duration channelWait();

    /** How long finished rows are kept. */
    @WithDefault("30d")
    Duration keepFinished();
}
