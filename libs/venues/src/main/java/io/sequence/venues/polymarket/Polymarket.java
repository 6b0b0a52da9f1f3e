package io.sequence.venues.polymarket;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;

/**
 * Polymarket's order book. The one venue that remembers something between calls: L2 keys that it
 * derived, in memory alone, and which order an id of ours became.
 */
public final class Polymarket implements Venue {
    private static final Signer SIGNER = new PolymarketSigner();

    private final PolymarketMemory memory = new PolymarketMemory();

    @Override
    public VenueProfile profile() {
        return PolymarketProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        return new PolymarketClient(
                new PolymarketCalls(
                        PolymarketSigner.flattened(credential), SIGNER, transport, memory),
                memory);
    }
}
