package io.sequence.intake.outbound.support;

import io.sequence.events.Recipient;
import io.sequence.intake.domain.account.MailKind;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ClientId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.VenueId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the lists as they are shown. */
final class SupportRows {
    private SupportRows() {}

    static SupportRequestView request(ResultSet row) throws SQLException {
        String venue = row.getString("venue");
        String strategy = row.getString("strategy_id");
        return new SupportRequestView(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                client(row),
                row.getString("email"),
                row.getString("kind"),
                venue == null ? null : new VenueId(venue),
                row.getString("market"),
                strategy == null ? null : new StrategyId(strategy),
                row.getString("message"),
                row.getInt("times"),
                Statements.instant(row, "first_at"),
                Statements.instant(row, "last_at"),
                row.getString("state"));
    }

    static AccountSummary account(ResultSet row) throws SQLException {
        return new AccountSummary(
                new AccountId(row.getObject("id", UUID.class)),
                client(row),
                row.getString("email"),
                row.getString("name"),
                row.getString("role"),
                row.getString("support_clearance"),
                Statements.instant(row, "registered_at"),
                row.getInt("connections"),
                row.getInt("open_support_requests"));
    }

    static OperatorSubmission submission(ResultSet row) throws SQLException {
        return new OperatorSubmission(
                new SubmissionId(row.getObject("id", UUID.class)),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                client(row),
                row.getString("email"),
                row.getString("type"),
                row.getString("status"),
                row.getString("reason"),
                row.getString("warnings"),
                new VenueId(row.getString("venue")),
                row.getString("market"),
                new StrategyId(row.getString("strategy_id")),
                row.getString("label"),
                Statements.instant(row, "created_at"),
                Statements.instantOrNull(row, "decided_at"));
    }

    static SupportMessage message(ResultSet row) throws SQLException {
        return new SupportMessage(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("text"),
                new AccountId(row.getObject("written_by", UUID.class)),
                row.getString("name"),
                Statements.instant(row, "written_at"),
                row.getString("mail_id"),
                row.getString("delivery"),
                row.getString("reason"));
    }

    static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                row.getString("email"),
                row.getString("name"),
                client(row),
                row.getString("anti_phishing_code"));
    }

    static MailView mail(ResultSet row) throws SQLException {
        return new MailView(
                row.getString("mail_id"),
                row.getString("template"),
                MailKind.titleOf(row.getString("template")),
                connection(row),
                row.getString("delivery"),
                row.getString("reason"),
                Statements.instant(row, "queued_at"),
                Statements.instant(row, "at"));
    }

    static OperatorMail operatorMail(ResultSet row) throws SQLException {
        return new OperatorMail(
                row.getString("mail_id"),
                new AccountId(row.getObject("account_id", UUID.class)),
                client(row),
                row.getString("email"),
                row.getString("template"),
                MailKind.titleOf(row.getString("template")),
                connection(row),
                row.getString("delivery"),
                row.getInt("attempts"),
                row.getString("reason"),
                Statements.instant(row, "queued_at"),
                Statements.instant(row, "at"));
    }

    private static @Nullable ConnectionId connection(ResultSet row) throws SQLException {
        UUID id = row.getObject("connection_id", UUID.class);
        return id == null ? null : new ConnectionId(id);
    }

    private static String client(ResultSet row) throws SQLException {
        return new ClientId(row.getLong("client_number"), row.getString("name")).toString();
    }
}
