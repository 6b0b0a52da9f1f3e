package io.sequence.venues.binance;

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

/** Binance USDⓈ-M Futures (developers.binance.com/docs/derivatives/usds-margined-futures). */
public final class BinanceUsdm implements Venue {
    private static final Signer SIGNER = new BinanceSigner(true);

    @Override
    public VenueProfile profile() {
        return BinanceUsdmProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    /** Keys and wallets are asked on the spot host. */
    @Override
    public Map<String, String> hostsByPath() {
        return Map.of("/sapi/", BinanceUsdmProfile.SPOT, "/api/", BinanceUsdmProfile.SPOT);
    }

    @Override
    public Optional<StatusReader> status() {
        return Optional.of(new BinanceStatus(BinanceUsdmProfile.SPOT));
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        boolean live =
                !credential.host().equals(BinanceUsdmProfile.TESTNET)
                        && !credential.host().equals(BinanceUsdmProfile.TESTNET_SPOT);
        String futures = live ? BinanceUsdmProfile.FUTURES : BinanceUsdmProfile.TESTNET;
        String spot = live ? BinanceUsdmProfile.SPOT : BinanceUsdmProfile.TESTNET_SPOT;
        String other = live ? BinanceUsdmProfile.TESTNET : BinanceUsdmProfile.FUTURES;
        return new BinanceClient(
                new UsdmBranch(
                        call(credential.on(futures), "/fapi/v1/time", transport),
                        call(credential.on(spot), "/api/v3/time", transport),
                        call(credential.on(other), "/fapi/v1/time", transport),
                        live));
    }

    private VenueCall call(Credential credential, String timePath, VenueTransport transport) {
        var answer =
                new BinanceAnswer(
                        timePath,
                        SpotBranch.OTHER_COMPANY,
                        () -> transport.venueTime(BinanceUsdmProfile.VENUE, credential.host()));
        return new VenueCall(profile(), SIGNER, answer, credential, transport);
    }
}
