package io.sequence.faults;

/** Whose turn it is. */
public enum Blame {
    /** The key or its settings: the user must act. */
    KEY,
    /** The venue account behind the key: the user must act at the venue. */
    ACCOUNT,
    /** One request, such as an order: the connection itself is fine. */
    REQUEST,
    /** The venue: nobody needs to act. */
    VENUE,
    /** Ourselves: our operators must act, the user need not. */
    OURSELVES
}
