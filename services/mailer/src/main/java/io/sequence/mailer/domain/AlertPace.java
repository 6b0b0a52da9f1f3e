package io.sequence.mailer.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How many alerts an account gets: beyond some an hour, what comes gathers and is told together,
 * once in a while.
 *
 * @param mostAnHour alerts of an hour that are told as they come
 * @param pause how long is gathered beyond them
 */
public record AlertPace(int mostAnHour, Duration pause) {
    /**
     * When the next alert may be made.
     *
     * @param lastHour how many were made within the last hour
     * @param last when the last one was made
     */
    public Instant next(int lastHour, Instant last, Instant now) {
        Instant paced = last.plus(pause);
        return lastHour < mostAnHour || paced.isBefore(now) ? now : paced;
    }
}
