package io.sequence.venues.polymarket;

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
 * Polymarket as data. Its key is a wallet's own and cannot be limited; its market counts as spot,
 * since shares are bought with money in full. Limits are those of the documents as of July 2026.
 */
final class PolymarketProfile {
    static final VenueId VENUE = new VenueId("polymarket");

    /** Labels of the hosts: orders, the catalogue of markets, positions. */
    static final String CLOB = "clob";

    static final String GAMMA = "gamma";
    static final String DATA = "data";

    /** Names of the fields. */
    static final String SIGNER_KEY = "signer_private_key";

    static final String FUNDER = "proxy_address";
    static final String TYPE = "signature_type";
    static final String L2_KEY = "api_key";
    static final String L2_SECRET = "api_secret";
    static final String L2_PASSPHRASE = "passphrase";

    /** Not of the catalogue: some hand these fields over together, as JSON text. */
    static final String EXTRA = "extra_json";

    static final List<String> EXTRA_FIELDS = List.of(SIGNER_KEY, FUNDER, TYPE);

    /** The documented words for L2 keys without the wallet's key. */
    static final String SIGNER_MISSING =
            "Polymarket orders require signer material in"
                    + " credentials.extra_json.signer_private_key";

    static final VenueProfile PROFILE =
            new VenueProfile(
                            VENUE,
                            "Polymarket",
                            fields(),
                            hosts(),
                            EnumSet.of(Market.SPOT),
                            EnumSet.allOf(Capability.class),
                            guide(),
                            PolymarketFaults.BY_CODE,
                            ExpiryRule.PERMANENT,
                            Map.of(
                                    Right.WITHDRAW,
                                    "A Polymarket key cannot be limited: whoever holds this private"
                                            + " key can withdraw the funds. Use a wallet of its own"
                                            + " with no more in it than you trade with.",
                                    Right.TRANSFER,
                                    "The same private key can also send the wallet's money and"
                                            + " shares to anybody."),
                            "")
                    .withLimits(
                            List.of(
                                    new RateWindow(
                                            Scope.ADDRESS, 9000, Duration.ofSeconds(10), 1, 1),
                                    new RateWindow(Scope.ADDRESS, 100, Duration.ofSeconds(10), 1, 0)
                                            .below("/auth/"),
                                    new RateWindow(Scope.ADDRESS, 200, Duration.ofSeconds(10), 0, 0)
                                            .below("/balance-allowance"),
                                    new RateWindow(Scope.ADDRESS, 500, Duration.ofSeconds(10), 0, 0)
                                            .below("/data/orders")));

    private PolymarketProfile() {}

    private static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                                SIGNER_KEY,
                                "Private key of the signing wallet",
                                true,
                                true,
                                "(0[xX])?[0-9a-fA-F]{64}",
                                66,
                                SIGNER_MISSING
                                        + ": the wallet's private key, 64 characters with or"
                                        + " without 0x. It controls the funds.")
                        .wanting(Kind.HEX_PRIVATE_KEY),
                new CredentialField(
                                FUNDER,
                                "Proxy address",
                                false,
                                false,
                                "0[xX][0-9a-fA-F]{40}",
                                42,
                                "The address that holds the money, as shown on your profile page;"
                                    + " leave it empty when the signing wallet holds it itself.")
                        .wanting(Kind.EVM_ADDRESS),
                new CredentialField(
                        TYPE,
                        "Signature type",
                        false,
                        false,
                        "[0-3]",
                        1,
                        "0 plain wallet, 1 e-mail account, 2 browser wallet, 3 deposit wallet"
                                + " (since May 2026); left empty it is found out."),
                optional(L2_KEY, "L2 API key", false, "[0-9a-fA-F-]{36}", 36).wanting(Kind.UUID),
                optional(L2_SECRET, "L2 secret", true, "[A-Za-z0-9_+/-]{16,254}={0,2}", 256),
                optional(L2_PASSPHRASE, "L2 passphrase", true, "[0-9a-zA-Z-]{16,128}", 128));
    }

    private static CredentialField optional(
            String name, String label, boolean secret, String pattern, int maxLength) {
        return new CredentialField(
                name,
                label,
                secret,
                false,
                pattern,
                maxLength,
                "Leave it empty: it is derived from the private key when it is needed.");
    }

    private static List<Host> hosts() {
        return List.of(
                host(CLOB, "https://clob.polymarket.com"),
                host(GAMMA, "https://gamma-api.polymarket.com"),
                host(DATA, "https://data-api.polymarket.com"));
    }

    private static Host host(String label, String url) {
        return new Host(label, URI.create(url), Mode.LIVE, false);
    }

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://polymarket.com/settings"),
                List.of(
                        "Open a Polymarket account for Sequence Connect alone and move there only"
                                + " what it shall trade with: the key cannot be limited.",
                        "Trade once by hand, so that the account's wallet exists and may trade.",
                        "Export the private key: with an e-mail account in the settings, with a"
                                + " browser wallet in that wallet.",
                        "Copy the address from your profile page: it is the proxy address.",
                        "Submit the private key and the proxy address; nothing else is needed."),
                List.of("A wallet that holds no more than you trade with"),
                List.of(
                        "The key of a wallet that holds savings",
                        "A read-only API key: it cannot trade"));
    }
}
