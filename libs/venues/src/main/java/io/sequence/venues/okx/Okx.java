package io.sequence.venues.okx;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.transport.VenueCall;
import java.util.Optional;

/** OKX V5 (okx.com/docs-v5). */
public final class Okx implements Venue {
    private static final Signer SIGNER = new OkxSigner();

    @Override
    public VenueProfile profile() {
        return OkxProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public Optional<StatusReader> status() {
        return Optional.of(new OkxStatus());
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        return new OkxClient(
                new VenueCall(OkxProfile.PROFILE, SIGNER, new OkxAnswer(), credential, transport));
    }
}
