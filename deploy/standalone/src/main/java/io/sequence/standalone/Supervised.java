package io.sequence.standalone;

import io.sequence.servers.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps one component running: starts it, and starts it again, ever more slowly, whenever it dies.
 */
final class Supervised {

    private static final Logger LOG = Logger.getLogger(Supervised.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PROVEN = Duration.ofSeconds(30);
    private static final int PROBE_MILLIS = 60;
    private static final int FIRST_ATTEMPTS = 3;

    private final Component component;
    private final HouseFiles files;
    private final CompletableFuture<Duration> firstReady = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Optional<ProcessHandle>> running =
            new AtomicReference<>(Optional.empty());
    private boolean begun;

    Supervised(Component component, HouseFiles files) {
        this.component = component;
        this.files = files;
    }

    Component component() {
        return component;
    }

    /** Begins to keep it running; the clock of its first start begins now. */
    synchronized void start() {
        if (isStopping()) {
            return;
        }
        begun = true;
        Thread.ofPlatform().name("keeper of " + component.name()).start(this::keep);
    }

    /**
     * How long the first start took; fails with a {@link HouseTrouble} when it did not come about.
     */
    CompletableFuture<Duration> firstReady() {
        return firstReady;
    }

    /** Ends the component and waits until it is gone; it is not started again. */
    void stop() {
        synchronized (this) {
            stopping.countDown();
            if (!begun) {
                return;
            }
        }
        try {
            // The keeper may be in the middle of a start: whatever it starts, it also ends.
            running.get().ifPresent(component::stop);
            if (!ended.await(5, TimeUnit.MINUTES)) {
                LOG.warning(component.name() + " did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        Duration pause = SHORTEST_PAUSE;
        int attempts = 0;
        try {
            while (!isStopping()) {
                long begin = System.nanoTime();
                attempts++;
                String end = run(begin);
                if (isStopping()) {
                    return;
                }
                boolean proven = System.nanoTime() - begin > PROVEN.toNanos();
                pause = proven ? SHORTEST_PAUSE : pause;
                if (!firstReady.isDone() && attempts >= FIRST_ATTEMPTS) {
                    firstReady.completeExceptionally(neverReady(end));
                    return;
                }
                LOG.warning(component.name() + " " + end + "; starting it again");
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.SEVERE, "the keeper of " + component.name() + " failed", e);
            firstReady.completeExceptionally(
                    new HouseTrouble(component.name() + " cannot be kept running: " + e, e));
        } finally {
            firstReady.cancel(false);
            ended.countDown();
        }
    }

    /** Runs it once, from start to end; tells how it ended. */
    private String run(long begin) throws InterruptedException {
        Process process;
        try {
            process = component.start();
        } catch (IOException e) {
            LOG.log(Level.WARNING, component.name() + " could not start", e);
            return "could not start (" + e.getMessage() + ")";
        }
        running.set(Optional.of(process.toHandle()));
        try {
            mark(process);
            if (isStopping()) {
                component.stop(process.toHandle());
            }
            awaitReady(process, begin);
            return "ended with exit code " + process.waitFor();
        } finally {
            running.set(Optional.empty());
            forget();
        }
    }

    private void awaitReady(Process process, long begin) throws InterruptedException {
        while (process.isAlive() && !isStopping()) {
            if (component.isReady() && process.isAlive()) {
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                LOG.info(component.name() + " is ready after " + took.toMillis() + " ms");
                firstReady.complete(took);
                return;
            }
            if (process.waitFor(PROBE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private HouseTrouble neverReady(String end) {
        return new HouseTrouble(
                "%s %s before it was ready, %d times; the reason is in %s"
                        .formatted(
                                component.name(),
                                end,
                                FIRST_ATTEMPTS,
                                files.log(component.name())));
    }

    private void mark(Process process) {
        Optional<ProcessMark> mark = ProcessMark.of(process.toHandle());
        try {
            if (mark.isPresent()) {
                mark.get().write(files.pid(component.name()));
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no pid file for " + component.name(), e);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(files.pid(component.name()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the pid file of " + component.name() + " stays behind", e);
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
