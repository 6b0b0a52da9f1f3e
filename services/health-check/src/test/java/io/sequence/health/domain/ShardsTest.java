package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ShardsTest {
    private final Shards shards = new Shards();

    @Test
    void tellsWhenAShardWasAwayInBetween() {
        shards.gain(Set.of(1, 2));
        var before = shards.tenures();
        shards.lose(Set.of(2));
        assertThat(shards.owned()).containsExactly(1);
        shards.gain(Set.of(2));
        assertThat(shards.tenures().get(1)).isEqualTo(before.get(1));
        assertThat(shards.tenures().get(2)).isNotEqualTo(before.get(2));
    }
}
