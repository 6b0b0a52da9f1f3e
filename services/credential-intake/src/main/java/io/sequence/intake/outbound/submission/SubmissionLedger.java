package io.sequence.intake.outbound.submission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeySubmitted;
import io.sequence.events.SubmissionType;
import io.sequence.intake.domain.submission.Applicant;
import io.sequence.intake.domain.submission.Verdict.Acceptable;
import io.sequence.intake.domain.submission.Verdict.Order;
import io.sequence.intake.outbound.account.SettingsLedger;
import io.sequence.intake.outbound.submission.Intake.Outcome;
import io.sequence.intake.outbound.submission.Intake.Receipt;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.messaging.Outbox;
import io.sequence.messaging.OutboxRow;
import io.sequence.vault.CredentialAddress;
import io.sequence.vault.Sealer;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.SubmissionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes submissions in: connection, submission, sealed credential, event and the answer to a
 * repeated request become durable together or not at all. A new connection is one statement,
 * because this is the path that many use at once.
 */
@ApplicationScoped
public class SubmissionLedger {
    private static final String DUPLICATE = "23505";

    private final DataSource dataSource;
    private final Sealer sealer;
    private final Outbox outbox;
    private final TakenTogether together;
    private final SettingsLedger settings;
    private final InstantSource clock;

    SubmissionLedger(
            DataSource dataSource,
            Sealer sealer,
            Outbox outbox,
            TakenTogether together,
            SettingsLedger settings,
            InstantSource clock) {
        this.dataSource = dataSource;
        this.sealer = sealer;
        this.outbox = outbox;
        this.together = together;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was answered when the same key came before, if it did. */
    public Optional<Outcome> answeredBefore(Intake.Request request) {
        if (request.once() == null) {
            return Optional.empty();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find =
                        connection.prepareStatement(SubmissionStatements.FIND_ANSWERED)) {
            find.setObject(1, request.applicant().accountId().value());
            find.setString(2, request.once().key());
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(outcomeOf(row, request.once())) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("submission", e);
        }
    }

    /** Takes an acceptable submission in. Returns when it is durable. */
    public Outcome receive(Intake.Request request, Acceptable accepted) {
        try {
            return switch (accepted.order()) {
                case Order.Add add -> add(request, accepted, add);
                case Order.Refresh refresh -> refresh(request, accepted, refresh);
            };
        } catch (DatabaseTrouble e) {
            // The same key was answered between our look and our write.
            if (e.getCause() instanceof SQLException sql && DUPLICATE.equals(sql.getSQLState())) {
                return answeredBefore(request).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private Outcome add(Intake.Request request, Acceptable accepted, Order.Add add) {
        Applicant applicant = request.applicant();
        var receipt = new Receipt(SubmissionId.next(), ConnectionId.next());
        var about =
                new About(
                        applicant.accountId(),
                        receipt.connectionId(),
                        CredentialVersion.FIRST,
                        1,
                        add.venue(),
                        Mode.LIVE);
        var event =
                new KeySubmitted(
                        about,
                        receipt.submissionId(),
                        SubmissionType.ADD,
                        add.market(),
                        add.strategy().strategyId(),
                        add.strategy().minimum(),
                        add.label(),
                        accepted.keyHint(),
                        applicant.recipient(accepted.antiPhishingCode()),
                        clock.instant());
        together.write(
                new TakenTogether.Taking(
                        event,
                        OutboxRow.of(event),
                        seal(accepted, about),
                        newCode(applicant, accepted),
                        applicant.antiPhishingCode(),
                        request.once()));
        return new Outcome.Received(receipt);
    }

    private Outcome refresh(Intake.Request request, Acceptable accepted, Order.Refresh refresh) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            try (Connection connection = dataSource.getConnection()) {
                                return refresh(connection, request, accepted, refresh);
                            } catch (SQLException e) {
                                throw new DatabaseTrouble("submission", e);
                            }
                        });
    }

    private Outcome refresh(
            Connection connection,
            Intake.Request request,
            Acceptable accepted,
            Order.Refresh refresh)
            throws SQLException {
        Applicant applicant = request.applicant();
        var target = refresh.connection();
        takeTurn(connection, applicant);
        Optional<Step> step = step(connection, target.id(), applicant, refresh.label());
        if (step.isEmpty()) {
            return new Outcome.Gone();
        }
        var receipt = new Receipt(SubmissionId.next(), target.id());
        var about =
                new About(
                        applicant.accountId(),
                        target.id(),
                        step.get().version(),
                        step.get().revision(),
                        target.venue(),
                        Mode.LIVE);
        var event =
                new KeySubmitted(
                        about,
                        receipt.submissionId(),
                        SubmissionType.REFRESH,
                        target.market(),
                        target.strategyId(),
                        null,
                        step.get().label(),
                        accepted.keyHint(),
                        applicant.recipient(accepted.antiPhishingCode()),
                        clock.instant());
        byte[] sealed = seal(accepted, about);
        String newCode = newCode(applicant, accepted);
        try (PreparedStatement insert = connection.prepareStatement(SubmissionStatements.REFRESH)) {
            SubmissionStatements.bindRefresh(insert, event, sealed, newCode, request.once());
            insert.executeUpdate();
        }
        if (newCode != null) {
            settings.codeCame(applicant.accountId(), applicant.antiPhishingCode());
        }
        outbox.append(event);
        return new Outcome.Received(receipt);
    }

    private static void takeTurn(Connection connection, Applicant applicant) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(SubmissionStatements.LOCK_ACCOUNT)) {
            lock.setObject(1, applicant.accountId().value());
            lock.execute();
        }
    }

    private static Optional<Step> step(
            Connection connection, ConnectionId id, Applicant applicant, @Nullable String label)
            throws SQLException {
        try (PreparedStatement next =
                connection.prepareStatement(SubmissionStatements.NEXT_VERSION)) {
            next.setString(1, label);
            next.setObject(2, id.value());
            next.setObject(3, applicant.accountId().value());
            try (ResultSet row = next.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Step(
                                        new CredentialVersion(row.getInt("version")),
                                        row.getLong("revision"),
                                        row.getString("label")))
                        : Optional.empty();
            }
        }
    }

    private byte[] seal(Acceptable accepted, About about) {
        var address =
                new CredentialAddress(
                        about.accountId(),
                        about.connectionId(),
                        about.credentialVersion(),
                        about.venue(),
                        about.mode());
        return sealer.seal(accepted.credentials(), address);
    }

    private static @Nullable String newCode(Applicant applicant, Acceptable accepted) {
        String code = accepted.antiPhishingCode();
        return code == null || code.equals(applicant.antiPhishingCode()) ? null : code;
    }

    private static Outcome outcomeOf(ResultSet row, Intake.Once once) throws SQLException {
        if (!Arrays.equals(row.getBytes("fingerprint"), once.fingerprint())) {
            return new Outcome.KeyReused();
        }
        return new Outcome.Received(
                new Receipt(
                        new SubmissionId(row.getObject("submission_id", UUID.class)),
                        new ConnectionId(row.getObject("connection_id", UUID.class))));
    }

    private record Step(CredentialVersion version, long revision, String label) {}
}
