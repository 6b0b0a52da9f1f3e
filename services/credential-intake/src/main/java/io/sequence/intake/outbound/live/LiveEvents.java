package io.sequence.intake.outbound.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The account's own events, numbered without gaps in the order in which they became true here.
 * Written in the transaction of the change that they tell of; every instance is notified when it
 * commits.
 */
@ApplicationScoped
public class LiveEvents {
    static final String CHANNEL = "account_event";

    // The counter's row lock makes numbers appear in order: a reader never sees 12 before 11.
    private static final String APPEND =
            "with n as (insert into account_event_count as c (account_id, last) values (?, 1)"
                    + " on conflict (account_id) do update set last = c.last + 1 returning last)"
                    + " insert into account_event (account_id, sequence, type, data, at)"
                    + " select ?, n.last, ?, ?::jsonb, ? from n";
    private static final String AFTER =
            "select sequence, type, data from account_event where account_id = ? and sequence > ?"
                    + " order by sequence limit ?";

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final InstantSource clock;

    LiveEvents(DataSource dataSource, ObjectMapper json, InstantSource clock) {
        this.dataSource = dataSource;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One event.
     *
     * @param sequence counts from 1 within the account
     * @param type e.g. {@code submission.accepted}
     * @param data a JSON object
     */
    public record LiveEvent(long sequence, String type, String data) {}

    /** Adds an event in the current transaction. */
    public void append(AccountId account, String type, Object data) {
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND);
                PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            insert.setObject(1, account.value());
            insert.setObject(2, account.value());
            insert.setString(3, type);
            insert.setString(4, json.writeValueAsString(data));
            insert.setObject(5, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.executeUpdate();
            notify.setString(1, CHANNEL);
            notify.setString(2, account.toString());
            notify.execute();
        } catch (SQLException e) {
            throw new DatabaseTrouble("live event", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("live event " + type + " cannot be written", e);
        }
    }

    /** The events after the given number, oldest first, at most so many. */
    public List<LiveEvent> after(AccountId account, long sequence, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(AFTER)) {
            find.setObject(1, account.value());
            find.setLong(2, sequence);
            find.setInt(3, limit);
            try (ResultSet row = find.executeQuery()) {
                var events = new ArrayList<LiveEvent>();
                while (row.next()) {
                    events.add(new LiveEvent(row.getLong(1), row.getString(2), row.getString(3)));
                }
                return events;
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("live event", e);
        }
    }

    /** The number of the newest event, 0 when there is none. */
    public long last(AccountId account) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find =
                        connection.prepareStatement(
                                "select last from account_event_count where account_id = ?")) {
            find.setObject(1, account.value());
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("live event", e);
        }
    }
}
