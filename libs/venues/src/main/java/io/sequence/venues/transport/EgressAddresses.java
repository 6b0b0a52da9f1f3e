package io.sequence.venues.transport;

import io.sequence.vocabulary.ConnectionId;
import java.util.List;

/**
 * Our own addresses, from which venues are asked. A connection keeps its address in every process
 * and over restarts; when one is added or taken away, only its share of connections moves
 * (rendezvous hashing).
 */
public final class EgressAddresses {
    /** The one that the machine chooses. */
    public static final EgressAddresses ANY = new EgressAddresses(List.of(""));

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final List<String> addresses;
    private final long[] salts;

    private EgressAddresses(List<String> addresses) {
        this.addresses = List.copyOf(addresses);
        this.salts = new long[addresses.size()];
        for (int i = 0; i < salts.length; i++) {
            salts[i] = mixed(addresses.get(i).hashCode() * GOLDEN);
        }
    }

    /** These; the machine's choice when there are none. */
    public static EgressAddresses of(List<String> addresses) {
        return addresses.isEmpty() ? ANY : new EgressAddresses(addresses);
    }

    /** As they were configured; the empty one is the machine's choice. */
    public List<String> addresses() {
        return addresses;
    }

    /** How many there are. */
    public int size() {
        return salts.length;
    }

    /** Which of them is a connection's. */
    public int of(ConnectionId connection) {
        int best = 0;
        if (salts.length > 1) {
            long name = name(connection);
            long highest = mixed(name ^ salts[0]);
            for (int i = 1; i < salts.length; i++) {
                long score = mixed(name ^ salts[i]);
                if (score > highest) {
                    highest = score;
                    best = i;
                }
            }
        }
        return best;
    }

    /** A number for a connection, the same in every process. */
    static long name(ConnectionId connection) {
        long bits =
                connection.value().getMostSignificantBits() * GOLDEN
                        ^ connection.value().getLeastSignificantBits();
        long name = mixed(bits);
        return name == 0 ? 1 : name;
    }

    private static long mixed(long bits) {
        long one = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long two = (one ^ (one >>> 27)) * 0x94D049BB133111EBL;
        return two ^ (two >>> 31);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EgressAddresses same && same.addresses.equals(addresses);
    }

    @Override
    public int hashCode() {
        return addresses.hashCode();
    }

    @Override
    public String toString() {
        return addresses.toString();
    }
}
