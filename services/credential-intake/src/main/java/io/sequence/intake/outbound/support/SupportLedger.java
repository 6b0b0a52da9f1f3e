package io.sequence.intake.outbound.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.intake.domain.support.SupportKind;
import io.sequence.intake.domain.support.SupportSubject;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.TimeOrderedUuid;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what people wait for support with. Whoever writes takes the account's row first, so
 * that a request does not come after the act that settled it.
 */
@ApplicationScoped
public class SupportLedger {
    // Words of one open request; of more, the newest.
    private static final int WORDS = 10_000;
    private static final String DUPLICATE = "23505";
    private static final String ACCOUNT =
            "select client_number, support_clearance = 'needed' as waits from account where id = ?"
                    + " for share";
    private static final String TURN_OF_ACCOUNT =
            "select 1 from account where id = ? for no key update";
    private static final String INVITED =
            "select 1 from invitation where account_id = ? and strategy_id = ?";
    private static final String RECORD =
            "insert into support_request as r (id, account_id, client_number, kind, venue, market,"
                + " strategy_id, message, times, first_at, last_at, state) values (?, ?, ?, ?, ?,"
                + " ?, ?, ?, ?, ?, ?, 'open') on conflict (account_id, kind, venue, market,"
                + " strategy_id) where state = 'open' do update set times = r.times +"
                + " excluded.times, last_at = greatest(r.last_at, excluded.last_at), message = case"
                + " when excluded.message is null then r.message when r.message is null or"
                + " right(r.message, length(excluded.message)) = excluded.message then"
                + " coalesce(r.message, excluded.message) else right(r.message || E'\\n"
                + "\\n"
                + "' || excluded.message, "
                    + WORDS
                    + ") end returning id";
    private static final String NOTE =
            " insert into account_change (account_id, changed_by, field, old_value, new_value,"
                    + " request_id, changed_at) select account_id, ?, 'support_request', id || ' '"
                    + " || ?, id || ' ' || ?, ?, ? from c";
    private static final String SETTLE =
            "with c as (update support_request set state = 'closed', closed_at = ?, closed_by = ?"
                + " where account_id = ? and state = 'open' and kind = ? and (?::text is null or"
                + " strategy_id = ?) returning id, account_id)";
    private static final String TURN =
            "with c as (update support_request set state = ?, closed_at = ?, closed_by = ? where"
                    + " id = ? and state <> ? returning id, account_id)";
    private static final String SELECT =
            "select r.*, a.email, a.name from support_request r join account a on a.id ="
                    + " r.account_id";

    private final Statements statements;

    SupportLedger(Statements statements) {
        this.statements = statements;
    }

    /**
     * Something to write down.
     *
     * @param account who waits
     * @param message their own words, checked by the caller
     * @param times how often it came
     * @param at when
     */
    public record Note(
            AccountId account,
            SupportKind kind,
            SupportSubject subject,
            @Nullable String message,
            int times,
            Instant at) {
        @Override
        public String toString() {
            return "Note[" + account + " " + kind + "]";
        }
    }

    /**
     * Which requests are wanted.
     *
     * @param state {@code open}, {@code closed} or null for both
     * @param account whose, null for everybody's
     */
    public record Wanted(@Nullable String state, @Nullable AccountId account) {}

    /** Who turns a request, in which request of theirs, and when. */
    public record Act(AccountId by, String requestId, Instant at) {}

    /** Writes a request down, in the open one about the same if there is one; its id. */
    public UUID record(Note note) {
        return QuarkusTransaction.requiringNew()
                .call(() -> write(note, client(note).orElseThrow()));
    }

    /** The same for what came by itself, unless it has been settled meanwhile. */
    void recordUnlessSettled(Note note) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                client(note)
                                        .filter(client -> !isSettled(note, client))
                                        .ifPresent(client -> write(note, client)));
    }

    /**
     * Closes what an account waits for that has now been given; part of the caller's transaction.
     */
    public void settle(
            AccountId account, SupportKind kind, @Nullable StrategyId strategy, Act act) {
        // Who writes a request down at this moment is waited for, or waits and finds it settled.
        statements.query(TURN_OF_ACCOUNT, row -> row.getInt(1), account.value());
        String id = strategy == null ? null : strategy.value();
        statements.update(
                SETTLE + NOTE,
                act.at(),
                act.by().value(),
                account.value(),
                kind.wireName(),
                id,
                id,
                act.by().value(),
                "open",
                "closed",
                act.requestId(),
                act.at());
    }

    /**
     * Closes or opens a request; nothing is noted when it is so already.
     *
     * @return false when it cannot be opened because another one about the same is
     */
    public boolean turn(UUID id, boolean open, Act act) {
        String state = open ? "open" : "closed";
        try {
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    statements.update(
                                            TURN + NOTE,
                                            state,
                                            open ? null : act.at(),
                                            open ? null : act.by().value(),
                                            id,
                                            state,
                                            act.by().value(),
                                            open ? "closed" : "open",
                                            state,
                                            act.requestId(),
                                            act.at()));
            return true;
        } catch (DatabaseTrouble e) {
            if (e.getCause() instanceof SQLException sql && DUPLICATE.equals(sql.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** One request. */
    public Optional<SupportRequestView> find(UUID id) {
        return statements.query(SELECT + " where r.id = ?", SupportRows::request, id).stream()
                .findFirst();
    }

    /** Requests, newest first. */
    public Page<SupportRequestView> all(Wanted wanted, Window window) {
        Listing list =
                Listing.byTime("r.first_at", "r.id", window)
                        .whereName("r.state", wanted.state())
                        .where(
                                "r.account_id",
                                wanted.account() == null ? null : wanted.account().value());
        return Page.of(
                statements.query(list, SELECT, SupportRows::request),
                window,
                row -> Window.Place.of(row.firstAt(), row.supportRequestId()));
    }

    private Optional<Client> client(Note note) {
        return statements
                .query(
                        ACCOUNT,
                        row -> new Client(row.getLong("client_number"), row.getBoolean("waits")),
                        note.account().value())
                .stream()
                .findFirst();
    }

    private boolean isSettled(Note note, Client client) {
        StrategyId strategy = note.subject().strategyId();
        return switch (note.kind()) {
            case MICROSOFT_ADDRESS -> !client.waits();
            case INVITATION ->
                    strategy != null
                            && !statements
                                    .query(
                                            INVITED,
                                            row -> row.getInt(1),
                                            note.account().value(),
                                            strategy.value())
                                    .isEmpty();
            case CONTACT_SUPPORT_ROUTE, QUESTION -> false;
        };
    }

    private UUID write(Note note, Client client) {
        VenueId venue = note.subject().venue();
        Market market = note.subject().market();
        StrategyId strategy = note.subject().strategyId();
        List<UUID> id =
                statements.query(
                        RECORD,
                        row -> row.getObject(1, UUID.class),
                        TimeOrderedUuid.next(),
                        note.account().value(),
                        client.number(),
                        note.kind().wireName(),
                        venue == null ? null : venue.value(),
                        market == null ? null : market.wireName(),
                        strategy == null ? null : strategy.value(),
                        note.message(),
                        note.times(),
                        note.at(),
                        note.at());
        return id.getFirst();
    }

    private record Client(long number, boolean waits) {}
}
