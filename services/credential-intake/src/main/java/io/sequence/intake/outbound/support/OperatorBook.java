package io.sequence.intake.outbound.support;

import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads everybody's accounts and submissions; for operators only. */
@ApplicationScoped
public class OperatorBook {
    private static final String ACCOUNTS =
            "select a.*, (select count(*) from connection c where c.account_id = a.id and c.phase"
                    + " in ('validating', 'live')) as connections, (select count(*) from"
                    + " support_request r where r.account_id = a.id and r.state = 'open') as"
                    + " open_support_requests from account a where a.client_number < ?";
    // Two short looks into indexes instead of one at every account.
    private static final String WAITING =
            " and a.client_number in ((select client_number from account where support_clearance ="
                + " 'needed' and client_number < ? order by client_number desc limit ?) union"
                + " (select distinct client_number from support_request where state = 'open' and"
                + " client_number < ? order by client_number desc limit ?))";
    private static final String THIS_WAITS =
            " and (a.support_clearance = 'needed' or exists (select 1 from support_request w where"
                    + " w.account_id = a.id and w.state = 'open'))";
    private static final String SUBMISSIONS =
            "select s.*, c.venue, c.market, c.strategy_id, c.label, a.email, a.name,"
                + " a.client_number from submission s join connection c on c.id = s.connection_id"
                + " join account a on a.id = s.account_id";

    private final Statements statements;

    OperatorBook(Statements statements) {
        this.statements = statements;
    }

    /**
     * Which submissions are wanted; null is any.
     *
     * @param status one of the four names
     */
    public record Wanted(
            @Nullable String status, @Nullable VenueId venue, @Nullable AccountId account) {}

    /**
     * Accounts, newest first.
     *
     * @param waiting only those that an operator must clear or that have open requests
     * @param email only the one registered under exactly this address, null for all
     */
    public Page<AccountSummary> accounts(boolean waiting, @Nullable String email, Window window) {
        long before = window.after() == null ? Long.MAX_VALUE : window.after().order();
        int most = window.limit() + 1;
        var sql = new StringBuilder(ACCOUNTS);
        List<Object> values = new ArrayList<>(List.of(before));
        if (email != null) {
            sql.append(" and a.email = ?").append(waiting ? THIS_WAITS : "");
            values.add(email);
        } else if (waiting) {
            sql.append(WAITING);
            values.addAll(List.of(before, most, before, most));
        }
        sql.append(" order by a.client_number desc limit ").append(most);
        record Numbered(AccountSummary account, long number) {}
        List<Numbered> found =
                statements.query(
                        sql.toString(),
                        row -> new Numbered(SupportRows.account(row), row.getLong("client_number")),
                        values.toArray());
        Page<Numbered> page = Page.of(found, window, row -> new Window.Place(row.number(), ""));
        return new Page<>(page.rows().stream().map(Numbered::account).toList(), page.next());
    }

    /** Submissions, newest first. */
    public Page<OperatorSubmission> submissions(Wanted wanted, Window window) {
        Listing list =
                Listing.byId("s.id", window)
                        .whereName("s.status", wanted.status())
                        .where("c.venue", wanted.venue() == null ? null : wanted.venue().value())
                        .where(
                                "s.account_id",
                                wanted.account() == null ? null : wanted.account().value());
        return Page.of(
                statements.query(list, SUBMISSIONS, SupportRows::submission),
                window,
                row -> Window.Place.of(row.createdAt(), row.submissionId()));
    }
}
