package io.sequence.venues.bitmart;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.StatusReader;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.crypto.KeyFingerprint;
import io.sequence.venues.transport.VenueCall;
import java.util.Map;
import java.util.Optional;

/** BitMart, spot V1 to V4 and futures V2: two hosts, one key; closes by 31 January 2027. */
public final class BitMart implements Venue {
    private static final Signer SIGNER = new BitMartSigner();

    private final Optional<BitMartStage> stage;

    /** In the stage that operators have set, else in the one that the calendar says. */
    public BitMart() {
        this(BitMartStage.configured());
    }

    BitMart(Optional<BitMartStage> stage) {
        this.stage = stage;
    }

    @Override
    public VenueProfile profile() {
        return BitMartProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public Map<String, String> hostsByPath() {
        return Map.of(
                "/contract/private", BitMartProfile.FUTURES,
                "/contract/public", BitMartProfile.FUTURES);
    }

    @Override
    public Optional<StatusReader> status() {
        return Optional.of(new BitMartStatus());
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        return new BitMartClient(
                new VenueCall(
                        BitMartProfile.PROFILE, SIGNER, new BitMartAnswer(), credential, transport),
                () -> KeyFingerprint.of(credential, "api_key"),
                () ->
                        stage.orElseGet(
                                () ->
                                        BitMartStage.at(
                                                transport.venueTime(
                                                        BitMartProfile.VENUE,
                                                        BitMartProfile.CLOUD))));
    }
}
