package io.sequence.venues.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.vocabulary.ConnectionId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EgressAddressesTest {
    private final List<ConnectionId> connections =
            Stream.generate(ConnectionId::next).limit(12_000).toList();

    @Test
    void spreadsConnectionsEvenly() {
        var addresses = EgressAddresses.of(List.of("203.0.113.7", "203.0.113.8", "203.0.113.9"));
        for (int i = 0; i < 3; i++) {
            int place = i;
            assertThat(connections.stream().filter(one -> addresses.of(one) == place).count())
                    .isBetween(3_700L, 4_300L);
        }
    }

    @Test
    void movesOnlyTheShareOfAnAddressThatIsAdded() {
        var two = EgressAddresses.of(List.of("203.0.113.7", "203.0.113.8"));
        var three = EgressAddresses.of(List.of("203.0.113.7", "203.0.113.8", "203.0.113.9"));
        for (ConnectionId connection : connections) {
            if (three.of(connection) != 2) {
                assertThat(three.of(connection)).isEqualTo(two.of(connection));
            }
        }
    }

    @Test
    void leavesTheChoiceToTheMachineWhereNoneIsNamed() {
        assertThat(EgressAddresses.of(List.of()).addresses()).containsExactly("");
    }
}
