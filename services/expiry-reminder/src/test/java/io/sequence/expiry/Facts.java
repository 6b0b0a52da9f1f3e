package io.sequence.expiry;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyDrifted.Change;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyDrifted.What;
import io.sequence.events.KeyValidated;
import io.sequence.events.Recipient;
import io.sequence.events.SubmissionType;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Rights;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts as other services tell them. */
public final class Facts {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Recipient ADA =
            new Recipient("Ada@example.com", "Ada", "0x3E9 / Ada", "teapot");

    private Facts() {}

    public static About about(ConnectionId connection, int version) {
        return new About(
                new AccountId(connection.value()),
                connection,
                new CredentialVersion(version),
                version,
                new VenueId("bybit"),
                Mode.LIVE);
    }

    public static KeyValidated validated(
            ConnectionId connection, int version, @Nullable Instant expiresAt) {
        return new KeyValidated(
                about(connection, version),
                SubmissionId.next(),
                version == 1 ? SubmissionType.ADD : SubmissionType.REFRESH,
                Market.SPOT,
                new StrategyId("usdt_systematic_dca"),
                "Main account",
                "main",
                new Rights(Map.of()),
                List.of(),
                null,
                expiresAt,
                true,
                List.of(),
                List.of(),
                ADA,
                "cdef",
                LONG_AGO,
                LONG_AGO);
    }

    /** The key's last moment is another one now. */
    public static KeyDrifted moved(
            ConnectionId connection, int version, @Nullable Instant expiresAt) {
        return new KeyDrifted(
                about(connection, version),
                List.of(new Change(What.EXPIRY, Gravity.NOTE, "", "", "It moved.")),
                new Rights(Map.of()),
                List.of(),
                expiresAt,
                true,
                LONG_AGO);
    }

    public static KeyDisconnected disconnected(ConnectionId connection, int revision) {
        return new KeyDisconnected(about(connection, revision), "Main account", ADA, LONG_AGO);
    }
}
