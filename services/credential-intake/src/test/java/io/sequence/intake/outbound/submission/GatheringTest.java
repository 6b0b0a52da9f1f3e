package io.sequence.intake.outbound.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.testing.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void answersEachWhatItAsked() throws Exception {
        open.countDown();
        var gathering = new Gathering<>(2, 8, this::twice);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int n = 0; n < 500; n++) {
                int question = n;
                asked.add(many.submit(() -> gathering.ask(question)));
            }
            for (int n = 0; n < 500; n++) {
                assertThat(asked.get(n).get(10, TimeUnit.SECONDS)).isEqualTo(2 * n);
            }
        }
        assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(1, 8));
    }

    @Test
    void takesAlongWhoWaits() throws Exception {
        var gathering = new Gathering<>(1, 3, this::twice);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Thread> waiting = new CopyOnWriteArrayList<>();
            List<Future<Integer>> asked = new ArrayList<>();
            asked.add(many.submit(() -> gathering.ask(0)));
            Eventually.await().until(() -> sizes.size() == 1);
            for (int n = 1; n < 5; n++) {
                int question = n;
                asked.add(
                        many.submit(
                                () -> {
                                    waiting.add(Thread.currentThread());
                                    return gathering.ask(question);
                                }));
            }
            Eventually.await()
                    .until(
                            () ->
                                    waiting.size() == 4
                                            && waiting.stream()
                                                    .allMatch(
                                                            one ->
                                                                    one.getState()
                                                                            == Thread.State
                                                                                    .WAITING));
            open.countDown();
            for (int n = 0; n < 5; n++) {
                assertThat(asked.get(n).get(10, TimeUnit.SECONDS)).isEqualTo(2 * n);
            }
        }
        assertThat(sizes).containsExactly(1, 3, 1);
    }

    @Test
    void tellsEachOfTroubleAndGoesOn() {
        open.countDown();
        var gathering =
                new Gathering<Integer, Integer>(
                        1,
                        8,
                        asked -> {
                            if (asked.contains(13)) {
                                throw new IllegalStateException("trouble");
                            }
                            return twice(asked);
                        });
        for (int round = 0; round < 3; round++) {
            assertThatThrownBy(() -> gathering.ask(13))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("trouble");
            assertThat(gathering.ask(1)).isEqualTo(2);
        }
    }

    private List<Integer> twice(List<Integer> asked) {
        sizes.add(asked.size());
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return asked.stream().map(n -> 2 * n).toList();
    }
}
