package io.sequence.venues.kucoin;

import io.sequence.venues.api.RateWindow;
import io.sequence.venues.api.RateWindow.Reset;
import io.sequence.venues.api.RateWindow.Scope;
import io.sequence.venues.api.RateWindow.Told;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.Capability;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.api.VenueProfile.ExpiryRule;
import io.sequence.venues.api.VenueProfile.Host;
import io.sequence.venues.api.VenueProfile.Kind;
import io.sequence.venues.api.VenueProfile.SetupGuide;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** KuCoin as data. */
final class KuCoinProfile {
    static final VenueId VENUE = new VenueId("kucoin");

    /** Label of the host for spot, accounts and key introspection. */
    static final String SPOT = "spot";

    /** Label of the host for futures; the same key answers on both. */
    static final String FUTURES = "futures";

    static final VenueProfile PROFILE =
            new VenueProfile(
                            VENUE,
                            "KuCoin",
                            fields(),
                            List.of(
                                    new Host(
                                            SPOT,
                                            URI.create("https://api.kucoin.com"),
                                            Mode.LIVE,
                                            false),
                                    new Host(
                                            FUTURES,
                                            URI.create("https://api-futures.kucoin.com"),
                                            Mode.LIVE,
                                            false)),
                            EnumSet.of(Market.SPOT, Market.DERIVATIVES),
                            EnumSet.allOf(Capability.class),
                            guide(),
                            KuCoinFaults.BY_CODE,
                            ExpiryRule.NINETY_DAYS,
                            Map.of(),
                            "")
                    .withLimits(
                            List.of(
                                    new RateWindow(
                                                    Scope.ACCOUNT,
                                                    2000,
                                                    Duration.ofSeconds(30),
                                                    5,
                                                    0)
                                            .toldBy(
                                                    Told.left(
                                                            "gw-ratelimit-remaining",
                                                            "gw-ratelimit-reset",
                                                            Reset.MILLIS)),
                                    // Futures have a pool of 2000, in which an order costs 2.
                                    new RateWindow(
                                            Scope.ACCOUNT, 4000, Duration.ofSeconds(30), 0, 1)));

    private KuCoinProfile() {}

    private static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                        "api_name",
                        "API Name",
                        false,
                        false,
                        "[^\\x00-\\x1F\\x7F]+",
                        100,
                        "The name that you gave the key; shown in the list of your API keys."),
                new CredentialField(
                        "passphrase",
                        "Passphrase",
                        true,
                        true,
                        "[^\\x00-\\x1F\\x7F]+",
                        128,
                        "The API passphrase that you chose when you made the key; not your trading"
                                + " or login password."),
                new CredentialField(
                        "api_key",
                        "API Key",
                        false,
                        true,
                        "[A-Za-z0-9_-]{8,128}",
                        128,
                        "Usually 24 letters and digits, shown in the list of your API keys."),
                new CredentialField(
                                "api_secret",
                                "API Secret",
                                true,
                                true,
                                "[\\x21-\\x7E]{8,128}",
                                128,
                                "Shown once when the key is made; paste it exactly, dashes"
                                        + " included.")
                        .wanting(Kind.UUID));
    }

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://www.kucoin.com/account/api"),
                List.of(
                        "Sign in at KuCoin in a desktop browser and switch to the sub-account that"
                                + " is to trade.",
                        "Open API Management and choose Create API for API-based trading.",
                        "Enter an API name and an API passphrase of your own and note both.",
                        "Tick General and the kind of trading that you chose; leave every other"
                                + " permission off.",
                        "Set the IP restriction to our addresses; a trading key without it is"
                                + " removed by KuCoin after 30 days without use.",
                        "Confirm with your trading password and codes, then copy API Key and API"
                                + " Secret; the secret is shown once."),
                List.of(
                        "General",
                        "Spot Trading (for spot strategies)",
                        "Futures Trading (for derivatives strategies)"),
                List.of(
                        "Withdrawal (KuCoin reports it as Transfer)",
                        "FlexTransfers (KuCoin reports it as InnerTransfer)",
                        "Margin Trading",
                        "Earn"));
    }
}
