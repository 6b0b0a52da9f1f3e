package io.sequence.intake.outbound.submission;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeySubmitted;
import io.sequence.messaging.OutboxRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that take a submission in, and how an event fills them. */
final class SubmissionStatements {
    static final String FIND_ANSWERED =
            "select fingerprint, submission_id, connection_id from answered where account_id = ?"
                    + " and key = ?";

    // The order in which everything that touches an account's rows locks them: account first.
    static final String LOCK_ACCOUNT = "select id from account where id = ? for no key update";

    static final String NEXT_VERSION =
            "update connection set version = version + 1, revision = revision + 1, label ="
                + " coalesce(?, label) where id = ? and account_id = ? and phase = 'live' returning"
                + " version, revision, label";

    static final String ADD = read("take-submission.sql");

    static final String REFRESH = read("take-refresh.sql");

    private SubmissionStatements() {}

    static void bindAdd(PreparedStatement insert, TakenTogether.Taking taking) throws SQLException {
        KeySubmitted event = taking.event();
        About about = event.about();
        insert.setObject(1, about.connectionId().value());
        insert.setObject(2, about.accountId().value());
        insert.setString(3, about.mode().wireName());
        insert.setString(4, about.venue().value());
        insert.setString(5, event.market().wireName());
        insert.setString(6, event.strategyId().value());
        insert.setString(7, event.label());
        insert.setString(8, event.keyHint());
        insert.setObject(9, utc(event.submittedAt()));
        int next = bindShared(insert, 10, event, taking.sealed(), taking.newCode());
        next = bindAnswer(insert, next, event, taking.once());
        OutboxRow row = taking.row();
        insert.setObject(next, row.eventId());
        insert.setString(next + 1, row.topic());
        insert.setObject(next + 2, row.recordKey());
        insert.setString(next + 3, row.payload());
        insert.setString(next + 4, row.traceparent());
    }

    static void bindRefresh(
            PreparedStatement insert,
            KeySubmitted event,
            byte[] sealed,
            @Nullable String newCode,
            Intake.@Nullable Once once)
            throws SQLException {
        bindAnswer(insert, bindShared(insert, 1, event, sealed, newCode), event, once);
    }

    private static int bindShared(
            PreparedStatement insert,
            int first,
            KeySubmitted event,
            byte[] sealed,
            @Nullable String newCode)
            throws SQLException {
        About about = event.about();
        insert.setObject(first, event.submissionId().value());
        insert.setObject(first + 1, about.accountId().value());
        insert.setObject(first + 2, about.connectionId().value());
        insert.setInt(first + 3, about.credentialVersion().value());
        insert.setString(first + 4, event.type().wireName());
        insert.setObject(first + 5, utc(event.submittedAt()));
        insert.setObject(first + 6, about.accountId().value());
        insert.setObject(first + 7, about.connectionId().value());
        insert.setInt(first + 8, about.credentialVersion().value());
        insert.setString(first + 9, about.venue().value());
        insert.setString(first + 10, about.mode().wireName());
        insert.setBytes(first + 11, sealed);
        insert.setString(first + 12, newCode);
        insert.setObject(first + 13, about.accountId().value());
        insert.setBoolean(first + 14, newCode != null);
        return first + 15;
    }

    private static int bindAnswer(
            PreparedStatement insert, int first, KeySubmitted event, Intake.@Nullable Once once)
            throws SQLException {
        About about = event.about();
        insert.setObject(first, about.accountId().value());
        insert.setString(first + 1, once == null ? "" : once.key());
        insert.setBytes(first + 2, once == null ? new byte[0] : once.fingerprint());
        insert.setObject(first + 3, event.submissionId().value());
        insert.setObject(first + 4, about.connectionId().value());
        insert.setObject(first + 5, utc(event.submittedAt()));
        insert.setBoolean(first + 6, once != null);
        return first + 7;
    }

    /** The statement without its comment lines, which would travel with every prepare. */
    private static String read(String name) {
        try (InputStream file = SubmissionStatements.class.getResourceAsStream("/sql/" + name)) {
            if (file == null) {
                throw new IllegalStateException("sql/" + name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("sql/" + name, e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
