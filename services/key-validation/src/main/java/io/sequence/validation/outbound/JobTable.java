package io.sequence.validation.outbound;

import io.sequence.events.EventJson;
import io.sequence.events.KeySubmitted;
import io.sequence.faults.Fault;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.validation.domain.Job;
import io.sequence.validation.domain.Patience.Doubt;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.SubmissionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Rows of {@code validation_job}. Every method works in the caller's transaction. */
@ApplicationScoped
class JobTable {
    private static final String INSERT =
            "insert into validation_job (submission_id, connection_id, revision, submission,"
                    + " due_at, traceparent, taken_in_at) values (?, ?, ?, ?, ?, ?, ?) on conflict"
                    + " (submission_id) do nothing";
    private static final String LEASE =
            "update validation_job set lease = ?, due_at = ?, attempts = attempts + 1 where"
                    + " submission_id in (select submission_id from validation_job where state ="
                    + " 'waiting' and due_at <= ? order by due_at limit ? for update skip locked)"
                    + " returning submission, attempts, doubt_fault, doubt_times, doubt_since,"
                    + " delayed_at, taken_in_at, traceparent";
    private static final String RENEW =
            "update validation_job set due_at = ? where lease = any(?) and state = 'waiting'";
    private static final String HOLD =
            "select 1 from validation_job where submission_id = ? and lease = ? and state ="
                    + " 'waiting' for update";
    private static final String POSTPONE =
            "update validation_job set lease = null, due_at = ?, doubt_fault = ?, doubt_times = ?,"
                    + " doubt_since = ?, delayed_at = coalesce(delayed_at, ?) where submission_id ="
                    + " ?";
    private static final String FINISH =
            "update validation_job set lease = null, state = ?, verdict = ?, finished_at = ? where"
                    + " submission_id = ?";
    private static final String WITHDRAW =
            "update validation_job set lease = null, state = 'withdrawn', finished_at = ? where"
                    + " connection_id = ? and state = 'waiting'";

    private final DataSource dataSource;
    private final Statements changes;

    JobTable(DataSource dataSource) {
        this.dataSource = dataSource;
        this.changes = new Statements(dataSource, "validation_job");
    }

    void insert(KeySubmitted submission, @Nullable String traceparent, Instant now) {
        changes.run(
                INSERT,
                statement -> {
                    statement.setObject(1, submission.submissionId().value());
                    statement.setObject(2, submission.about().connectionId().value());
                    statement.setLong(3, submission.about().revision());
                    statement.setString(4, EventJson.write(submission));
                    statement.setObject(5, utc(now));
                    statement.setString(6, traceparent);
                    statement.setObject(7, utc(now));
                });
    }

    List<Job> lease(int most, Instant until, Instant now) {
        UUID lease = UUID.randomUUID();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LEASE)) {
            statement.setObject(1, lease);
            statement.setObject(2, utc(until));
            statement.setObject(3, utc(now));
            statement.setInt(4, most);
            var jobs = new ArrayList<Job>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    jobs.add(job(row, lease));
                }
            }
            return jobs;
        } catch (SQLException e) {
            throw new DatabaseTrouble("validation_job", e);
        }
    }

    void renew(Set<UUID> leases, Instant until) {
        changes.run(
                RENEW,
                statement -> {
                    statement.setObject(1, utc(until));
                    statement.setArray(
                            2,
                            statement
                                    .getConnection()
                                    .createArrayOf("uuid", leases.toArray(new UUID[0])));
                });
    }

    /** Locks the job's row; false when the lease has gone to another worker or it is over. */
    boolean hold(Job job) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(HOLD)) {
            statement.setObject(1, job.submission().submissionId().value());
            statement.setObject(2, job.lease());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("validation_job", e);
        }
    }

    void postpone(
            SubmissionId submission,
            Instant dueAt,
            @Nullable Doubt doubt,
            @Nullable Instant delayedAt) {
        changes.run(
                POSTPONE,
                statement -> {
                    statement.setObject(1, utc(dueAt));
                    statement.setString(2, doubt == null ? null : doubt.fault().name());
                    statement.setObject(3, doubt == null ? null : doubt.times());
                    statement.setObject(4, doubt == null ? null : utc(doubt.since()));
                    statement.setObject(5, delayedAt == null ? null : utc(delayedAt));
                    statement.setObject(6, submission.value());
                });
    }

    void finish(SubmissionId submission, String state, String verdict, Instant now) {
        changes.run(
                FINISH,
                statement -> {
                    statement.setString(1, state);
                    statement.setString(2, verdict);
                    statement.setObject(3, utc(now));
                    statement.setObject(4, submission.value());
                });
    }

    void withdraw(ConnectionId connection, Instant now) {
        changes.run(
                WITHDRAW,
                statement -> {
                    statement.setObject(1, utc(now));
                    statement.setObject(2, connection.value());
                });
    }

    long waiting() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "select count(*) from validation_job where state = 'waiting'");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new DatabaseTrouble("validation_job", e);
        }
    }

    private static Job job(ResultSet row, UUID lease) throws SQLException {
        String fault = row.getString("doubt_fault");
        return new Job(
                EventJson.read(row.getString("submission"), KeySubmitted.class),
                lease,
                row.getInt("attempts"),
                fault == null
                        ? null
                        : new Doubt(
                                Fault.valueOf(fault),
                                row.getInt("doubt_times"),
                                row.getObject("doubt_since", OffsetDateTime.class).toInstant()),
                row.getObject("delayed_at") != null,
                row.getObject("taken_in_at", OffsetDateTime.class).toInstant(),
                row.getString("traceparent"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
