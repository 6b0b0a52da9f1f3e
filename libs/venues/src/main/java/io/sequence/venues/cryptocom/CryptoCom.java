package io.sequence.venues.cryptocom;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.transport.VenueCall;
import java.util.Optional;

/** Crypto.com Exchange: every private call is a POST whose body carries its own signature. */
public final class CryptoCom implements Venue {
    private static final Signer SIGNER = new CryptoComSigner();

    @Override
    public VenueProfile profile() {
        return CryptoComProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public Optional<StatusReader> status() {
        return Optional.of(new CryptoComStatus());
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        var call =
                new VenueCall(profile(), SIGNER, new CryptoComAnswer(), credential, transport)
                        .withNoncesNearTheClock("api_key");
        return new CryptoComClient(new CryptoComCalls(call));
    }
}
