package io.sequence.venues.cryptocom;

import io.sequence.venues.api.RateWindow;
import io.sequence.venues.api.RateWindow.Scope;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.Capability;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.api.VenueProfile.ExpiryRule;
import io.sequence.venues.api.VenueProfile.Host;
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
 * Crypto.com Exchange as data; the Crypto.com App is another product whose keys do not work here.
 * The form of keys and secrets is not documented, so the patterns are wide. Source: the Exchange v1
 * documentation.
 */
final class CryptoComProfile {
    static final VenueId VENUE = new VenueId("cryptocom");

    /** Label of the live host. */
    static final String EXCHANGE = "exchange";

    /** Label of the venue's test environment, with accounts and keys of its own. */
    static final String UAT = "uat";

    private static final Duration TENTH = Duration.ofMillis(100);

    static final VenueProfile PROFILE =
            new VenueProfile(
                            VENUE,
                            "Crypto.com",
                            fields(),
                            List.of(
                                    new Host(
                                            EXCHANGE,
                                            URI.create("https://api.crypto.com"),
                                            Mode.LIVE,
                                            false),
                                    new Host(
                                            UAT,
                                            URI.create("https://uat-api.3ona.co"),
                                            Mode.SANDBOX,
                                            false)),
                            EnumSet.allOf(Market.class),
                            EnumSet.complementOf(EnumSet.of(Capability.RIGHTS_BY_MARKET)),
                            guide(),
                            CryptoComFaults.BY_CODE,
                            ExpiryRule.NINETY_DAYS,
                            Map.of(
                                    Right.WITHDRAW,
                                    "Crypto.com does not tell whether a key may withdraw: please"
                                            + " check in its API settings that withdrawal is off.",
                                    Right.TRANSFER,
                                    "Crypto.com does not tell whether a key may transfer: please"
                                            + " check in its API settings that withdrawal is off."),
                            "")
                    .withLimits(
                            List.of(
                                    new RateWindow(Scope.KEY, 3, TENTH, 1, 0),
                                    new RateWindow(Scope.KEY, 15, TENTH, 0, 1)));

    private CryptoComProfile() {}

    private static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                        "api_key",
                        "API Key",
                        false,
                        true,
                        "[\\x21-\\x7E]{8,128}",
                        128,
                        "About 22 letters and digits, shown in the list of your Exchange API"
                                + " keys."),
                new CredentialField(
                        "api_secret",
                        "Secret Key",
                        true,
                        true,
                        "[\\x21-\\x7E]{8,256}",
                        256,
                        "Often begins with cxakp_ or cxmp_; shown once when the key is made."));
    }

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://crypto.com/exchange/user/settings/api-management"),
                List.of(
                        "Sign in at the Crypto.com Exchange (not the App) in a desktop browser and"
                                + " switch to the sub-account that is to trade.",
                        "Open Settings, then API Keys, and choose Create a new API key.",
                        "Give the key a label and confirm with your two-factor code; a new key can"
                                + " read only.",
                        "Copy API Key and Secret Key; the secret is shown once.",
                        "Edit the key's permissions: tick trading and leave withdrawal off.",
                        "Add our addresses to the key's IP whitelist; once a whitelist is set, no"
                                + " other address works."),
                List.of("Can Read", "Enable Spot Trading (Enable Trading)"),
                List.of("Enable Withdrawal"));
    }
}
