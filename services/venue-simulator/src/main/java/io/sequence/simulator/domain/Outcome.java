package io.sequence.simulator.domain;

import org.jspecify.annotations.Nullable;

/**
 * A contract that pays one dollar if something comes about and nothing if not, as an asset: {@code
 * KXHIGHNY-26DEC31-T60:YES}. The two outcomes of a market are worth a dollar together.
 *
 * @param market what it is about
 * @param yes whether it pays when that comes about
 */
public record Outcome(String market, boolean yes) {

    private static final String YES = ":YES";
    private static final String NO = ":NO";

    /** The outcome behind an asset's name; null when the asset is something else. */
    public static @Nullable Outcome of(String asset) {
        if (asset.endsWith(YES)) {
            return new Outcome(asset.substring(0, asset.length() - YES.length()), true);
        }
        return asset.endsWith(NO)
                ? new Outcome(asset.substring(0, asset.length() - NO.length()), false)
                : null;
    }

    /** The name that wallets and instruments know it by. */
    public String asset() {
        return market + (yes ? YES : NO);
    }

    /** The outcome that pays when this one does not. */
    public Outcome other() {
        return new Outcome(market, !yes);
    }
}
