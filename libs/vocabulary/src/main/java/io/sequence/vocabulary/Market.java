package io.sequence.vocabulary;

import java.util.Locale;

/** What kind of trading a connection is for. */
public enum Market {
    SPOT,
    DERIVATIVES;

    /** The name on the wire: {@code spot} or {@code derivatives}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The right that trading on this market needs. */
    public Right tradeRight() {
        return switch (this) {
            case SPOT -> Right.TRADE_SPOT;
            case DERIVATIVES -> Right.TRADE_DERIVATIVES;
        };
    }
}
