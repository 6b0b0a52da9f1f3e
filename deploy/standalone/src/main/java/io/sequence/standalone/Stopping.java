package io.sequence.standalone;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes within a bounded time. */
final class Stopping {

    private static final Duration FORCED = Duration.ofSeconds(5);

    private Stopping() {}

    /** SIGTERM, and SIGKILL when the patience is over. */
    static void gracefully(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ends(process, patience)) {
            process.destroyForcibly();
            ends(process, FORCED);
        }
    }

    /** Waits for the end; false when it does not come in time. */
    static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }
}
