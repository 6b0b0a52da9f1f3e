package io.sequence.venues.bybit;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.transport.VenueCall;
import java.util.Optional;

/** Bybit V5 (bybit-exchange.github.io/docs/v5). */
public final class Bybit implements Venue {
    private static final Signer SIGNER = new BybitSigner();

    @Override
    public VenueProfile profile() {
        return BybitProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public Optional<StatusReader> status() {
        return Optional.of(new BybitStatus());
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        return new BybitClient(
                new VenueCall(
                        BybitProfile.PROFILE, SIGNER, new BybitAnswer(), credential, transport));
    }
}
