package io.sequence.venues.api;

/** Stands in for the real one, which this module does not know. */
public interface Signer {}
