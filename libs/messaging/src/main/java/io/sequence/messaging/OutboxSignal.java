package io.sequence.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay that there is something to carry; many signals while it works count as one. */
@ApplicationScoped
class OutboxSignal {
    private final Semaphore raised = new Semaphore(0);

    void raise() {
        raised.release();
    }

    /** Waits for a signal, at most so long, and takes all that have come. */
    void await(Duration atMost) throws InterruptedException {
        if (raised.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }
}
