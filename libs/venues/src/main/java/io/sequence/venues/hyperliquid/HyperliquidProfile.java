package io.sequence.venues.hyperliquid;

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
 * Hyperliquid as data. A key is an API wallet, which the account approves and which can trade and
 * never withdraw. An order costs one, and twenty more when its listing has to be asked for first.
 */
final class HyperliquidProfile {
    static final VenueId VENUE = new VenueId("hyperliquid");

    /** Labels of the hosts; the network is part of every signature. */
    static final String MAINNET = "mainnet";

    static final String TESTNET = "testnet";

    /** Names of the fields. */
    static final String ACCOUNT = "api_key";

    static final String KEY = "api_secret";
    static final String VAULT = "passphrase";

    static final VenueProfile PROFILE =
            new VenueProfile(
                            VENUE,
                            "Hyperliquid",
                            fields(),
                            hosts(),
                            EnumSet.allOf(Market.class),
                            EnumSet.complementOf(EnumSet.of(Capability.RIGHTS_BY_MARKET)),
                            guide(),
                            HyperliquidFaults.BY_CODE,
                            ExpiryRule.NINETY_DAYS,
                            Map.of(),
                            "")
                    .withLimits(
                            List.of(
                                    new RateWindow(
                                            Scope.ADDRESS, 1200, Duration.ofMinutes(1), 20, 21)));

    private HyperliquidProfile() {}

    private static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                                ACCOUNT,
                                "Account address",
                                false,
                                true,
                                "0[xX][0-9a-fA-F]{40}",
                                42,
                                "The address that holds the funds, 0x and 40 characters, as shown"
                                        + " at the top of the app; not the API wallet's own.")
                        .wanting(Kind.EVM_ADDRESS),
                new CredentialField(
                                KEY,
                                "API wallet private key",
                                true,
                                true,
                                "(0[xX])?[0-9a-fA-F]{64}",
                                66,
                                "64 characters, with or without 0x; shown once when the API wallet"
                                        + " is made. Never the private key of your own wallet.")
                        .wanting(Kind.HEX_PRIVATE_KEY),
                new CredentialField(
                                VAULT,
                                "Vault or sub-account address",
                                false,
                                false,
                                "0[xX][0-9a-fA-F]{40}",
                                42,
                                "Only to trade for a vault or sub-account that your account leads.")
                        .wanting(Kind.EVM_ADDRESS));
    }

    private static List<Host> hosts() {
        return List.of(
                new Host(MAINNET, URI.create("https://api.hyperliquid.xyz"), Mode.LIVE, false),
                new Host(
                        TESTNET,
                        URI.create("https://api.hyperliquid-testnet.xyz"),
                        Mode.SANDBOX,
                        false));
    }

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://app.hyperliquid.xyz/API"),
                List.of(
                        "Connect your wallet at Hyperliquid and open More, then API.",
                        "Enter a name for Sequence Connect and generate a new API wallet; use one"
                                + " that no other program uses and never one that was used before.",
                        "Choose the longest validity, 180 days: an API wallet ends silently.",
                        "Authorise it with your wallet, then copy its private key, which is shown"
                                + " once.",
                        "Submit your account's address, which holds the funds, with that private"
                                + " key; add a vault's or sub-account's address only to trade for"
                                + " it."),
                List.of("API wallet (trades spot and perpetuals; there is nothing to choose)"),
                List.of("Your wallet's own private key or seed phrase: it can withdraw"));
    }
}
