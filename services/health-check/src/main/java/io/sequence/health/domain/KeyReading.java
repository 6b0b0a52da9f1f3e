package io.sequence.health.domain;

import io.sequence.events.KeyValidated;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.VenueProfile.ExpiryRule;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key, as far as changes of it are watched.
 *
 * @param rights right by right
 * @param ipAllowList addresses that may use the key, sorted; empty when there is no restriction
 * @param accountUid the venue's id of the account; null when it names none
 * @param expiresAt when the key dies; null when it does not
 * @param expiryReported whether that is the venue's word
 */
public record KeyReading(
        Rights rights,
        List<String> ipAllowList,
        @Nullable String accountUid,
        @Nullable Instant expiresAt,
        boolean expiryReported) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    public KeyReading {
        ipAllowList = ipAllowList.stream().map(String::strip).distinct().sorted().toList();
    }

    /** What key-validation accepted. */
    public static KeyReading accepted(KeyValidated event) {
        return new KeyReading(
                event.rights(),
                event.ipAllowList(),
                named(event.accountUid()),
                event.expiresAt(),
                event.expiryReported());
    }

    /** What a venue says now. */
    public static KeyReading of(KeyFacts facts) {
        Instant expiresAt = facts.expiry() instanceof KeyExpiry.At at ? at.when() : null;
        boolean reported = !(facts.expiry() instanceof KeyExpiry.NotReported);
        return new KeyReading(
                facts.rights(),
                facts.ipAllowList(),
                named(facts.accountUid()),
                expiresAt,
                reported);
    }

    /** Where a venue names no account, the key stands for it, and that says nothing. */
    private static @Nullable String named(@Nullable String accountUid) {
        return accountUid != null && KeyFacts.namesAccount(accountUid) ? accountUid : null;
    }

    /**
     * What is known now: this, and what was known before wherever the venue says nothing this time.
     *
     * @param rule what the house assumes of a key whose date the venue does not tell
     */
    public KeyReading over(KeyReading before, ExpiryRule rule) {
        var known = new EnumMap<Right, Grant>(Right.class);
        for (Right right : Right.values()) {
            Grant now = rights.of(right);
            known.put(right, now == Grant.UNKNOWN ? before.rights().of(right) : now);
        }
        // A date that the venue told and tells no more is over, unless keys die all the same.
        boolean gone = before.expiryReported() && rule == ExpiryRule.PERMANENT;
        boolean told = expiryReported || gone;
        return new KeyReading(
                new Rights(known),
                ipAllowList,
                accountUid == null ? before.accountUid() : accountUid,
                told ? expiresAt : before.expiresAt(),
                told ? expiryReported : before.expiryReported());
    }

    /**
     * Before anything was known of a key that was accepted: it could neither withdraw nor transfer,
     * or it would not have been.
     */
    public KeyReading unheard() {
        return new KeyReading(
                new Rights(Map.of()), ipAllowList, accountUid, expiresAt, expiryReported);
    }

    /** A number that stands for all of it; two readings that say the same have the same. */
    public long print() {
        var text = new StringBuilder();
        for (Right right : Right.values()) {
            text.append(rights.of(right).ordinal());
        }
        text.append('|').append(String.join(",", ipAllowList)).append('|').append(accountUid);
        text.append('|').append(expiryReported).append('|');
        if (expiresAt != null) {
            text.append(expiresAt.truncatedTo(ChronoUnit.MINUTES).getEpochSecond());
        }
        return print(text);
    }

    /** The same for a text alone; never 0, which stands for nothing. */
    static long print(CharSequence text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash == 0 ? 1 : hash;
    }
}
