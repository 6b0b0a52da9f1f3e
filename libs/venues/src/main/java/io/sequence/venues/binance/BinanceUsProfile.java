package io.sequence.venues.binance;

import io.sequence.venues.api.RateWindow;
import io.sequence.venues.api.RateWindow.Scope;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.Capability;
import io.sequence.venues.api.VenueProfile.ExpiryRule;
import io.sequence.venues.api.VenueProfile.SetupGuide;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.VenueId;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Binance.US as data: another company, with keys of its own and no test environment. The limits are
 * the documents' examples; how long keys live is not documented. Source: binance-us-api-docs;
 * docs.binance.us.
 */
final class BinanceUsProfile {
    static final VenueId VENUE = new VenueId("binance_us");

    static final VenueProfile PROFILE =
            new VenueProfile(
                            VENUE,
                            "Binance US",
                            List.of(BinanceFields.API_KEY, BinanceFields.SHARED_SECRET),
                            List.of(BinanceFields.live("spot", "https://api.binance.us")),
                            EnumSet.of(Market.SPOT),
                            EnumSet.allOf(Capability.class),
                            guide(),
                            BinanceFaults.SPOT,
                            ExpiryRule.NINETY_DAYS,
                            notReported(),
                            "Strategies are connected in another way here: please contact support.")
                    .withLimits(
                            List.of(
                                    BinanceFields.weights(1_200, 1, ""),
                                    new RateWindow(
                                                    Scope.ADDRESS,
                                                    5_000,
                                                    Duration.ofMinutes(5),
                                                    1,
                                                    1)
                                            .countingRequests(),
                                    BinanceFields.orders(10, Duration.ofSeconds(1))));

    private BinanceUsProfile() {}

    private static Map<Right, String> notReported() {
        return Map.of(
                Right.WITHDRAW,
                "Binance.US does not tell whether a key may withdraw: check in API Management that"
                        + " Enable Withdrawals is off.",
                Right.TRANSFER,
                "Binance.US does not tell whether a key may transfer funds: check in API"
                        + " Management that transfers are off.");
    }

    private static SetupGuide guide() {
        return new SetupGuide(
                URI.create("https://www.binance.us/settings/api-management"),
                List.of(
                        "Sign in on Binance.US in a desktop browser; its accounts and keys are"
                                + " apart from those of binance.com.",
                        "Move the base asset into the account that is to trade.",
                        "Open API Management, choose an Exchange API key and give it a name.",
                        "Restrict the key to trusted IPs only and enter our IP addresses.",
                        "Tick the permissions below, switch all others off and save: a new key may"
                                + " reach everything.",
                        "Copy the API key and the secret key; the secret is shown only once."),
                List.of("Can Read", "Enable Spot Trading"),
                List.of("Enable Withdrawals", "Transfers and everything else"));
    }
}
