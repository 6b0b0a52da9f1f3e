package io.sequence.venues;

import io.sequence.venues.okx.trespass.OkxSigning;

/** Stands in for the real registry: it names one venue and forgets the other. */
public class Venues {
    OkxSigning okx = new OkxSigning();
}
