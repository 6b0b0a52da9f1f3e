package io.sequence.intake.outbound.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Asks for many callers at once: whoever asks while all lanes are busy waits, and is taken along
 * with all others that wait when a lane is free again. Nobody waits for company.
 *
 * @param <Q> what one caller asks
 * @param <A> what one caller is answered
 */
final class Gathering<Q, A> {
    private final Function<List<Q>, List<A>> work;
    private final int most;
    private final Semaphore lanes;
    private final Queue<Waiting<Q, A>> queue = new ConcurrentLinkedQueue<>();

    /**
     * A gathering.
     *
     * @param lanes how many works are done side by side
     * @param most how many questions go into one work
     * @param work answers in the order of the questions; what it throws, every caller gets
     */
    Gathering(int lanes, int most, Function<List<Q>, List<A>> work) {
        if (lanes < 1 || most < 1) {
            throw new IllegalArgumentException("nothing would ever be done");
        }
        this.lanes = new Semaphore(lanes);
        this.most = most;
        this.work = work;
    }

    /** Asks, and waits for the answer. */
    A ask(Q question) {
        var waiting = new Waiting<Q, A>(question, new CompletableFuture<>());
        queue.add(waiting);
        if (lanes.tryAcquire()) {
            Thread.startVirtualThread(this::serve);
        }
        try {
            return waiting.answer().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException trouble) {
                throw trouble;
            }
            throw e;
        }
    }

    private void serve() {
        do {
            try {
                for (var together = next(); !together.isEmpty(); together = next()) {
                    answer(together);
                }
            } finally {
                lanes.release();
            }
            // Who came between the last look and the release found no lane free.
        } while (!queue.isEmpty() && lanes.tryAcquire());
    }

    private List<Waiting<Q, A>> next() {
        var together = new ArrayList<Waiting<Q, A>>();
        while (together.size() < most && queue.poll() instanceof Waiting<Q, A> one) {
            together.add(one);
        }
        return together;
    }

    private void answer(List<Waiting<Q, A>> together) {
        try {
            List<A> answers = work.apply(together.stream().map(Waiting::question).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).answer().complete(answers.get(i));
            }
        } catch (Throwable e) {
            together.forEach(one -> one.answer().completeExceptionally(e));
            if (e instanceof VirtualMachineError error) {
                throw error;
            }
        }
    }

    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}
}
