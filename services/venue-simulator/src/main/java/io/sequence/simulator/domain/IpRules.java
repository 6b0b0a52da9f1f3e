package io.sequence.simulator.domain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an address is on a list of addresses and CIDR blocks. Never asks a name server. */
public final class IpRules {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private IpRules() {}

    /** Whether {@code ip} may call: the list is empty, says {@code *}, or covers it. */
    public static boolean admits(List<String> list, String ip) {
        return list.isEmpty()
                || list.contains("*")
                || list.stream().anyMatch(rule -> covers(rule, ip));
    }

    /** Whether {@code rule} is an address or a CIDR block. */
    public static boolean wellFormed(String rule) {
        int slash = rule.indexOf('/');
        byte[] address = parse(slash < 0 ? rule : rule.substring(0, slash));
        if (address == null) {
            return false;
        }
        return slash < 0 || bits(rule.substring(slash + 1), address.length) >= 0;
    }

    private static boolean covers(String rule, String ip) {
        int slash = rule.indexOf('/');
        byte[] network = parse(slash < 0 ? rule : rule.substring(0, slash));
        byte[] address = parse(ip);
        if (network == null || address == null || network.length != address.length) {
            return false;
        }
        int bits = slash < 0 ? network.length * 8 : bits(rule.substring(slash + 1), network.length);
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((network[i / 8] & mask) != (address[i / 8] & mask)) {
                return false;
            }
        }
        return bits >= 0;
    }

    private static int bits(String text, int bytes) {
        if (!text.matches("\\d{1,3}")) {
            return -1;
        }
        int bits = Integer.parseInt(text);
        return bits <= bytes * 8 ? bits : -1;
    }

    private static byte @Nullable [] parse(String text) {
        boolean numeric = text.contains(":") || text.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        if (!numeric || !LITERAL.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }
}
