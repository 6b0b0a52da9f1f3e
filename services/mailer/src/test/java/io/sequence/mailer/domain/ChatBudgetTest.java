package io.sequence.mailer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChatBudgetTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private final ChatBudget budget = new ChatBudget(2, Duration.ofMinutes(1));

    @Test
    void givesSoManyInAnyStretch() {
        assertThat(budget.take(1, NOW)).isTrue();
        assertThat(budget.take(1, NOW.plusSeconds(30))).isTrue();
        assertThat(budget.take(1, NOW.plusSeconds(59))).isFalse();
        assertThat(budget.take(1, NOW.plusSeconds(60))).isTrue();
        assertThat(budget.take(1, NOW.plusSeconds(61))).isFalse();
    }

    @Test
    void countsEachChatByItself() {
        budget.take(1, NOW);
        budget.take(1, NOW);
        assertThat(budget.take(2, NOW)).isTrue();
    }
}
