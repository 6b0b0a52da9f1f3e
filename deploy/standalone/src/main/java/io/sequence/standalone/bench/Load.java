package io.sequence.standalone.bench;

import io.sequence.standalone.bench.Traders.Trader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Submissions from many connections at once, each sending its next as soon as the last is answered.
 * One thread and no HTTP library: what the load costs is taken from the machine that is measured.
 */
final class Load {
    private final InetSocketAddress address;
    private final List<Trader> traders;

    /** A load on the house, one connection a trader. */
    Load(String house, List<Trader> traders) {
        URI origin = URI.create(house);
        this.address = new InetSocketAddress(origin.getHost(), origin.getPort());
        this.traders = traders;
    }

    /** Sends for so long and counts the answers. */
    Tally run(Duration time) {
        Tally tally = new Tally();
        var clients = new ArrayList<LoadClient>();
        try (Selector selector = Selector.open()) {
            for (Trader trader : traders) {
                SocketChannel channel = SocketChannel.open(address);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                LoadClient client = new LoadClient(channel, trader, address, tally);
                channel.register(selector, SelectionKey.OP_READ, client);
                clients.add(client);
            }
            long begin = System.nanoTime();
            for (LoadClient client : clients) {
                client.send();
            }
            pump(selector, begin + time.toNanos());
            tally.end(Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new BenchTrouble("the house does not answer: " + e.getMessage(), e);
        } finally {
            clients.forEach(LoadClient::close);
        }
        return tally;
    }

    private static void pump(Selector selector, long end) throws IOException {
        while (System.nanoTime() < end) {
            selector.select(100);
            Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
            while (ready.hasNext()) {
                SelectionKey key = ready.next();
                ready.remove();
                ((LoadClient) key.attachment()).read();
            }
        }
    }
}
