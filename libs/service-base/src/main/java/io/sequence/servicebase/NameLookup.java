package io.sequence.servicebase;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the addresses of a host name. */
@FunctionalInterface
public interface NameLookup {
    /**
     * All addresses of it.
     *
     * @throws UnknownHostException when there are none, or nobody could be asked
     */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** The machine's own resolver, waited for as long as that; it may need threads of its own. */
    static NameLookup ofThisMachine(Duration patience) {
        // A lookup blocks its thread for good or ill, so few threads and a short queue are risked.
        ExecutorService threads =
                new ThreadPoolExecutor(
                        8,
                        8,
                        30,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(256),
                        Thread.ofPlatform().daemon().name("name-lookup-", 0).factory(),
                        new ThreadPoolExecutor.AbortPolicy());
        ((ThreadPoolExecutor) threads).allowCoreThreadTimeOut(true);
        return host -> {
            Future<InetAddress[]> asked;
            try {
                asked = threads.submit(() -> InetAddress.getAllByName(host));
            } catch (java.util.concurrent.RejectedExecutionException full) {
                throw new UnknownHostException("too many names are being looked up");
            }
            try {
                return List.of(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } catch (ExecutionException | TimeoutException e) {
                throw new UnknownHostException("no addresses");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnknownHostException("interrupted");
            } finally {
                asked.cancel(true);
            }
        };
    }
}
