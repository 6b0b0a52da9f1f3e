package io.sequence.venues.api;

import io.sequence.vocabulary.Rights;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a venue tells about a key.
 *
 * @param rights right by right, {@code UNKNOWN} where the venue cannot say
 * @param accountUid the venue's id of the (sub-)account, never blank; how refreshes prove that they
 *     are the same account
 * @param parentUid the master account's id, for sub-account keys
 * @param subAccount whether the key belongs to a sub-account; null when the venue does not tell
 * @param ipAllowList addresses that may use the key; empty when there is no restriction
 * @param expiry when the key dies, as far as the venue tells
 * @param createdAt when the key was made
 * @param keyName the name that its owner gave it
 * @param warnings what the user should know, one sentence each
 */
public record KeyFacts(
        Rights rights,
        String accountUid,
        @Nullable String parentUid,
        @Nullable Boolean subAccount,
        List<String> ipAllowList,
        KeyExpiry expiry,
        @Nullable Instant createdAt,
        @Nullable String keyName,
        List<String> warnings) {
    public KeyFacts {
        if (accountUid.isBlank()) {
            throw new IllegalArgumentException("accountUid is blank");
        }
        ipAllowList = List.copyOf(ipAllowList);
        warnings = List.copyOf(warnings);
    }
}
