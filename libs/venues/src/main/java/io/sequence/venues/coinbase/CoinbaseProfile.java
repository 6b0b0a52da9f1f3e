package io.sequence.venues.coinbase;

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
import io.sequence.vocabulary.VenueId;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Coinbase Advanced Trade as data. Coinbase Exchange, Prime and International are other products
 * with other keys. The limit of 30 private calls a second is second-hand. Source: the Advanced
 * Trade reference.
 */
final class CoinbaseProfile {
    static final VenueId VENUE = new VenueId("coinbase");

    /** Label of the live host. */
    static final String ADVANCED = "advanced";

    /** Label of the host with canned answers; it checks no key, so it proves none. */
    static final String SANDBOX = "sandbox";

    private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** Wide on purpose: what the key is, and what is wrong with it, its bytes say. */
    private static final String PRIVATE_KEY =
            "[\\s\\S]*BEGIN[A-Z ]*PRIVATE ?KEY[\\s\\S]+"
                    + "|[A-Za-z0-9+/=_\\s\\\\-]{42,600}"
                    + "|\\{[\\s\\S]+}";

    static final VenueProfile PROFILE =
            new VenueProfile(
                            VENUE,
                            "Coinbase",
                            fields(),
                            List.of(
                                    new Host(
                                            ADVANCED,
                                            URI.create("https://api.coinbase.com"),
                                            Mode.LIVE,
                                            false),
                                    new Host(
                                            SANDBOX,
                                            URI.create("https://api-sandbox.coinbase.com"),
                                            Mode.SANDBOX,
                                            false)),
                            EnumSet.allOf(Market.class),
                            EnumSet.complementOf(EnumSet.of(Capability.RIGHTS_BY_MARKET)),
                            guide(),
                            CoinbaseFaults.BY_CODE,
                            ExpiryRule.NINETY_DAYS,
                            Map.of(),
                            "")
                    .withLimits(
                            List.of(
                                    new RateWindow(
                                            Scope.ACCOUNT, 30, Duration.ofSeconds(1), 1, 1)));

    private CoinbaseProfile() {}

    private static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                        "api_key",
                        "API key name",
                        false,
                        true,
                        "organizations/" + UUID + "/apiKeys/" + UUID + "|" + UUID,
                        160,
                        "Begins with organizations/ and is called name in the file that Coinbase"
                                + " offers for download; newer files show a bare id."),
                new CredentialField(
                                "api_secret",
                                "Private key",
                                true,
                                true,
                                PRIVATE_KEY,
                                8192,
                                "Called privateKey in the downloaded file: the PEM with its BEGIN"
                                        + " and END lines, an Ed25519 key in Base64, or the whole"
                                        + " file.")
                        .wanting(Kind.EC_PEM, Kind.ED25519_KEY),
                new CredentialField(
                        "passphrase",
                        "Passphrase",
                        true,
                        false,
                        "[\\s\\S]*",
                        256,
                        "Advanced Trade keys have none: leave this empty."));
    }

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://portal.cdp.coinbase.com/projects/api-keys"),
                List.of(
                        "Sign in at the Coinbase Developer Platform in a desktop browser and open"
                                + " API keys, then Secret API keys.",
                        "Create an API key and choose the portfolio that is to trade: a key sees"
                                + " that one alone.",
                        "Tick View and Trade, and leave Transfer off.",
                        "Put our addresses into the IP allowlist.",
                        "Under advanced settings choose ECDSA as the signature algorithm.",
                        "Download the key's file and copy name and privateKey out of it; the"
                                + " private key is shown once."),
                List.of("View", "Trade"),
                List.of("Transfer", "Receive", "Export"));
    }
}
