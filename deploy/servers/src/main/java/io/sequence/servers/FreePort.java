package io.sequence.servers;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A TCP port of the loopback address that nobody listened on a moment ago. It lies below those that
 * a kernel gives to whoever asks for any (32768 and up, on Linux): such a port may be given away
 * between the moment it is found and the moment a server that takes seconds to start wants it.
 */
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final int TRIES = 1_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** Finds one that this process has not been given before. */
    public static int find() throws IOException {
        return findRow(1);
    }

    /** The first of several ports that follow one another. */
    public static int findRow(int count) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int first = ThreadLocalRandom.current().nextInt(FIRST, END - count);
            if (isFree(first, count)) {
                return first;
            }
        }
        throw new IOException("there is no free port between " + FIRST + " and " + END);
    }

    private static boolean isFree(int first, int count) throws IOException {
        for (int port = first; port < first + count; port++) {
            if (!GIVEN.add(port) || !isFree(port)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        }
    }
}
