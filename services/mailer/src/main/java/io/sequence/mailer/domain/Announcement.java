package io.sequence.mailer.domain;

import io.sequence.events.AlertKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One alert to be sent.
 *
 * @param kind what it tells
 * @param part where that stands in its threads
 * @param tidings what it lists, oldest first; never empty
 * @param channels where it goes, and from when on
 */
public record Announcement(
        AlertKind kind, Tiding.Part part, List<Tiding> tidings, Map<UUID, Instant> channels) {}
