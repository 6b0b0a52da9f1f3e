package io.sequence.launcher.domain;

import io.sequence.events.ConnectionEvent;
import io.sequence.vocabulary.CredentialVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a fact. All of it happens, or none.
 *
 * @param bot what is known now
 * @param facts what to say, in this order
 * @param eraseBelow sealed credentials of versions below this one are to be erased; null when none
 *     are
 */
public record Decision(
        Bot bot, List<ConnectionEvent> facts, @Nullable CredentialVersion eraseBelow) {
    public Decision {
        facts = List.copyOf(facts);
    }

    static Decision nothingNew(Bot bot) {
        return new Decision(bot, List.of(), null);
    }
}
