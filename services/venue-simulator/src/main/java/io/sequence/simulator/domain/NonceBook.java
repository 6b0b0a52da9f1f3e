package io.sequence.simulator.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeSet;

/**
 * The nonces that were used with one key. A nonce is admitted when it is higher than every earlier
 * one, or, within the key's window, when it was not used before.
 */
public final class NonceBook {

    private static final int REMEMBERED = 128;

    private final TreeSet<BigInteger> used = new TreeSet<>();

    static NonceBook of(List<String> used) {
        NonceBook book = new NonceBook();
        used.forEach(nonce -> book.used.add(new BigInteger(nonce)));
        return book;
    }

    List<String> state() {
        return used.stream().map(BigInteger::toString).toList();
    }

    /** The highest nonce so far, zero when there was none. */
    public BigInteger highest() {
        return used.isEmpty() ? BigInteger.ZERO : used.last();
    }

    /** Admits and remembers {@code nonce}, or says no and forgets it. */
    public boolean admit(BigInteger nonce, long window) {
        boolean higher = used.isEmpty() || nonce.compareTo(used.last()) > 0;
        if (!higher && !late(nonce, window)) {
            return false;
        }
        used.add(nonce);
        int keep = window > 0 ? REMEMBERED : 1;
        while (used.size() > keep) {
            used.pollFirst();
        }
        return true;
    }

    /** What became of a nonce that was offered. */
    public enum Verdict {
        ADMITTED,
        USED,
        TOO_LOW
    }

    /**
     * Admits a nonce in any order as long as it is new and higher than the lowest of the {@code
     * kept} highest.
     */
    public Verdict offer(BigInteger nonce, int kept) {
        if (used.contains(nonce)) {
            return Verdict.USED;
        }
        if (used.size() >= kept && nonce.compareTo(used.first()) < 0) {
            return Verdict.TOO_LOW;
        }
        used.add(nonce);
        while (used.size() > kept) {
            used.pollFirst();
        }
        return Verdict.ADMITTED;
    }

    /** The lowest nonce that is remembered, zero when there is none. */
    public BigInteger lowest() {
        return used.isEmpty() ? BigInteger.ZERO : used.first();
    }

    private boolean late(BigInteger nonce, long window) {
        boolean within = nonce.compareTo(used.last().subtract(BigInteger.valueOf(window))) > 0;
        boolean known = used.contains(nonce);
        boolean forgotten = used.size() >= REMEMBERED && nonce.compareTo(used.first()) < 0;
        return within && !known && !forgotten;
    }
}
