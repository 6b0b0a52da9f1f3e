package io.sequence.venues.api;

/** What a call is for: orders go first, health may spend a share of the venue's rate budget. */
public enum CallClass {
    ORDER,
    ACCOUNT,
    HEALTH,
    PUBLIC
}
