package io.sequence.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A TCP port of the loopback address that nobody listened on a moment ago. */
public final class FreePort {

    private FreePort() {}

    /** Finds one; somebody else may take it before the caller does. */
    public static int find() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
