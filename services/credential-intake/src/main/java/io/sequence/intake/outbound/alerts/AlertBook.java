package io.sequence.intake.outbound.alerts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.AlertKind;
import io.sequence.events.AlertReported;
import io.sequence.intake.domain.alerts.AlertTitles;
import io.sequence.intake.outbound.live.LiveEvents;
import io.sequence.intake.outbound.support.Listing;
import io.sequence.intake.outbound.support.Page;
import io.sequence.intake.outbound.support.Statements;
import io.sequence.intake.outbound.support.Window;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How alerts stand on channels, as mailer reported it. Reports come twice, late and in any order:
 * the end of a delivery stays its end, and of two reports the later counts. Open pages are told of
 * what counts.
 */
@ApplicationScoped
public class AlertBook {
    private static final String LIVE_EVENT = "alert.reported";
    private static final String HEAR =
            "insert into reported_alert as r (delivery_id, alert_id, channel_id, account_id, kind,"
                + " alert, connections, delivery, attempts, reason, queued_at, at) values (?, ?, ?,"
                + " ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (delivery_id) do update set delivery ="
                + " excluded.delivery, attempts = excluded.attempts, reason = excluded.reason, at ="
                + " excluded.at where r.account_id = excluded.account_id and (excluded.delivery <>"
                + " 'waiting', excluded.at, excluded.attempts) > (r.settled, r.at, r.attempts)";
    private static final String SELECT =
            "select r.*, c.name from reported_alert r left join alert_channel c on c.id ="
                    + " r.channel_id and c.account_id = r.account_id";

    private final Statements statements;
    private final LiveEvents events;

    AlertBook(Statements statements, LiveEvents events) {
        this.statements = statements;
        this.events = events;
    }

    /** Writes down how an alert stands, in the caller's transaction. */
    public void hear(AlertReported report) {
        int changed =
                statements.update(
                        HEAR,
                        report.alertId() + "." + report.channelId(),
                        report.alertId(),
                        report.channelId(),
                        report.accountId().value(),
                        report.kind().wireName(),
                        report.alert().wireName(),
                        report.connections().stream().map(ConnectionId::value).toArray(UUID[]::new),
                        report.delivery().wireName(),
                        report.attempts(),
                        report.reason(),
                        report.queuedAt(),
                        report.at());
        if (changed > 0) {
            events.append(
                    report.accountId(),
                    LIVE_EVENT,
                    Map.of(
                            "alert_id",
                            report.alertId(),
                            "channel_id",
                            report.channelId(),
                            "delivery",
                            report.delivery().wireName()));
        }
    }

    /**
     * An account's alerts, newest first.
     *
     * @param channel only those on one; null for all
     */
    public Page<DeliveryView> of(AccountId account, @Nullable UUID channel, Window window) {
        Listing list =
                Listing.byTimeAndText("r.queued_at", "r.delivery_id", window)
                        .where("r.account_id", account.value())
                        .where("r.channel_id", channel);
        return Page.of(
                statements.query(list, SELECT, AlertBook::view),
                window,
                row -> Window.Place.of(row.queuedAt(), row.alertId() + "." + row.channelId()));
    }

    /** Forgets alerts that were put into the queue before. */
    public void sweep(Instant before) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                statements.update(
                                        "delete from reported_alert where queued_at < ?", before));
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        String alert = row.getString("alert");
        return new DeliveryView(
                row.getObject("alert_id", UUID.class),
                row.getObject("channel_id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                alert,
                AlertTitles.of(AlertKind.valueOf(alert.toUpperCase(Locale.ROOT))),
                Arrays.stream((UUID[]) row.getArray("connections").getArray())
                        .map(ConnectionId::new)
                        .toList(),
                row.getString("delivery"),
                row.getInt("attempts"),
                row.getString("reason"),
                Statements.instant(row, "queued_at"),
                Statements.instant(row, "at"));
    }
}
