package io.sequence.events;

import io.sequence.vocabulary.Rights;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code key.drifted}, written by health-check: what the venue says of a key is not what it said
 * when the house last knew. What it means for the connection's state, if anything, is {@link
 * KeyHealth}'s to say.
 *
 * @param about version that was inspected
 * @param changes what changed, the gravest first; never empty
 * @param rights right by right, as of now
 * @param ipAllowList addresses that may use the key, empty when there is no restriction
 * @param expiresAt when the key dies, by the venue's word or the house's rule; null when it does
 *     not
 * @param expiryReported whether that is the venue's word
 * @param at when the venue said so
 * @param warnings what the user should know of the key as it is, one sentence each; null when that
 *     is not told
 * @param toldByHealth whether a {@link KeyHealth} tells the gravest change, too; null when unknown
 */
public record KeyDrifted(
        About about,
        List<Change> changes,
        Rights rights,
        List<String> ipAllowList,
        @Nullable Instant expiresAt,
        boolean expiryReported,
        Instant at,
        @Nullable List<String> warnings,
        @Nullable Boolean toldByHealth)
        implements ConnectionEvent {
    /** Changes that no transition tells, of a key without warnings. */
    public KeyDrifted(
            About about,
            List<Change> changes,
            Rights rights,
            List<String> ipAllowList,
            @Nullable Instant expiresAt,
            boolean expiryReported,
            Instant at) {
        this(about, changes, rights, ipAllowList, expiresAt, expiryReported, at, null, null);
    }

    /** Whether one of the changes is so grave. */
    public boolean has(Gravity gravity) {
        return changes.stream().anyMatch(change -> change.gravity() == gravity);
    }

    /**
     * One difference.
     *
     * @param what in which respect
     * @param gravity what follows
     * @param before as it was, in words, e.g. {@code 203.0.113.7}; empty when there was nothing
     * @param now as it is, in words; empty when there is nothing
     * @param meaning one sentence for the user: what changed, and what to do if anything
     */
    public record Change(What what, Gravity gravity, String before, String now, String meaning) {}

    /** In which respect a key changed. */
    public enum What {
        /** It may withdraw, or may not any more. */
        WITHDRAW,
        /** It may transfer, or may not any more. */
        TRANSFER,
        /** It may read, or may not any more. */
        READ,
        /** It may trade, or may not any more. */
        TRADE,
        /** The addresses that may use it. */
        IP_ALLOW_LIST,
        /** When it dies. */
        EXPIRY,
        /** Which account of the venue it belongs to. */
        VENUE_ACCOUNT
    }

    /** What follows from a change. */
    public enum Gravity {
        /** The key is not used for trading until that is undone. */
        QUARANTINE,
        /** The key cannot do its work: the user must act. */
        ACT,
        /** It works, and will stop or is less safe unless the user acts. */
        WARNING,
        /** Good to know. */
        NOTE
    }
}
