package io.sequence.venues.kraken;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.transport.VenueCall;
import java.util.Optional;

/** Kraken Spot: every private call is a POST with a nonce. */
public final class Kraken implements Venue {
    private static final Signer SIGNER = new KrakenSigner();

    @Override
    public VenueProfile profile() {
        return KrakenProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public Optional<StatusReader> status() {
        return Optional.of(new KrakenStatus());
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        var reader =
                new KrakenAnswer(
                        () -> transport.venueTime(KrakenProfile.VENUE, KrakenProfile.SPOT));
        var call =
                new VenueCall(profile(), SIGNER, reader, credential, transport)
                        .withNoncesOf("api_key");
        return new KrakenClient(new KrakenCalls(call));
    }
}
