package io.sequence.venues.kucoin;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.transport.VenueCall;
import java.util.Map;
import java.util.Optional;

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
    public Map<String, String> hostsByPath() {
        return Map.of(
                "/api/v1/account-overview", KuCoinProfile.FUTURES,
                "/api/v1/contracts", KuCoinProfile.FUTURES,
                "/api/v1/position", KuCoinProfile.FUTURES);
    }

    @Override
    public Optional<StatusReader> status() {
        return Optional.of(new KuCoinStatus());
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        return new KuCoinClient(
                new VenueCall(profile(), SIGNER, new KuCoinAnswer(), credential, transport));
    }
}
