package io.sequence.health.domain;

import io.sequence.health.domain.VenueMood.Ours;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left when our way out is open again: calls that began before, and venues that were out of
 * reach with the others and are spared until they are asked anew. Not safe for use by several
 * threads.
 */
final class Aftermath {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Set<VenueId> unproven = new HashSet<>();
    private @Nullable Ours over;
    private Instant since = Instant.MIN;

    /** Trouble of our way out ended, and of these venues it is not known yet. */
    void begin(Ours trouble, Collection<VenueId> dark, Instant now) {
        over = trouble;
        since = now;
        unproven.clear();
        unproven.addAll(dark);
    }

    /** Whether a call began before the trouble ended, so that its failure says nothing. */
    boolean covers(Instant begun) {
        return !begun.isAfter(since);
    }

    /**
     * A venue was asked since.
     *
     * @return whether it was not known before how it stands
     */
    boolean asked(VenueId venue) {
        return unproven.remove(venue);
    }

    /** The trouble for which a venue is still spared; empty when it is not. */
    Optional<Ours> sparing(VenueId venue, Instant now) {
        boolean spared = unproven.contains(venue) && now.isBefore(since.plus(LONGEST));
        return spared ? Optional.ofNullable(over) : Optional.empty();
    }
}
