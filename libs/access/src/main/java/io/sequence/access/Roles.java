package io.sequence.access;

/** What an account may be; the {@code groups} of its access tokens. */
public final class Roles {
    /** Connects venues and trades. */
    public static final String TRADER = "trader";

    /** Supports traders; owns no connections. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
