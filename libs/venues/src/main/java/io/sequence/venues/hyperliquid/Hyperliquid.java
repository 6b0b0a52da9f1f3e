package io.sequence.venues.hyperliquid;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Secret;
import java.util.HashMap;

/** Hyperliquid: {@code POST /info} tells, {@code POST /exchange} does. */
public final class Hyperliquid implements Venue {
    private static final Signer SIGNER = new HyperliquidSigner();

    /** Not of the catalogue: the API wallet's address, by which nonces are counted. */
    private static final String SIGNER_ADDRESS = "signer_address";

    @Override
    public VenueProfile profile() {
        return HyperliquidProfile.PROFILE;
    }

    @Override
    public Signer signer() {
        return SIGNER;
    }

    @Override
    public VenueClient connect(Credential credential, VenueTransport transport) {
        var reader = new HyperliquidAnswer(() -> HyperliquidWallets.agent(credential));
        var reads = new VenueCall(profile(), SIGNER, reader, credential, transport);
        var actions = counted(credential, reader, transport);
        return new HyperliquidClient(
                new HyperliquidCalls(reads, actions),
                new HyperliquidWallets(credential),
                () -> transport.venueTime(HyperliquidProfile.VENUE, credential.host()));
    }

    /**
     * The chain keeps nonces per signing wallet, so they are counted per address of the key and not
     * by how somebody wrote the account's address.
     */
    private VenueCall counted(
            Credential credential, HyperliquidAnswer reader, VenueTransport transport) {
        try {
            var fields = new HashMap<>(credential.fields());
            fields.put(SIGNER_ADDRESS, Secret.of(HyperliquidWallets.agent(credential)));
            var named = new Credential(credential.venue(), credential.host(), fields);
            return new VenueCall(profile(), SIGNER, reader, named, transport)
                    .withNoncesNearTheClock(SIGNER_ADDRESS);
        } catch (CredentialUnusable saidWhenAsked) {
            return new VenueCall(profile(), SIGNER, reader, credential, transport)
                    .withNoncesNearTheClock(HyperliquidProfile.ACCOUNT);
        }
    }
}
