package io.sequence.health.domain;

import java.time.Duration;

/**
 * How much it takes to believe something.
 *
 * @param refusals how many refusals in the window count
 * @param window in which they must come
 * @param troubles how many other failures in a row count
 * @param doubts how many unexplained refusals count
 * @param doubtWindow over how long at least
 * @param recheck how soon to look again after a failure that may count soon, or a success that may
 *     end an alarm
 * @param successes how many in a row end an alarm
 * @param flaps how many alarms in the flap window make a connection one that flaps
 * @param flapWindow over how long alarms are remembered
 * @param calmAfterFlaps how long one that flaps must work before its alarm ends
 * @param ownTrouble how long trouble of ours is nobody's business but ours; after that a connection
 *     that could not be proven says so
 */
public record Patience(
        int refusals,
        Duration window,
        int troubles,
        int doubts,
        Duration doubtWindow,
        Duration recheck,
        int successes,
        int flaps,
        Duration flapWindow,
        Duration calmAfterFlaps,
        Duration ownTrouble) {
    /**
     * Refused twice within 30 s, troubled three times, in doubt three times over the given time;
     * repaired after two successes, or after five minutes of them when it was the third alarm
     * within an hour.
     */
    public static Patience standard(Duration doubtWindow, Duration recheck) {
        return new Patience(
                2,
                Duration.ofSeconds(30),
                3,
                3,
                doubtWindow,
                recheck,
                2,
                3,
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15));
    }

    /** The same with another memory for alarms. */
    public Patience withFlapWindow(Duration remembered) {
        return new Patience(
                refusals,
                window,
                troubles,
                doubts,
                doubtWindow,
                recheck,
                successes,
                flaps,
                remembered,
                calmAfterFlaps,
                ownTrouble);
    }
}
