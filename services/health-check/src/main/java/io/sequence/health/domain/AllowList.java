package io.sequence.health.domain;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of our addresses a key's IP list lets in. */
final class AllowList {
    private static final Pattern PLAIN = Pattern.compile("[0-9a-fA-F:.]+(/\\d{1,3})?");

    private AllowList() {}

    /**
     * Those of our addresses that a list does not let in. Empty when it lets them all in, when
     * there is no list, and when the venue shows only a part of it: then nobody can say.
     */
    static List<String> lacks(List<String> list, List<String> ours) {
        if (list.isEmpty() || !list.stream().allMatch(entry -> PLAIN.matcher(entry).matches())) {
            return List.of();
        }
        return ours.stream()
                .filter(address -> list.stream().noneMatch(entry -> covers(entry, address)))
                .toList();
    }

    private static boolean covers(String entry, String address) {
        int slash = entry.indexOf('/');
        Optional<byte[]> net = bytes(slash < 0 ? entry : entry.substring(0, slash));
        Optional<byte[]> own = bytes(address);
        if (net.isEmpty() || own.isEmpty() || net.get().length != own.get().length) {
            return false;
        }
        int bits = slash < 0 ? net.get().length * 8 : Integer.parseInt(entry.substring(slash + 1));
        for (int bit = 0; bit < Math.min(bits, net.get().length * 8); bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((net.get()[bit / 8] & mask) != (own.get()[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Only what is an address already: a name would be looked up. */
    private static Optional<byte[]> bytes(String address) {
        if (!PLAIN.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(address).getAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
