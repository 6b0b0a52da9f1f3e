package io.sequence.venues.kalshi;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.transport.VenueCall;
import java.util.Optional;

/** Kalshi's event contracts, Trade API v2 (docs.kalshi.com). */
public final class Kalshi implements Venue {
    private static final Signer SIGNER = new KalshiSigner();

    @Override
    public VenueProfile profile() {
        return KalshiProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public Optional<StatusReader> status() {
        return Optional.of(new KalshiStatus());
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        return new KalshiClient(
                new VenueCall(
                        KalshiProfile.PROFILE, SIGNER, new KalshiAnswer(), credential, transport),
                credential);
    }
}
