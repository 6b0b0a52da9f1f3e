package io.sequence.standalone.bench;

import io.sequence.standalone.bench.Traders.Trader;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** One connection of the {@link Load}: writes a submission, reads the answer, writes the next. */
final class LoadClient {
    static final int KEY_LENGTH = 18;
    static final int SECRET_LENGTH = 36;
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static final String LENGTH_HEADER = "content-length:";

    private final SocketChannel channel;
    private final Tally tally;
    private final byte[] request;
    private final int keyAt;
    private final int secretAt;
    // Made-up keys need no secure randomness.
    private final Random random = new Random();
    private final byte[] answer = new byte[16_384];
    private final ByteBuffer in = ByteBuffer.wrap(answer);
    private long sentAt;

    LoadClient(SocketChannel channel, Trader trader, InetSocketAddress address, Tally tally) {
        this.channel = channel;
        this.tally = tally;
        String key = "k".repeat(KEY_LENGTH);
        String secret = "s".repeat(SECRET_LENGTH);
        String body = body(trader, key, secret);
        String text =
                "POST /v1/submissions HTTP/1.1\r\nHost: "
                        + address.getHostString()
                        + ":"
                        + address.getPort()
                        + "\r\nAuthorization: Bearer "
                        + trader.token()
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body;
        this.request = text.getBytes(StandardCharsets.US_ASCII);
        this.keyAt = text.lastIndexOf(key);
        this.secretAt = text.lastIndexOf(secret);
    }

    private static String body(Trader trader, String key, String secret) {
        return ("{\"email\":\"%s\",\"type\":\"add\",\"market\":\"derivatives\",\"venue\":\"bybit\","
                        + "\"strategy_id\":\"btc_accumulation\",\"label\":\"My main account\","
                        + "\"credentials\":{\"api_key\":\"%s\",\"api_secret\":\"%s\"},"
                        + "\"anti_phishing_code\":\"%s\",\"funded_confirmed\":true,"
                        + "\"terms_accepted\":true}")
                .formatted(trader.email(), key, secret, Traders.CODE);
    }

    void send() throws IOException {
        refill(keyAt, KEY_LENGTH);
        refill(secretAt, SECRET_LENGTH);
        in.clear();
        sentAt = System.nanoTime();
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** Takes what came; counts a whole answer and sends the next request. */
    void read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the house closed a connection");
        }
        int head = headLength();
        if (head < 0 || in.position() < head + bodyLength(head)) {
            return;
        }
        int status = (answer[9] - '0') * 100 + (answer[10] - '0') * 10 + answer[11] - '0';
        if (status == 202) {
            tally.taken(System.nanoTime() - sentAt);
        } else {
            tally.refused(
                    status
                            + " "
                            + new String(
                                    answer, head, in.position() - head, StandardCharsets.UTF_8));
        }
        send();
    }

    private int headLength() {
        for (int i = 12; i + 3 < in.position(); i++) {
            if (answer[i] == '\r' && answer[i + 2] == '\r') {
                return i + 4;
            }
        }
        return -1;
    }

    private int bodyLength(int head) {
        String text =
                new String(answer, 0, head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int at = text.indexOf(LENGTH_HEADER);
        if (at < 0) {
            throw new BenchTrouble("the house answers without a Content-Length");
        }
        return Integer.parseInt(
                text.substring(at + LENGTH_HEADER.length(), text.indexOf('\r', at)).strip());
    }

    private void refill(int at, int length) {
        for (int i = at; i < at + length; i++) {
            request[i] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is lost with it.
        }
    }
}
