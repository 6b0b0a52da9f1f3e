package io.sequence.health.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.health.domain.VenueNotice;
import io.sequence.venues.Venues;
import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.StatusReader.Closure;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.api.WireResult;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Asks venues whether they are open, where they say so, and knows what is configured: {@code
 * sequence.venues.<venue>.maintenance}, intervals such as {@code
 * 2026-12-01T08:00:00Z/2026-12-01T10:00:00Z}, separated by commas.
 */
@ApplicationScoped
public class StatusDoor {
    private static final Logger LOG = Logger.getLogger(StatusDoor.class);

    private final VenueTransport transport;
    private final NoticeTable table;
    private final Config config;
    private final InstantSource clock;

    StatusDoor(VenueTransport transport, NoticeTable table, Config config, InstantSource clock) {
        this.transport = transport;
        this.table = table;
        this.config = config;
        this.clock = clock;
    }

    /** Asks every venue once and writes down what it says; what cannot be read changes nothing. */
    public void read() {
        for (Venue venue : Venues.all()) {
            VenueId id = venue.profile().venue();
            try {
                asked(venue).ifPresent(said -> write(id, said));
            } catch (RuntimeException e) {
                LOG.debugf("the status of %s is not read: %s", id, e.getClass().getName());
            }
        }
    }

    private void write(VenueId venue, List<VenueNotice> said) {
        var all = new ArrayList<>(said);
        all.addAll(configured(venue));
        QuarkusTransaction.requiringNew().run(() -> table.said(venue, all));
    }

    /** Empty when the venue could not be asked. */
    private Optional<List<VenueNotice>> asked(Venue venue) {
        Optional<StatusReader> reader = venue.status();
        return reader.isEmpty() ? Optional.of(List.of()) : asked(venue, reader.get());
    }

    private Optional<List<VenueNotice>> asked(Venue venue, StatusReader reader) {
        VenueId id = venue.profile().venue();
        WireResult result = transport.exchange(id, reader.question(), CallClass.PUBLIC);
        if (!(result instanceof WireResult.Answered answered)) {
            return Optional.empty();
        }
        Optional<JsonNode> json = Json.parse(answered.response().body());
        if (json.isEmpty() || answered.response().status() != 200) {
            return Optional.empty();
        }
        Instant now = transport.venueTime(id, reader.question().host());
        return Optional.of(
                reader.closures(json.get(), now).stream().map(StatusDoor::notice).toList());
    }

    private static VenueNotice notice(Closure closure) {
        return new VenueNotice(closure.words(), closure.from(), closure.until());
    }

    private List<VenueNotice> configured(VenueId venue) {
        List<VenueNotice> notices = new ArrayList<>();
        for (String interval :
                config.getOptionalValues("sequence.venues." + venue + ".maintenance", String.class)
                        .orElse(List.of())) {
            String[] ends = interval.strip().split("/", -1);
            try {
                if (ends.length == 2) {
                    notices.add(
                            new VenueNotice("", Instant.parse(ends[0]), Instant.parse(ends[1])));
                }
            } catch (DateTimeParseException e) {
                LOG.warnf("sequence.venues.%s.maintenance: %s is no interval", venue, interval);
            }
        }
        return notices;
    }

    /** What holds of venues now, whoever read it. */
    Map<VenueId, VenueNotice> current() {
        return table.current(clock.instant());
    }
}
