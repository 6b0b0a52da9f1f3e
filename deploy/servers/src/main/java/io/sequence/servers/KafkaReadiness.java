package io.sequence.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Whether a broker answers. */
public final class KafkaReadiness {

    private KafkaReadiness() {}

    /**
     * Asks for the cluster's metadata until a broker answers.
     *
     * @param bootstrapServers {@code host:port}
     * @param patience how long to ask
     * @param worthWaiting asked between attempts; false ends the wait early
     * @return whether a broker answered
     */
    public static boolean await(
            String bootstrapServers, Duration patience, BooleanSupplier worthWaiting)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && worthWaiting.getAsBoolean()) {
            // A client logs every refused connection: it is made only when somebody listens.
            if (!listens(bootstrapServers)) {
                Thread.sleep(40);
            } else if (answers(bootstrapServers)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a broker answers a metadata request within two seconds. */
    public static boolean answers(String bootstrapServers) throws InterruptedException {
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG,
                        50,
                        AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        100,
                        AdminClientConfig.RETRY_BACKOFF_MS_CONFIG,
                        50,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        2000,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        2000);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static boolean listens(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            address.substring(0, colon),
                            Integer.parseInt(address.substring(colon + 1))),
                    500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
