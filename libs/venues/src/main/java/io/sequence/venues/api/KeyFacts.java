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
 *     are the same account; {@link #uidOfKey} where the venue names no account
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
    private static final String OF_KEY = "key-";

    public KeyFacts {
        if (accountUid.isBlank()) {
            throw new IllegalArgumentException("accountUid is blank");
        }
        ipAllowList = List.copyOf(ipAllowList);
        warnings = List.copyOf(warnings);
    }

    /**
     * What stands for the account of a key at a venue that names none: the key itself. Two keys of
     * one account then cannot be told from keys of two accounts.
     *
     * @param keyFingerprint a name for the key that tells nothing of its secret
     */
    public static String uidOfKey(String keyFingerprint) {
        return OF_KEY + keyFingerprint;
    }

    /** Whether a uid names an account, rather than the key alone. */
    public static boolean namesAccount(String accountUid) {
        return !accountUid.startsWith(OF_KEY);
    }
}
