package io.sequence.health.outbound;

import io.sequence.health.domain.VenueNotice;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code venue_notice}: what one instance read of venues, for all. What was not read again
 * for ten minutes is not believed any more. Every method works in the caller's transaction.
 */
@ApplicationScoped
class NoticeTable {
    private static final String FORGET = "delete from venue_notice where venue = ?";
    private static final String INSERT =
            "insert into venue_notice (venue, from_at, until_at, words, read_at) values (?, ?, ?,"
                    + " ?, now()) on conflict (venue, from_at) do nothing";
    private static final String FRESH =
            "select venue, from_at, until_at, words from venue_notice where read_at > now() -"
                    + " interval '10 minutes' order by venue, from_at";

    private final DataSource dataSource;

    NoticeTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A venue said this; nothing else holds of it any more. */
    void said(VenueId venue, List<VenueNotice> notices) {
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                forget.setString(1, venue.value());
                forget.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (VenueNotice notice : notices) {
                    insert.setString(1, venue.value());
                    insert.setObject(2, utc(notice.from()));
                    insert.setObject(3, utc(notice.until()));
                    insert.setString(4, notice.words());
                    insert.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("venue_notice", e);
        }
    }

    /** The notice of each venue that holds now, else the next one. */
    Map<VenueId, VenueNotice> current(Instant now) {
        var current = new HashMap<VenueId, VenueNotice>();
        fresh().forEach(
                        (venue, notices) ->
                                notices.stream()
                                        .filter(
                                                one ->
                                                        one.until() == null
                                                                || now.isBefore(one.until()))
                                        .findFirst()
                                        .ifPresent(one -> current.put(venue, one)));
        return current;
    }

    private Map<VenueId, List<VenueNotice>> fresh() {
        var fresh = new HashMap<VenueId, List<VenueNotice>>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FRESH);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                fresh.computeIfAbsent(new VenueId(row.getString("venue")), _ -> new ArrayList<>())
                        .add(read(row));
            }
            return fresh;
        } catch (SQLException e) {
            throw new DatabaseTrouble("venue_notice", e);
        }
    }

    private static VenueNotice read(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("until_at", OffsetDateTime.class);
        return new VenueNotice(
                row.getString("words"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
