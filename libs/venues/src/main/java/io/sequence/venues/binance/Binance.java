package io.sequence.venues.binance;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.transport.VenueCall;
import java.util.Optional;

/** Binance Spot (developers.binance.com/docs/binance-spot-api-docs). */
public final class Binance implements Venue {
    private static final Signer SIGNER = new BinanceSigner(true);

    @Override
    public VenueProfile profile() {
        return BinanceProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public Optional<StatusReader> status() {
        return Optional.of(new BinanceStatus(BinanceProfile.SPOT));
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        boolean live = !credential.host().equals(BinanceProfile.TESTNET);
        String other = live ? BinanceProfile.TESTNET : BinanceProfile.SPOT;
        return new BinanceClient(
                new SpotBranch(
                        call(credential, transport), call(credential.on(other), transport), live));
    }

    private VenueCall call(Credential credential, VenueTransport transport) {
        var answer =
                new BinanceAnswer(
                        "/api/v3/time",
                        SpotBranch.OTHER_COMPANY,
                        () -> transport.venueTime(BinanceProfile.VENUE, credential.host()));
        return new VenueCall(profile(), SIGNER, answer, credential, transport);
    }
}
