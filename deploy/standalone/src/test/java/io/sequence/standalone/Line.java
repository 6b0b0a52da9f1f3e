package io.sequence.standalone;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;

/**
 * The network between one process and one server of this machine, which can be cut: as networks do
 * it, without a word to either end. What was said meanwhile arrives when it is mended.
 */
final class Line implements AutoCloseable {
    private static final int CHUNK = 16_384;

    private final ServerSocket door;
    private final int server;
    private final boolean broker;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private boolean whole = true;

    private Line(int server, boolean broker) throws IOException {
        this.server = server;
        this.broker = broker;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** A line to a server that says nothing of its own address. */
    static Line to(int server) throws IOException {
        return new Line(server, false);
    }

    /** A line to a Kafka broker, which tells clients where it is: here, the line's own end. */
    static Line toBroker(int server) throws IOException {
        return new Line(server, true);
    }

    /** Where to connect to. */
    int port() {
        return door.getLocalPort();
    }

    /** Nothing passes from now on, in either direction. */
    void cut() {
        set(false);
    }

    /** All passes again. */
    void mend() {
        set(true);
    }

    private void set(boolean to) {
        lock.lock();
        try {
            whole = to;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitWhole() {
        lock.lock();
        try {
            while (!whole) {
                mended.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket near = door.accept();
                sockets.add(near);
                Thread.ofVirtual().start(() -> connect(near));
            }
        } catch (IOException e) {
            // The door was closed.
        }
    }

    private void connect(Socket near) {
        awaitWhole();
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
            sockets.add(far);
            Wire wire = broker ? new BrokerWire(port()) : Line::chunk;
            Thread.ofVirtual().start(() -> carry(near, far, wire::asked));
            Thread.ofVirtual().start(() -> carry(far, near, wire::answered));
        } catch (IOException e) {
            close(near);
        }
    }

    private void carry(Socket from, Socket to, Reading reading) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (byte[] next = reading.next(in); next.length > 0; next = reading.next(in)) {
                awaitWhole();
                out.write(next);
            }
        } catch (IOException e) {
            // One end is gone: so is the other.
        } finally {
            awaitWhole();
            close(from);
            close(to);
        }
    }

    @Override
    public void close() {
        mend();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(Line::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    private static byte[] chunk(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int length = in.read(chunk);
        return Arrays.copyOf(chunk, Math.max(length, 0));
    }

    /** Reads what is to be carried next; nothing at the end. */
    private interface Reading {
        byte[] next(InputStream in) throws IOException;
    }

    /** What passes one connection, in both directions. */
    private interface Wire {
        byte[] asked(InputStream in) throws IOException;

        default byte[] answered(InputStream in) throws IOException {
            return asked(in);
        }
    }

    /** Kafka's protocol, in which every answer that names the broker names the line instead. */
    private static final class BrokerWire implements Wire {
        private final int port;
        private final Map<Integer, RequestHeader> naming = new ConcurrentHashMap<>();

        BrokerWire(int port) {
            this.port = port;
        }

        @Override
        public byte[] asked(InputStream in) throws IOException {
            byte[] frame = frame(in);
            if (frame.length > 0) {
                RequestHeader header = RequestHeader.parse(ByteBuffer.wrap(frame));
                ApiKeys asks = header.apiKey();
                if (asks == ApiKeys.METADATA || asks == ApiKeys.FIND_COORDINATOR) {
                    naming.put(header.correlationId(), header);
                }
            }
            return sized(frame);
        }

        @Override
        public byte[] answered(InputStream in) throws IOException {
            byte[] frame = frame(in);
            RequestHeader header =
                    frame.length == 0 ? null : naming.remove(ByteBuffer.wrap(frame).getInt());
            return sized(header == null ? frame : renamed(frame, header));
        }

        private byte[] renamed(byte[] frame, RequestHeader header) {
            ApiMessage answer =
                    AbstractResponse.parseResponse(ByteBuffer.wrap(frame), header).data();
            switch (answer) {
                case MetadataResponseData told ->
                        told.brokers().forEach(broker -> broker.setPort(port));
                case FindCoordinatorResponseData told -> {
                    // Later versions have it in the list alone.
                    if (told.port() > 0) {
                        told.setPort(port);
                    }
                    told.coordinators().forEach(coordinator -> coordinator.setPort(port));
                }
                default -> throw new IllegalStateException(header.apiKey() + " names no broker");
            }
            short version = header.apiVersion();
            ByteBuffer head =
                    bytes(
                            new ResponseHeaderData().setCorrelationId(header.correlationId()),
                            header.apiKey().responseHeaderVersion(version));
            ByteBuffer body = bytes(answer, version);
            return ByteBuffer.allocate(head.remaining() + body.remaining())
                    .put(head)
                    .put(body)
                    .array();
        }

        private static ByteBuffer bytes(ApiMessage message, short version) {
            return MessageUtil.toByteBufferAccessor(message, version).buffer();
        }

        private static byte[] frame(InputStream in) throws IOException {
            byte[] size = in.readNBytes(Integer.BYTES);
            if (size.length < Integer.BYTES) {
                return new byte[0];
            }
            byte[] frame = new byte[ByteBuffer.wrap(size).getInt()];
            new DataInputStream(in).readFully(frame);
            return frame;
        }

        private static byte[] sized(byte[] frame) {
            return frame.length == 0
                    ? frame
                    : ByteBuffer.allocate(Integer.BYTES + frame.length)
                            .putInt(frame.length)
                            .put(frame)
                            .array();
        }
    }
}
