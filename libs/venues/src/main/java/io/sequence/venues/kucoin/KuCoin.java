package io.sequence.venues.kucoin;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.transport.VenueCall;

/** KuCoin, spot and futures: two hosts, one key. */
public final class KuCoin implements Venue {
    private static final Signer SIGNER = new KuCoinSigner();

    @Override
    public VenueProfile profile() {
        return KuCoinProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        return new KuCoinClient(
                new VenueCall(profile(), SIGNER, new KuCoinAnswer(), credential, transport));
    }
}
