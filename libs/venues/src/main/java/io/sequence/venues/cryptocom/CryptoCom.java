package io.sequence.venues.cryptocom;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.transport.VenueCall;
import java.time.Instant;

/** Crypto.com Exchange: every private call is a POST whose body carries its own signature. */
public final class CryptoCom implements Venue {
    private static final Signer SIGNER = new CryptoComSigner();
    private static final long STEP_MS = 45_000;

    @Override
    public VenueProfile profile() {
        return CryptoComProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        Signer onVenueTime =
                (request, key, now, nonce) -> SIGNER.sign(request, key, now, near(now, nonce));
        var call =
                new VenueCall(profile(), onVenueTime, new CryptoComAnswer(), credential, transport)
                        .withNoncesOf("api_key");
        return new CryptoComClient(new CryptoComCalls(call));
    }

    /**
     * The nonce moved by whole steps to the venue's clock, which it must be within 60 s of: a
     * counter that runs ahead or a clock of ours that is off is mended, and the numbers go on
     * rising while the difference stays what it is.
     */
    static long near(Instant now, long nonce) {
        return nonce + Math.round((now.toEpochMilli() - nonce) / (double) STEP_MS) * STEP_MS;
    }
}
