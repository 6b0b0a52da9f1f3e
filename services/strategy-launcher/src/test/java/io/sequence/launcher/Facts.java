package io.sequence.launcher;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyPaused;
import io.sequence.events.KeyValidated;
import io.sequence.events.Reason;
import io.sequence.events.Recipient;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Fault;
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

/** Facts about one connection as other services tell them; revision and version count together. */
public record Facts(AccountId account, ConnectionId connection) {
    public static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");
    public static final Reason KEY_GONE =
            Reason.of(Fault.INVALID_KEY, "10003", "API key is \"bad\"");
    private static final Recipient ADA =
            new Recipient("Ada@example.com", "Ada", "0x3E9 / Ada", "teapot");

    public static Facts fresh() {
        return new Facts(AccountId.next(), ConnectionId.next());
    }

    /** Another connection of the same account. */
    public Facts another() {
        return new Facts(account, ConnectionId.next());
    }

    public About about(int version) {
        return new About(
                account,
                connection,
                new CredentialVersion(version),
                version,
                new VenueId("bybit"),
                Mode.LIVE);
    }

    public KeyValidated added() {
        return validated(1, SubmissionType.ADD);
    }

    public KeyValidated refreshed(int version) {
        return validated(version, SubmissionType.REFRESH);
    }

    public KeyHealth health(int version, HealthState state) {
        return new KeyHealth(
                about(version),
                state,
                state == HealthState.CONNECTED ? HealthState.ERROR : HealthState.CONNECTED,
                state == HealthState.CONNECTED ? null : KEY_GONE,
                AT,
                AT,
                AT,
                null,
                null);
    }

    public KeyPaused paused(long act, boolean paused) {
        return new KeyPaused(about(1), act, paused, AT);
    }

    public KeyDisconnected disconnected(int revision) {
        return new KeyDisconnected(about(revision), "Main account", ADA, AT);
    }

    private KeyValidated validated(int version, SubmissionType type) {
        return new KeyValidated(
                about(version),
                SubmissionId.next(),
                type,
                Market.SPOT,
                new StrategyId("usdt_systematic_dca"),
                "Main account",
                "main",
                new Rights(Map.of()),
                List.of(),
                null,
                null,
                false,
                List.of(),
                List.of(),
                ADA,
                "cdef",
                AT,
                AT);
    }
}
