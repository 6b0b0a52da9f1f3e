package io.sequence.venues.binance;

import io.sequence.venues.api.RateWindow;
import io.sequence.venues.api.RateWindow.Scope;
import io.sequence.venues.api.RateWindow.Told;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.api.VenueProfile.Host;
import io.sequence.venues.api.VenueProfile.Kind;
import io.sequence.vocabulary.Mode;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What the three profiles are made of. */
final class BinanceFields {
    /** Keys are seen with 64 letters and digits; no document says so. */
    static final CredentialField API_KEY =
            new CredentialField(
                    "api_key",
                    "API Key",
                    false,
                    true,
                    "[A-Za-z0-9]+",
                    128,
                    "64 letters and digits, shown in the list under API Management.");

    static final CredentialField SHARED_SECRET =
            new CredentialField(
                    "api_secret",
                    "Secret Key",
                    true,
                    true,
                    "[A-Za-z0-9]+",
                    128,
                    "64 letters and digits, shown once when the key is made.");

    /** Private keys come as PEM, also on one line, or as bare Base64. */
    static final CredentialField SECRET_OR_PRIVATE_KEY =
            new CredentialField(
                            "api_secret",
                            "Secret Key",
                            true,
                            true,
                            "\\S+|[\\s\\S]*PRIVATE KEY[\\s\\S]*",
                            8192,
                            "Shown once when the key is made; for a self-generated key, the RSA or"
                                    + " Ed25519 private key in PEM with its BEGIN and END lines.")
                    .wanting(Kind.TEXT, Kind.RSA_PEM, Kind.ED25519_KEY);

    private BinanceFields() {}

    static Host live(String label, String url) {
        return new Host(label, URI.create(url), Mode.LIVE, false);
    }

    static Host sandbox(String label, String url) {
        return new Host(label, URI.create(url), Mode.SANDBOX, false);
    }

    /**
     * The limit of weights of one address. Source: Spot and USD-M REST APIs, "Limits".
     *
     * @param ping what ours weighs; 0 where it goes to other paths
     * @param paths the beginning of those that count
     */
    static RateWindow weights(long allowed, long ping, String paths) {
        return new RateWindow(Scope.ADDRESS, allowed, Duration.ofMinutes(1), ping, 1)
                .below(paths)
                .toldBy(Told.used("X-MBX-USED-WEIGHT-1M"));
    }

    /**
     * The wallet's limit: each endpoint has a pool of its own, of which we count one alone. Source:
     * wallet, "General Info", rate limits.
     */
    static RateWindow wallet(long ping) {
        return new RateWindow(Scope.ADDRESS, 12_000, Duration.ofMinutes(1), ping, 1)
                .below("/sapi/")
                .toldBy(Told.used("X-SAPI-USED-IP-WEIGHT-1M"));
    }

    /** A limit of one account's orders. */
    static RateWindow orders(long allowed, Duration per) {
        return new RateWindow(Scope.ACCOUNT, allowed, per, 0, 1);
    }

    /** How a key is made, up to its rights. */
    static List<String> steps(String venue, String moveFunds) {
        return List.of(
                "Sign in on " + venue + " in a desktop browser with the account that is to trade.",
                moveFunds,
                "Open API Management, choose Create API and System generated, and give the key a"
                        + " name.",
                "Choose Edit restrictions, then Restrict access to trusted IPs only, and enter our"
                        + " IP addresses.",
                "Tick the permissions below, leave all others off and save.",
                "Copy the API key and the secret key; the secret is shown only once.");
    }
}
