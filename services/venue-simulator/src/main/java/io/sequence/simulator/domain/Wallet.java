package io.sequence.simulator.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Money by asset: how much there is and how much of it open orders hold. Neither is ever negative
 * and what is held never exceeds what there is. Not safe for threads: the account's lock guards it.
 */
public final class Wallet {

    /** What lies under one asset, in units of that asset. */
    public record Holding(BigDecimal total, BigDecimal held) {
        public Holding {
            if (total.signum() < 0 || held.signum() < 0 || held.compareTo(total) > 0) {
                throw new IllegalStateException("a wallet would be overdrawn");
            }
        }

        /** What is not held. */
        public BigDecimal available() {
            return total.subtract(held);
        }
    }

    private static final Holding NOTHING = new Holding(BigDecimal.ZERO, BigDecimal.ZERO);

    private final TreeMap<String, Holding> holdings = new TreeMap<>();

    /** A wallet with what {@code holdings} says. */
    public static Wallet of(Map<String, Holding> holdings) {
        Wallet wallet = new Wallet();
        wallet.holdings.putAll(holdings);
        return wallet;
    }

    /** What lies under {@code asset}; zero when nothing ever did. */
    public Holding of(String asset) {
        return holdings.getOrDefault(asset, NOTHING);
    }

    /** Every asset that was ever credited. */
    public Map<String, Holding> holdings() {
        return new TreeMap<>(holdings);
    }

    /**
     * Sets what there is of an asset, leaving what is held.
     *
     * @throws IllegalStateException when open orders hold more than {@code total}
     */
    public void set(String asset, BigDecimal total) {
        holdings.put(asset, new Holding(total, of(asset).held()));
    }

    /** Adds {@code amount}, which may be negative as long as nothing is overdrawn. */
    public void move(String asset, BigDecimal amount) {
        Holding holding = of(asset);
        holdings.put(asset, new Holding(holding.total().add(amount), holding.held()));
    }

    /** Holds {@code amount} of what is available. */
    public void hold(String asset, BigDecimal amount) {
        Holding holding = of(asset);
        holdings.put(asset, new Holding(holding.total(), holding.held().add(amount)));
    }

    /** Lets go of {@code amount} that was held. */
    public void release(String asset, BigDecimal amount) {
        Holding holding = of(asset);
        holdings.put(asset, new Holding(holding.total(), holding.held().subtract(amount)));
    }
}
