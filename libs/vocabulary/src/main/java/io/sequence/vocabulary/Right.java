package io.sequence.vocabulary;

import java.util.Locale;

/** A thing that a key may be allowed to do at its venue. */
public enum Right {
    READ,
    TRADE_SPOT,
    TRADE_DERIVATIVES,
    WITHDRAW,
    TRANSFER;

    /** The name on the wire, e.g. {@code trade_spot}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
