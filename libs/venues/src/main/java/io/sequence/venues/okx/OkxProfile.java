package io.sequence.venues.okx;

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

/** OKX as data. Source: OKX docs-v5 and API FAQ. */
final class OkxProfile {
    /** The live host with a header that makes it the demo. */
    static final String DEMO = "demo";

    static final VenueProfile PROFILE =
            new VenueProfile(
                            new VenueId("okx"),
                            "OKX",
                            fields(),
                            List.of(
                                    live("global", "https://www.okx.com", false),
                                    live("eea", "https://eea.okx.com", true),
                                    live("us", "https://us.okx.com", true),
                                    new Host(
                                            DEMO,
                                            URI.create("https://www.okx.com"),
                                            Mode.SANDBOX,
                                            false)),
                            EnumSet.allOf(Market.class),
                            EnumSet.complementOf(EnumSet.of(Capability.RIGHTS_BY_MARKET)),
                            guide(),
                            OkxFaults.BY_CODE,
                            ExpiryRule.NINETY_DAYS,
                            Map.of(
                                    Right.TRANSFER,
                                    "OKX's Trade permission includes transfers between your own"
                                            + " accounts and cannot be had without them."),
                            "")
                    .withLimits(
                            List.of(
                                    new RateWindow(Scope.ACCOUNT, 5, Duration.ofSeconds(2), 1, 0),
                                    new RateWindow(
                                            Scope.ACCOUNT, 60, Duration.ofSeconds(2), 0, 1)));

    private OkxProfile() {}

    private static Host live(String label, String url, boolean regional) {
        return new Host(label, URI.create(url), Mode.LIVE, regional);
    }

    private static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                        "api_name",
                        "API Name",
                        false,
                        false,
                        "[^\\r\\n]+",
                        100,
                        "The name that you gave the key on OKX."),
                new CredentialField(
                        "passphrase",
                        "Passphrase",
                        true,
                        true,
                        "[ -~]+",
                        128,
                        "The passphrase that you chose when you made the key; OKX cannot show it"
                                + " again."),
                new CredentialField(
                                "api_key",
                                "API Key",
                                false,
                                true,
                                "\\S+",
                                128,
                                "Shown as API key in the list of your keys.")
                        .wanting(Kind.UUID),
                new CredentialField(
                        "api_secret",
                        "API Secret",
                        true,
                        true,
                        "\\S+",
                        256,
                        "Shown as Secret key when the key is made."));
    }

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://www.okx.com/account/my-api"),
                List.of(
                        "Sign in on OKX in a desktop browser and open the sub-account that is to"
                                + " trade.",
                        "Move the base asset into its Trading account.",
                        "Open API and choose Create API key.",
                        "Give the key a name and a passphrase of letters and digits, and keep"
                                + " both.",
                        "Enter our IP addresses: OKX deletes a trading key without them after 14"
                                + " days without use.",
                        "Tick the permissions below, leave all others off and confirm.",
                        "Copy the API key and the secret key."),
                List.of("Read", "Trade"),
                List.of("Withdraw"));
    }
}
