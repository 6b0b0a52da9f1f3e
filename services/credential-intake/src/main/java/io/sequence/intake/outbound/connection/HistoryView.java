package io.sequence.intake.outbound.connection;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sequence.intake.domain.history.Outage;
import io.sequence.intake.domain.history.Point;
import io.sequence.vocabulary.ConnectionId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A connection's last day as the public contract shows it.
 *
 * @param connectionId which one
 * @param from when the oldest slot began
 * @param until now
 * @param stepSeconds how long a slot is
 * @param points oldest first, only of slots with pings
 * @param outages oldest first; one may have begun before {@code from}
 */
public record HistoryView(
        ConnectionId connectionId,
        Instant from,
        Instant until,
        long stepSeconds,
        List<Point> points,
        List<OutageView> outages) {
    /**
     * A time during which the connection did not work.
     *
     * @param status {@code error} or {@code reauth_needed}
     * @param from when it began
     * @param until when it ended; null while it lasts
     * @param reason why, as JSON
     */
    public record OutageView(
            @Schema(enumeration = {"error", "reauth_needed"}) String status,
            Instant from,
            @Nullable Instant until,
            @Schema(implementation = ReasonView.class) @JsonRawValue @Nullable String reason) {
        static OutageView of(Outage outage) {
            return new OutageView(
                    outage.state().wireName(), outage.from(), outage.until(), outage.reason());
        }
    }
}
