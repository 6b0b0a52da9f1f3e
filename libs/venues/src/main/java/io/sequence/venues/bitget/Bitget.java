package io.sequence.venues.bitget;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.transport.VenueCall;

/** Bitget, REST V2 for classic accounts and V3 for unified ones (bitget.com/api-doc). */
public final class Bitget implements Venue {
    private static final Signer SIGNER = new BitgetSigner();

    @Override
    public VenueProfile profile() {
        return BitgetProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        return new BitgetClient(
                new VenueCall(
                        BitgetProfile.PROFILE, SIGNER, new BitgetAnswer(), credential, transport));
    }
}
