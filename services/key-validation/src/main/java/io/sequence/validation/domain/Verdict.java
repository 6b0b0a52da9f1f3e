package io.sequence.validation.domain;

import io.sequence.events.Reason;
import io.sequence.events.WalletBalance;
import io.sequence.vocabulary.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one examination of a key came to. */
public sealed interface Verdict {
    /**
     * The venue proved the key and the house takes it, unless its venue account is taken already.
     *
     * @param host label of the host that the key answers on
     * @param accountUid the venue's id of the account behind it
     * @param rights right by right
     * @param ipAllowList addresses that may use the key, empty when there is no restriction
     * @param subAccount whether it is a sub-account; null when the venue does not tell
     * @param expiresAt when the key dies; null when it does not
     * @param expiryReported whether that is the venue's word
     * @param warnings what the user should know, one sentence each
     * @param balances as found by the funded check; empty when there was none
     */
    record Accepted(
            String host,
            String accountUid,
            Rights rights,
            List<String> ipAllowList,
            @Nullable Boolean subAccount,
            @Nullable Instant expiresAt,
            boolean expiryReported,
            List<String> warnings,
            List<WalletBalance> balances)
            implements Verdict {
        public Accepted {
            ipAllowList = List.copyOf(ipAllowList);
            warnings = List.copyOf(warnings);
            balances = List.copyOf(balances);
        }
    }

    /** The house does not take the key. */
    record Refused(Reason reason) implements Verdict {}

    /**
     * Nothing certain was learned: ask again. Never a verdict about the key.
     *
     * @param reason what stands in the way
     * @param retryAfter how long the venue asks us to wait; null when it does not say
     */
    record NotYet(Reason reason, @Nullable Duration retryAfter) implements Verdict {}
}
