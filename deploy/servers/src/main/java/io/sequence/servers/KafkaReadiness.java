package io.sequence.servers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Whether a broker answers, asked with one bare metadata request (Kafka protocol, Metadata v1): a
 * client would take longer to start than the answer takes, and logs each refused connection.
 */
public final class KafkaReadiness {

    private static final short METADATA = 3;
    private static final short VERSION = 1;
    private static final int CORRELATION = 0x5E9;
    private static final int ANSWER_LIMIT_BYTES = 1 << 20;

    private KafkaReadiness() {}

    /**
     * Asks until a broker answers.
     *
     * @param address {@code host:port}
     * @param patience how long to ask
     * @param worthWaiting asked between attempts; false ends the wait early
     * @return whether a broker answered
     */
    public static boolean await(String address, Duration patience, BooleanSupplier worthWaiting)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && worthWaiting.getAsBoolean()) {
            if (answers(address)) {
                return true;
            }
            Thread.sleep(40);
        }
        return false;
    }

    /**
     * Whether a broker answers within two seconds and counts at least one broker, itself, as alive.
     */
    public static boolean answers(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(2_000);
            socket.connect(
                    new InetSocketAddress(
                            address.substring(0, colon),
                            Integer.parseInt(address.substring(colon + 1))),
                    1_000);
            new DataOutputStream(socket.getOutputStream()).write(request());
            return countsABroker(new DataInputStream(socket.getInputStream()));
        } catch (IOException e) {
            return false;
        }
    }

    /** Length, key, version, correlation, no client id, and an empty list of topics. */
    private static byte[] request() {
        return ByteBuffer.allocate(18)
                .putInt(14)
                .putShort(METADATA)
                .putShort(VERSION)
                .putInt(CORRELATION)
                .putShort((short) -1)
                .putInt(0)
                .array();
    }

    private static boolean countsABroker(DataInputStream answer) throws IOException {
        int length = answer.readInt();
        return length >= 8
                && length <= ANSWER_LIMIT_BYTES
                && answer.readInt() == CORRELATION
                && answer.readInt() >= 1;
    }
}
