package io.sequence.venues.bitmart;

import io.sequence.venues.api.RateWindow;
import io.sequence.venues.api.RateWindow.Reset;
import io.sequence.venues.api.RateWindow.Scope;
import io.sequence.venues.api.RateWindow.Sense;
import io.sequence.venues.api.RateWindow.Told;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.Capability;
import io.sequence.venues.api.VenueProfile.Closing;
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

/** BitMart as data. Source: BitMart API documentation, spot and futures V2. */
final class BitMartProfile {
    static final VenueId VENUE = new VenueId("bitmart");

    /** Label of the host for spot and the account. */
    static final String CLOUD = "cloud";

    /** Label of the host for futures; the same key answers on both. */
    static final String FUTURES = "futures";

    static final String LAST_WORDS =
            "BitMart closes by 31 January 2027: plan to move your funds and disconnect before.";

    /**
     * "Remaining" holds what has been called: who sees more of it than the limit is to stop.
     * Source: BitMart API, "Rate Limit".
     */
    private static final Told USED =
            new Told(
                    "X-BM-RateLimit-Remaining",
                    Sense.USED,
                    "X-BM-RateLimit-Limit",
                    "X-BM-RateLimit-Reset",
                    Reset.SECONDS);

    static final VenueProfile PROFILE =
            new VenueProfile(
                            VENUE,
                            "BitMart",
                            fields(),
                            List.of(
                                    live(CLOUD, "https://api-cloud.bitmart.com"),
                                    live(FUTURES, "https://api-cloud-v2.bitmart.com")),
                            EnumSet.allOf(Market.class),
                            EnumSet.allOf(Capability.class),
                            guide(),
                            BitMartFaults.BY_CODE,
                            ExpiryRule.NINETY_DAYS,
                            Map.of(
                                    Right.WITHDRAW,
                                    "BitMart does not tell whether a key may withdraw: check on"
                                            + " BitMart that Withdraw is off.",
                                    Right.TRANSFER,
                                    "BitMart does not tell whether a key may transfer: check on"
                                            + " BitMart that every permission but reading and"
                                            + " trading is off."),
                            "")
                    .withLimits(
                            List.of(
                                    new RateWindow(Scope.ADDRESS, 600, Duration.ofMinutes(1), 1, 1),
                                    new RateWindow(Scope.KEY, 12, Duration.ofSeconds(2), 1, 0)
                                            .toldBy(USED),
                                    new RateWindow(Scope.ACCOUNT, 40, Duration.ofSeconds(2), 0, 1)))
                    .withClosing(new Closing(BitMartStage.LAST_DAY, LAST_WORDS));

    private BitMartProfile() {}

    private static Host live(String label, String url) {
        return new Host(label, URI.create(url), Mode.LIVE, false);
    }

    private static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                        "api_key",
                        "Access Key",
                        false,
                        true,
                        "\\S+",
                        128,
                        "Usually 40 letters and digits, shown in the list of your API keys."),
                new CredentialField(
                        "api_secret",
                        "Secret Key",
                        true,
                        true,
                        "\\S+",
                        256,
                        "Usually 64 letters and digits, shown once when the key is made."),
                new CredentialField(
                        "memo",
                        "Memo",
                        true,
                        true,
                        "[^\\x00-\\x1F\\x7F]+",
                        128,
                        "The memo that you chose when you made the key; not your account number."));
    }

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://www.bitmart.com/api-config/en-US"),
                List.of(
                        "Sign in on BitMart in a desktop browser.",
                        "Move the base asset into the spot or futures account that is to trade.",
                        "Open API Settings, enter a memo of your own and note it.",
                        "Enter our IP addresses.",
                        "Tick the permissions below, leave all others off and confirm.",
                        "Copy the Access Key and the Secret Key; the secret is shown only once."),
                List.of(
                        "Read-only",
                        "Spot trade (for spot strategies)",
                        "Futures trade (for derivatives strategies)"),
                List.of("Withdraw", "Transfer", "Margin loan"));
    }
}
