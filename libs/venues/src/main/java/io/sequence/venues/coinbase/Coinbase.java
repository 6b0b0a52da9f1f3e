package io.sequence.venues.coinbase;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.crypto.KeyKind;
import io.sequence.venues.crypto.PastedKey;
import io.sequence.venues.transport.VenueCall;

/** Coinbase Advanced Trade: a token of its own for every call. */
public final class Coinbase implements Venue {
    private static final Signer SIGNER = new CoinbaseSigner();

    @Override
    public VenueProfile profile() {
        return CoinbaseProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        var call =
                new VenueCall(profile(), SIGNER, new CoinbaseAnswer(), credential, transport)
                        .withNoncesOf("api_key");
        boolean edwards =
                credential
                        .optionalField("api_secret")
                        .filter(secret -> PastedKey.kindOf(secret) == KeyKind.ED25519)
                        .isPresent();
        return new CoinbaseClient(new CoinbaseCalls(call, edwards));
    }
}
