package io.sequence.health.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.sequence.health.domain.Allowance.Lane;
import io.sequence.health.domain.Load;
import io.sequence.venues.transport.VertxVenueTransport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many pings wait for room in a budget, and how long the first of them has been due. */
@ApplicationScoped
public class HeldPingMeter {
    private final MultiGauge held;
    private final MultiGauge oldest;
    private final VertxVenueTransport transport;
    private final InstantSource clock;

    HeldPingMeter(MeterRegistry meters, VertxVenueTransport transport, InstantSource clock) {
        this.held = MultiGauge.builder("sequence.health.held_back").register(meters);
        this.oldest =
                MultiGauge.builder("sequence.health.held_back.lateness")
                        .baseUnit("seconds")
                        .register(meters);
        this.transport = transport;
        this.clock = clock;
    }

    /** Shows what waits now. */
    public void measure(Map<Lane, Load> loads) {
        List<Row<?>> counts = new ArrayList<>();
        List<Row<?>> ages = new ArrayList<>();
        loads.forEach(
                (lane, load) -> {
                    Tags tags = tags(lane);
                    counts.add(Row.of(tags, load.waiting()));
                    ages.add(Row.of(tags, age(load)));
                });
        held.register(counts, true);
        oldest.register(ages, true);
    }

    private Tags tags(Lane lane) {
        String address = transport.egress().addresses().get(lane.address());
        return Tags.of(
                "venue", lane.venue().value(), "address", address.isEmpty() ? "any" : address);
    }

    private double age(Load load) {
        return load.waitingSince() == null
                ? 0
                : Duration.between(load.waitingSince(), clock.instant()).toMillis() / 1000.0;
    }
}
