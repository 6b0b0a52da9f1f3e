package io.sequence.launcher.domain;

import org.jspecify.annotations.Nullable;

/** Where a connection's bot is in its life: awaited → running ⇄ paused → ended. */
public sealed interface BotState {
    /** There is no bot yet; facts about its connection came first. */
    record Awaited() implements BotState {}

    /** It trades. */
    record Running(Launch launch) implements BotState {}

    /** It does not trade until its key works again. */
    record Paused(Launch launch) implements BotState {}

    /**
     * Its connection was ended, and nothing brings it back.
     *
     * @param launch null when the connection ended before a bot was made
     */
    record Ended(@Nullable Launch launch) implements BotState {}

    /** What was launched, null when nothing was. */
    default @Nullable Launch launched() {
        return switch (this) {
            case Awaited() -> null;
            case Running(Launch launch) -> launch;
            case Paused(Launch launch) -> launch;
            case Ended(Launch launch) -> launch;
        };
    }
}
