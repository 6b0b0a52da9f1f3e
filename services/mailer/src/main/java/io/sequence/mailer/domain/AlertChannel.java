package io.sequence.mailer.domain;

import io.sequence.events.ChannelKind;
import java.util.UUID;

/**
 * A channel that takes alerts.
 *
 * @param id which one
 * @param kind what it is
 * @param urgentOnly whether it takes urgent alerts alone
 */
public record AlertChannel(UUID id, ChannelKind kind, boolean urgentOnly) {
    /** A program reads it: it is told everything, and needs no sleep. */
    boolean forPrograms() {
        return kind == ChannelKind.WEBHOOK;
    }
}
