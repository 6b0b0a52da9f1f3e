package io.sequence.simulator.wire;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.RequestLimits.Count;
import io.sequence.simulator.domain.RequestLimits.Limit;
import io.sequence.simulator.domain.VenueAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything one venue folder gives to the simulator. */
public interface SimulatedVenue {

    /** The venue's name in paths. */
    String id();

    /** Labels of its hosts, the one that needs no label first. */
    List<String> hosts();

    /**
     * Kinds of account that the venue tells apart, the usual one first; none where there is one.
     */
    default List<String> modes() {
        return List.of();
    }

    /** Kinds of key that the venue knows. */
    Set<KeyType> keyTypes();

    /** What can be traded there. */
    InstrumentList instruments();

    /** A new account number in the venue's own form. */
    String newUid();

    /**
     * The number of a new account. Where wallets are accounts it is an address that follows from
     * the account's id, so that a restart can derive its key again.
     */
    default String newUid(String accountId, KeyTerms terms) {
        return newUid();
    }

    /** A new key of the venue's own form, under the given terms. */
    ApiKey newKey(KeyTerms terms, Instant now);

    /** A new key of {@code account}, where a key depends on whose it is. */
    default ApiKey newKey(VenueAccount account, KeyTerms terms, Instant now) {
        return newKey(terms, now);
    }

    /** A key's credentials under the field names that a submission uses. */
    Map<String, String> credentials(ApiKey key);

    /** The same, where the credentials also name the account. */
    default Map<String, String> credentials(VenueAccount account, ApiKey key) {
        return credentials(key);
    }

    /** The plain asset code ({@code BTC}) for any name that the venue has for it. */
    String assetOf(String name);

    /** The key that a request carries, unchecked; null when it carries none. */
    @Nullable String keyIn(VenueCall call);

    /**
     * Whether a request asks for the venue's state or clock, which go on answering during
     * maintenance.
     */
    boolean isStatus(VenueCall call);

    /** Answers a request. */
    VenueReply answer(VenueCall call);

    /** The limits of the venue's documents that count a request; none where it counts none. */
    default List<Limit> limits(VenueCall call) {
        return List.of();
    }

    /** The answer to a request that is one too many. */
    default VenueReply exceeded(VenueCall call, Count count) {
        return fault(FaultKind.RATE_LIMIT, call);
    }

    /** An answer with the headers in which the venue tells what is used. */
    default VenueReply told(VenueReply reply, VenueCall call, List<Count> counts) {
        return reply;
    }

    /** Answers a request with a fault instead: never called for time-outs and skewed clocks. */
    VenueReply fault(FaultKind kind, VenueCall call);
}
