package io.sequence.venues.bybit;

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

/** Bybit as data. Source: Bybit V5 guide and FAQ. */
final class BybitProfile {
    private static final String PEM =
            "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]+-----END [A-Z ]*PRIVATE KEY-----";

    static final VenueProfile PROFILE =
            new VenueProfile(
                            new VenueId("bybit"),
                            "Bybit",
                            fields(),
                            hosts(),
                            EnumSet.allOf(Market.class),
                            EnumSet.allOf(Capability.class),
                            guide(),
                            BybitFaults.BY_CODE,
                            ExpiryRule.NINETY_DAYS,
                            Map.of(),
                            "")
                    .withLimits(
                            List.of(
                                    new RateWindow(Scope.ADDRESS, 600, Duration.ofSeconds(5), 1, 1),
                                    new RateWindow(Scope.ACCOUNT, 10, Duration.ofSeconds(1), 1, 0)
                                            .toldBy(
                                                    Told.left(
                                                            "X-Bapi-Limit-Status",
                                                            "X-Bapi-Limit-Reset-Timestamp",
                                                            Reset.MOMENT)),
                                    new RateWindow(
                                            Scope.ACCOUNT, 10, Duration.ofSeconds(1), 0, 1)));

    private BybitProfile() {}

    private static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                        "api_key",
                        "API Key",
                        false,
                        true,
                        "\\S+",
                        128,
                        "Shown in the list under API Management."),
                new CredentialField(
                                "api_secret",
                                "API Secret",
                                true,
                                true,
                                "\\S+|" + PEM,
                                8192,
                                "Shown once when the key is made; for a self-generated key, the RSA"
                                        + " private key in PEM with its BEGIN and END lines.")
                        .wanting(Kind.TEXT, Kind.RSA_PEM));
    }

    private static List<Host> hosts() {
        return List.of(
                live("global", "https://api.bybit.com", false),
                live("eu", "https://api.bybit.eu", true),
                live("nl", "https://api.bybit.nl", true),
                live("tr", "https://api.bybit.tr", true),
                live("kz", "https://api.bybit.kz", true),
                live("ge", "https://api.bybitgeorgia.ge", true),
                live("ae", "https://api.bybit.ae", true),
                live("id", "https://api.bybit.id", true),
                live("jp", "https://api.manepa.jp", true),
                sandbox("testnet", "https://api-testnet.bybit.com"),
                sandbox("demo", "https://api-demo.bybit.com"));
    }

    private static Host live(String label, String url, boolean regional) {
        return new Host(label, URI.create(url), Mode.LIVE, regional);
    }

    private static Host sandbox(String label, String url) {
        return new Host(label, URI.create(url), Mode.SANDBOX, false);
    }

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://www.bybit.com/app/user/api-management"),
                List.of(
                        "Sign in on Bybit in a desktop browser and switch to the sub-account that"
                                + " is to trade.",
                        "Move the base asset into its Unified Trading account.",
                        "Open API Management, choose Create New Key and System-generated API Keys.",
                        "Choose API Transaction, give the key a name and choose Read-Write.",
                        "Enter our IP addresses: a key without them dies after 90 days.",
                        "Tick the permissions below, leave all others off and confirm.",
                        "Copy the API key and the API secret; the secret is shown only once."),
                List.of(
                        "Unified Trading: SPOT Trade (spot strategies)",
                        "Unified Trading: Contract Orders and Positions (derivatives strategies)"),
                List.of(
                        "Assets: Withdrawal",
                        "Assets: Account Transfer",
                        "Assets: Subaccount Transfer",
                        "Assets: Exchange",
                        "Fiat trading, Earn, Affiliate and everything else"));
    }
}
