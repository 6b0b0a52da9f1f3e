package io.sequence.intake.outbound.connection;

import io.sequence.events.KeyProven.Proof;
import io.sequence.events.WalletBalance;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of proofs says of one credential, at last.
 *
 * @param connection whose credential
 * @param version which one
 * @param workedAt when it last worked; null when it did not
 * @param balances as they were last read; null when they were not
 * @param toldAt when they were; null when they were not
 */
record NewestProof(
        ConnectionId connection,
        CredentialVersion version,
        @Nullable Instant workedAt,
        @Nullable List<WalletBalance> balances,
        @Nullable Instant toldAt) {
    /** One a credential; those that say nothing are left out. */
    static List<NewestProof> of(List<Proof> proofs) {
        record Credential(ConnectionId connection, CredentialVersion version) {}
        var newest = new LinkedHashMap<Credential, NewestProof>();
        for (Proof proof : proofs) {
            if (proof.worked() || proof.balances() != null) {
                newest.merge(
                        new Credential(proof.connectionId(), proof.credentialVersion()),
                        of(proof),
                        NewestProof::and);
            }
        }
        return List.copyOf(newest.values());
    }

    private static NewestProof of(Proof proof) {
        return new NewestProof(
                proof.connectionId(),
                proof.credentialVersion(),
                proof.worked() ? proof.at() : null,
                proof.balances(),
                proof.balances() == null ? null : proof.at());
    }

    private NewestProof and(NewestProof other) {
        boolean otherTold = later(toldAt, other.toldAt) != toldAt;
        return new NewestProof(
                connection,
                version,
                later(workedAt, other.workedAt),
                otherTold ? other.balances : balances,
                otherTold ? other.toldAt : toldAt);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isAfter(one) ? other : one;
    }
}
