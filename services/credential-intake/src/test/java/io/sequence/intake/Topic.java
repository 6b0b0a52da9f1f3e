package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.Event;
import io.sequence.testing.EventProbe;
import io.sequence.testing.Eventually;
import io.sequence.testing.Neighbours;
import io.sequence.testing.TestHouse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Topics as the neighbours of this service see them. */
final class Topic extends Neighbours {
    private final List<UUID> told = new CopyOnWriteArrayList<>();

    Topic(EventProbe probe) {
        super(probe);
    }

    @Override
    public void tell(Event event, UUID id) {
        told.add(id);
        super.tell(event, id);
    }

    /** Waits until every fact that was told here has been taken in. */
    void settle(TestHouse house) {
        House rows = new House(house);
        Eventually.await()
                .untilAsserted(
                        () ->
                                assertThat(
                                                rows.column(
                                                        UUID.class,
                                                        "select event_id from"
                                                                + " credential_intake.inbox"))
                                        .containsAll(told));
    }
}
