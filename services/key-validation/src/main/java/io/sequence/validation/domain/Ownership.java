package io.sequence.validation.domain;

import io.sequence.events.KeySubmitted;
import io.sequence.events.Reason;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Fault;
import io.sequence.venues.api.KeyFacts;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may connect a venue account: one connection of one platform account, and no other. */
public final class Ownership {
    private static final String TWICE =
            "You have connected this exchange account already, as another connection.";
    private static final String REFRESH_THERE =
            "Use Refresh API on the connection that you have, or disconnect it first.";

    private Ownership() {}

    /**
     * A venue account that is connected.
     *
     * @param accountUid the venue's id of it
     * @param account the platform account
     * @param connection its connection
     */
    public record Claim(String accountUid, AccountId account, ConnectionId connection) {}

    /**
     * The venue account that a key is taken to belong to: the one that the venue names; where it
     * names none, the one that the connection has claimed before, because nothing says otherwise.
     *
     * @param told what the inspection told
     * @param ofConnection what the connection has claimed before; null when nothing
     */
    public static String accountUid(String told, @Nullable Claim ofConnection) {
        return ofConnection == null || KeyFacts.namesAccount(told)
                ? told
                : ofConnection.accountUid();
    }

    /**
     * Why an accepted key may not be used for its connection; empty when it may. Never says whose
     * the other connection is.
     *
     * @param submission what was submitted
     * @param accountUid the venue account behind the key
     * @param ofConnection what the connection has claimed before; null when nothing
     * @param ofVenueAccount who has claimed the venue account; null when nobody
     */
    public static Optional<Reason> objection(
            KeySubmitted submission,
            String accountUid,
            @Nullable Claim ofConnection,
            @Nullable Claim ofVenueAccount) {
        if (submission.type() == SubmissionType.REFRESH
                && ofConnection != null
                && !ofConnection.accountUid().equals(accountUid)) {
            return Optional.of(Reason.of(Fault.DIFFERENT_ACCOUNT, "", ""));
        }
        if (ofVenueAccount == null
                || ofVenueAccount.connection().equals(submission.about().connectionId())) {
            return Optional.empty();
        }
        return Optional.of(
                ofVenueAccount.account().equals(submission.about().accountId())
                        ? new Reason(Fault.ACCOUNT_ALREADY_CONNECTED, TWICE, "", "", REFRESH_THERE)
                        : Reason.of(Fault.ACCOUNT_ALREADY_CONNECTED, "", ""));
    }
}
