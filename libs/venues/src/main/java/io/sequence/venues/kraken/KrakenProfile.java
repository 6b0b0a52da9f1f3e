package io.sequence.venues.kraken;

import io.sequence.venues.api.RateWindow;
import io.sequence.venues.api.RateWindow.Scope;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.Capability;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.api.VenueProfile.ExpiryRule;
import io.sequence.venues.api.VenueProfile.Host;
import io.sequence.venues.api.VenueProfile.Kind;
import io.sequence.venues.api.VenueProfile.SetupGuide;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.VenueId;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Kraken Spot as data. Kraken's derivatives are another product with keys and a host of their own.
 */
final class KrakenProfile {
    static final VenueId VENUE = new VenueId("kraken");

    /** Label of the one host. */
    static final String SPOT = "spot";

    static final VenueProfile PROFILE =
            new VenueProfile(
                            VENUE,
                            "Kraken",
                            fields(),
                            List.of(
                                    new Host(
                                            SPOT,
                                            URI.create("https://api.kraken.com"),
                                            Mode.LIVE,
                                            false)),
                            EnumSet.of(Market.SPOT),
                            EnumSet.allOf(Capability.class),
                            guide(),
                            KrakenFaults.BY_CODE,
                            ExpiryRule.NINETY_DAYS,
                            Map.of(
                                    Right.TRANSFER,
                                    "Kraken has no separate permission for transfers: any key that"
                                        + " may query funds may also move funds between your own"
                                        + " Kraken spot and futures wallets, but not out of your"
                                        + " account."),
                            "Please contact support")
                    .withLimits(
                            List.of(
                                    // The smallest tier: 15, of which one comes back every 3
                                    // seconds.
                                    new RateWindow(Scope.KEY, 15, Duration.ofSeconds(45), 1, 0)));

    private KrakenProfile() {}

    private static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                        "api_key",
                        "API Key",
                        false,
                        true,
                        "[A-Za-z0-9+/]{16,254}={0,2}",
                        256,
                        "About 56 characters, which may include / and +."),
                new CredentialField(
                                "api_secret",
                                "Private Key",
                                true,
                                true,
                                "[A-Za-z0-9+/]{16,254}={0,2}",
                                256,
                                "88 characters, usually ending in ==; shown once when the key is"
                                        + " made.")
                        .wanting(Kind.BASE64_SECRET));
    }

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://pro.kraken.com/app/settings/api"),
                List.of(
                        "Sign in at Kraken in a desktop browser and open Settings, then API.",
                        "Create a new API key for Sequence Connect alone; no other program may use"
                                + " it, or the two disturb each other.",
                        "Tick the permissions named here and leave every other one off.",
                        "Set the IP address restriction to our addresses.",
                        "Leave the API key's own two-factor password and the query time range"
                                + " off.",
                        "Generate the key, then copy API Key and Private Key; the private key is"
                                + " shown once."),
                List.of(
                        "Query Funds",
                        "Query Open Orders & Trades",
                        "Query Closed Orders & Trades",
                        "Create & Modify Orders",
                        "Cancel/Close Orders"),
                List.of(
                        "Withdraw Funds",
                        "Deposit Funds",
                        "Allocate/deallocate Earn funds",
                        "Add and update withdrawal addresses"));
    }
}
