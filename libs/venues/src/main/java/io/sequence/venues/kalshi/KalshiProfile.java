package io.sequence.venues.kalshi;

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
 * Kalshi's event contracts as data. They are paid in full, so they count as spot; its perpetual
 * futures are another product. Source: docs.kalshi.com.
 */
final class KalshiProfile {
    static final VenueProfile PROFILE =
            new VenueProfile(
                            new VenueId("kalshi"),
                            "Kalshi",
                            fields(),
                            List.of(
                                    new Host(
                                            "elections",
                                            URI.create("https://external-api.kalshi.com"),
                                            Mode.LIVE,
                                            false),
                                    new Host(
                                            "demo",
                                            URI.create("https://external-api.demo.kalshi.co"),
                                            Mode.SANDBOX,
                                            false)),
                            EnumSet.of(Market.SPOT),
                            EnumSet.complementOf(EnumSet.of(Capability.RIGHTS_BY_MARKET)),
                            guide(),
                            KalshiFaults.BY_CODE,
                            ExpiryRule.PERMANENT,
                            Map.of(
                                    Right.TRADE_DERIVATIVES,
                                    "Kalshi does not tell whether a key also reaches its perpetual"
                                            + " futures; nothing is traded there."),
                            "")
                    // Tokens of the basic tier; a plain call costs ten. Higher tiers have more.
                    .withLimits(
                            List.of(
                                    new RateWindow(
                                            Scope.ACCOUNT, 200, Duration.ofSeconds(1), 10, 0),
                                    new RateWindow(
                                            Scope.ACCOUNT, 100, Duration.ofSeconds(1), 0, 10)));

    private KalshiProfile() {}

    private static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                        "api_key",
                        "API Key ID",
                        false,
                        true,
                        "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
                        36,
                        "Shown beside the key's name on Kalshi, five groups with dashes between."),
                new CredentialField(
                                "api_secret",
                                "Private Key",
                                true,
                                true,
                                "(?s).{200,}",
                                16_384,
                                "The whole file that Kalshi let you download, from BEGIN to END;"
                                        + " PKCS#8 works as well.")
                        .wanting(Kind.RSA_PEM));
    }

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://kalshi.com/account/profile"),
                List.of(
                        "Sign in at Kalshi in a desktop browser and open Account, then API keys.",
                        "Create a key for Sequence Connect alone.",
                        "Give it the scopes named here and no other, so that it cannot transfer.",
                        "Download the private key: it is shown once.",
                        "Copy the API Key ID and the whole text of the file.",
                        "Keep the location attestation of your account up to date: when it lapses,"
                                + " every key stops until you renew it on the site."),
                List.of("read", "write::trade"),
                List.of("write", "write::transfer", "write::block_trade_accept"));
    }
}
