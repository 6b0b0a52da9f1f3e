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
 * Binance USDⓈ-M Futures as data. Ed25519 keys sign here as on spot; the futures pages spell out
 * HMAC and RSA only. That the spot host of the demo mode knows demo futures keys is unconfirmed.
 * Source: USDⓈ-M general info and change log.
 */
final class BinanceUsdmProfile {
    static final VenueId VENUE = new VenueId("binance_usdm");
    static final String FUTURES = "futures";
    static final String SPOT = "spot";
    static final String TESTNET = "testnet";
    static final String TESTNET_SPOT = "testnet_spot";

    static final VenueProfile PROFILE =
            new VenueProfile(
                            VENUE,
                            "Binance Futures (USD-M)",
                            List.of(BinanceFields.API_KEY, BinanceFields.SECRET_OR_PRIVATE_KEY),
                            List.of(
                                    BinanceFields.live(FUTURES, "https://fapi.binance.com"),
                                    BinanceFields.live(SPOT, "https://api.binance.com"),
                                    BinanceFields.sandbox(TESTNET, "https://demo-fapi.binance.com"),
                                    BinanceFields.sandbox(
                                            TESTNET_SPOT, "https://demo-api.binance.com")),
                            EnumSet.of(Market.DERIVATIVES),
                            EnumSet.allOf(Capability.class),
                            guide(),
                            BinanceFaults.USDM,
                            ExpiryRule.PERMANENT,
                            Map.of(),
                            "")
                    .withLimits(
                            List.of(
                                    // The ping goes to the spot host, which counts apart.
                                    BinanceFields.wallet(1),
                                    BinanceFields.weights(2_400, 0, "/fapi/"),
                                    BinanceFields.orders(300, Duration.ofSeconds(10)),
                                    BinanceFields.orders(1_200, Duration.ofMinutes(1))));

    private BinanceUsdmProfile() {}

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://www.binance.com/en/my/settings/api-management"),
                BinanceFields.steps(
                        "Binance (binance.com)",
                        "Open its USD-M Futures account first, set One-way Mode there and move"
                                + " the base asset into it: a key that is older than the futures"
                                + " account cannot trade futures."),
                List.of("Enable Reading", "Enable Futures"),
                List.of(
                        "Enable Withdrawals",
                        "Permits Universal Transfer",
                        "Enable Internal Transfer",
                        "Enable Spot & Margin Trading",
                        "Enable Margin Loan, Repay & Transfer",
                        "Enable European Options",
                        "Enable Portfolio Margin Trading and everything else"));
    }
}
