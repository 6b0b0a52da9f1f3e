package io.sequence.venues.binance;

import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.Capability;
import io.sequence.venues.api.VenueProfile.ExpiryRule;
import io.sequence.venues.api.VenueProfile.SetupGuide;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.VenueId;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Binance Spot as data. Keys have no date; of a key without an IP restriction the right to trade
 * lapses, and the venue then names the moment. The figure of ten orders a second is an example of
 * the documents; each account's own is in {@code exchangeInfo}. Source: binance-spot-api-docs.
 */
final class BinanceProfile {
    static final VenueId VENUE = new VenueId("binance");
    static final String SPOT = "spot";
    static final String TESTNET = "testnet";

    static final VenueProfile PROFILE =
            new VenueProfile(
                            VENUE,
                            "Binance International",
                            List.of(BinanceFields.API_KEY, BinanceFields.SECRET_OR_PRIVATE_KEY),
                            List.of(
                                    BinanceFields.live(SPOT, "https://api.binance.com"),
                                    BinanceFields.sandbox(
                                            TESTNET, "https://testnet.binance.vision")),
                            EnumSet.of(Market.SPOT),
                            EnumSet.allOf(Capability.class),
                            guide(),
                            BinanceFaults.SPOT,
                            ExpiryRule.PERMANENT,
                            Map.of(),
                            "Strategies are connected in another way here: please contact support.")
                    .withLimits(
                            List.of(
                                    // Each /sapi path has a pool of its own; the ping is one.
                                    BinanceFields.wallet(1),
                                    BinanceFields.weights(6_000, 0, "/api/"),
                                    BinanceFields.orders(10, Duration.ofSeconds(1))));

    private BinanceProfile() {}

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://www.binance.com/en/my/settings/api-management"),
                BinanceFields.steps(
                        "Binance (binance.com)", "Move the base asset into its Spot wallet."),
                List.of("Enable Reading", "Enable Spot & Margin Trading"),
                List.of(
                        "Enable Withdrawals",
                        "Permits Universal Transfer",
                        "Enable Internal Transfer",
                        "Enable Futures",
                        "Enable Margin Loan, Repay & Transfer",
                        "Enable European Options",
                        "Enable Portfolio Margin Trading and everything else"));
    }
}
