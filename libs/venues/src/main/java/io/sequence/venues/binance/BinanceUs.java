package io.sequence.venues.binance;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.crypto.KeyFingerprint;
import io.sequence.venues.transport.VenueCall;

/** Binance.US (docs.binance.us). */
public final class BinanceUs implements Venue {
    private static final Signer SIGNER = new BinanceSigner(false);

    @Override
    public VenueProfile profile() {
        return BinanceUsProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        var answer =
                new BinanceAnswer(
                        "/api/v3/time",
                        "",
                        () -> transport.venueTime(BinanceUsProfile.VENUE, credential.host()));
        var call = new VenueCall(profile(), SIGNER, answer, credential, transport);
        return new BinanceClient(
                new UsBranch(
                        call, () -> KeyFacts.uidOfKey(KeyFingerprint.of(credential, "api_key"))));
    }
}
