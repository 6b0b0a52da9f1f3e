package io.sequence.venues.polymarket;

import io.sequence.venues.crypto.Eip712;

/**
 * A contract that settles orders. Sources: the V2 migration page and the vendor's client.
 *
 * @param chain 137 is Polygon
 * @param version of the order's domain
 * @param contract its address
 */
record PolymarketExchange(long chain, String version, String contract) {
    static final long POLYGON = 137;

    private static final PolymarketExchange V2 =
            new PolymarketExchange(POLYGON, "2", "0xE111180000d2663C0091e4f400237545B87B996B");
    private static final PolymarketExchange V2_NEG_RISK =
            new PolymarketExchange(POLYGON, "2", "0xe2222d279d744050d28e00520010520000310F59");
    private static final PolymarketExchange V3 =
            new PolymarketExchange(POLYGON, "3", "0xe3333700cA9d93003F00f0F71f8515005F6c00Aa");

    /**
     * The contract of a market.
     *
     * @param version of orders, as {@code GET /version} tells
     * @param negRisk whether the market's outcomes are joined, as the market tells
     */
    static PolymarketExchange of(int version, boolean negRisk) {
        return switch (version) {
            case 2 -> negRisk ? V2_NEG_RISK : V2;
            case 3 -> V3;
            default ->
                    throw new IllegalArgumentException("orders of version " + version + " are new");
        };
    }

    /** The separator of its EIP-712 domain. */
    byte[] separator() {
        return Eip712.domainSeparator("Polymarket CTF Exchange", version, chain, contract);
    }
}
