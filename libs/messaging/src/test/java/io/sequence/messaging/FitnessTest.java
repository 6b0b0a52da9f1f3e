package io.sequence.messaging;

import static io.sequence.messaging.Fitness.DOUBTFUL;
import static io.sequence.messaging.Fitness.FIT;
import static io.sequence.messaging.Fitness.UNFIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FitnessTest {
    private final Fitness.Judge judge = new Fitness.Judge();

    @Test
    void fourSilencesInARowAreNeeded() {
        assertThat(asked("yes", "no", "no", "no", "no"))
                .containsExactly(FIT, DOUBTFUL, DOUBTFUL, DOUBTFUL, UNFIT);
    }

    @Test
    void anAnswerEndsADoubt() {
        assertThat(asked("no", "no", "no", "yes", "no", "no", "no"))
                .containsExactly(DOUBTFUL, DOUBTFUL, DOUBTFUL, FIT, DOUBTFUL, DOUBTFUL, DOUBTFUL);
    }

    @Test
    void whoWasUnfitMustAnswerThreeTimesInARow() {
        assertThat(asked("no", "no", "no", "no", "yes", "yes", "no", "yes", "yes", "yes"))
                .endsWith(UNFIT, UNFIT, UNFIT, UNFIT, UNFIT, UNFIT, FIT);
    }

    private List<Fitness> asked(String... answers) {
        return Stream.of(answers).map(answer -> judge.asked("yes".equals(answer))).toList();
    }
}
