package io.sequence.servicebase;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others: the registries of special-purpose
 * addresses (IANA, RFC 6890 and what updates it), and clouds' own doors that lie outside them.
 */
public final class PublicAddresses {
    private static final List<Block> NOT_PUBLIC =
            List.of(
                    Block.of("0.0.0.0/8"), // this network
                    Block.of("10.0.0.0/8"), // private
                    Block.of("100.64.0.0/10"), // carriers' translation; a cloud's metadata
                    Block.of("127.0.0.0/8"), // loopback
                    Block.of("168.63.129.16/32"), // a cloud's host agent on a public address
                    Block.of("169.254.0.0/16"), // link-local; most clouds' metadata
                    Block.of("172.16.0.0/12"), // private
                    Block.of("192.0.0.0/24"), // protocol assignments; a cloud's metadata
                    Block.of("192.0.2.0/24"), // documentation
                    Block.of("192.88.99.0/24"), // 6to4 relays
                    Block.of("192.168.0.0/16"), // private
                    Block.of("198.18.0.0/15"), // benchmarks
                    Block.of("198.51.100.0/24"), // documentation
                    Block.of("203.0.113.0/24"), // documentation
                    Block.of("224.0.0.0/4"), // multicast
                    Block.of("240.0.0.0/4"), // reserved, broadcast
                    Block.of("2001::/23"), // protocol assignments: Teredo, ORCHID
                    Block.of("2001:db8::/32"), // documentation
                    Block.of("2002::/16"), // 6to4: an IPv4 address in disguise
                    Block.of("3fff::/20")); // documentation

    /** The only part of IPv6 that is handed out; all the rest is special or unassigned. */
    private static final Block UNICAST = Block.of("2000::/3");

    /** RFC 6052: what a translator makes of an IPv4 address. */
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private PublicAddresses() {}

    /** Whether it is an address of the public internet. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address six) {
            if (six.getScopeId() != 0 || six.getScopedInterface() != null) {
                return false;
            }
            return NAT64.holds(bytes)
                    ? isPublic(Arrays.copyOfRange(bytes, 12, 16))
                    : UNICAST.holds(bytes) && isPublic(bytes);
        }
        return isPublic(bytes);
    }

    private static boolean isPublic(byte[] address) {
        return NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
    }

    /** Addresses that begin alike. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Block(byte[] begin, int bits) {
        static Block of(String text) {
            String[] parts = text.split("/", 2);
            return new Block(
                    InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            if (address.length != begin.length) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != begin[i]) {
                    return false;
                }
            }
            int rest = 8 - bits % 8;
            return rest == 8 || (address[whole] & 0xff) >> rest == (begin[whole] & 0xff) >> rest;
        }
    }
}
