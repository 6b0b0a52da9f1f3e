package io.sequence.venues.bitget;

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
 * Bitget as data. Demo trading is a header on the one host and no host of its own. Source: Bitget
 * API documentation, "Introduction", "Rate limits" and "Demo trading".
 */
final class BitgetProfile {
    private static final String PEM =
            "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]+-----END [A-Z ]*PRIVATE KEY-----";

    static final VenueProfile PROFILE =
            new VenueProfile(
                            new VenueId("bitget"),
                            "Bitget",
                            fields(),
                            List.of(
                                    new Host(
                                            "global",
                                            URI.create("https://api.bitget.com"),
                                            Mode.LIVE,
                                            false)),
                            EnumSet.allOf(Market.class),
                            EnumSet.allOf(Capability.class),
                            guide(),
                            BitgetFaults.BY_CODE,
                            ExpiryRule.NINETY_DAYS,
                            Map.of(
                                    Right.TRANSFER,
                                    "Bitget does not tell whether a key of a unified account may"
                                            + " transfer between your own accounts: leave Transfer"
                                            + " off when you make it."),
                            "")
                    .withLimits(
                            List.of(
                                    new RateWindow(
                                            Scope.ADDRESS, 6000, Duration.ofMinutes(1), 1, 1),
                                    new RateWindow(Scope.ACCOUNT, 5, Duration.ofSeconds(1), 1, 0),
                                    new RateWindow(
                                            Scope.ACCOUNT, 10, Duration.ofSeconds(1), 0, 1)));

    private BitgetProfile() {}

    private static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                        "api_key",
                        "API Key",
                        false,
                        true,
                        "\\S+",
                        128,
                        "Usually bg_ and 32 letters and digits, shown in the list of your API"
                                + " keys."),
                new CredentialField(
                                "api_secret",
                                "Secret Key",
                                true,
                                true,
                                "\\S+|" + PEM,
                                8192,
                                "Shown once when the key is made; for a self-generated key, the RSA"
                                        + " private key in PEM with its BEGIN and END lines.")
                        .wanting(Kind.TEXT, Kind.RSA_PEM),
                new CredentialField(
                        "passphrase",
                        "Passphrase",
                        true,
                        true,
                        "[ -~]+",
                        128,
                        "The passphrase that you chose when you made the key; Bitget cannot show it"
                                + " again."));
    }

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://www.bitget.com/account/newapi"),
                List.of(
                        "Sign in on Bitget in a desktop browser and open the sub-account that is to"
                                + " trade.",
                        "Move the base asset into its spot or futures account; a unified account"
                                + " has one for both.",
                        "Open API Management, choose Create API Key and System-generated API key.",
                        "Give the key a name and a passphrase of letters and digits, and keep"
                                + " both.",
                        "Enter our IP addresses and choose Read-write.",
                        "Tick the permissions below, leave all others off and confirm.",
                        "Copy the API key and the secret key; the secret is shown only once."),
                List.of(
                        "Spot: Orders (for spot strategies)",
                        "Futures: Orders and Holdings (for derivatives strategies)",
                        "Unified account: Trade"),
                List.of(
                        "Withdraw",
                        "Transfer",
                        "Margin",
                        "Copy trading",
                        "P2P",
                        "Everything else"));
    }
}
