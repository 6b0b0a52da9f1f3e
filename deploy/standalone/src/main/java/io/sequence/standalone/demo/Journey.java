package io.sequence.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** One key's whole journey, step by step. Every step throws when it does not go as it should. */
final class Journey {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ANTI_PHISHING_CODE = "heron-42";

    private final HouseApi house;
    private final HouseApi simulator;
    private final Mailbox mailbox;
    private final PrintStream out;
    private final String email;
    private final String password;
    private int step;

    Journey(String houseUrl, String simulatorUrl, String inboxUrl, PrintStream out) {
        this.out = out;
        this.house = new HouseApi(houseUrl, out);
        this.simulator = new HouseApi(simulatorUrl, out);
        this.email = "Demo-" + random(4) + "@example.com";
        this.password = random(12);
        this.mailbox = new Mailbox(new HouseApi(inboxUrl, out), email, out);
    }

    void walk() throws InterruptedException {
        register();
        signIn();
        lookAround();
        JsonNode venueAccount = openVenueAccount();
        try (LiveStream live = LiveStream.open(house, out)) {
            String connection = submit(venueAccount, live);
            launch(live);
            ping(connection, live);
            refresh(connection, venueAccount, live);
            disconnect(connection, live);
        }
    }

    private void register() throws InterruptedException {
        title("Register " + email);
        house.expect(
                201,
                "POST",
                "/v1/accounts",
                HouseApi.body("email", email, "password", password, "name", "Demo Trader"));
        mailbox.await("welcome", SOON);
    }

    private void signIn() throws InterruptedException {
        title("Sign in with the mailed code");
        JsonNode challenge =
                house.expect(
                        202,
                        "POST",
                        "/v1/auth/sign-in",
                        HouseApi.body("email", email, "password", password));
        String code = Mailbox.code(mailbox.await("code", SOON));
        JsonNode tokens =
                house.expect(
                        200,
                        "POST",
                        "/v1/auth/verify",
                        HouseApi.body(
                                "challenge_id",
                                challenge.path("challenge_id").asText(),
                                "code",
                                code));
        house.signedIn(tokens.path("access_token").asText());
    }

    private void lookAround() {
        title("See what can be chosen on Bybit");
        house.expect(200, "GET", "/v1/strategies?venue=bybit&market=derivatives", null);
    }

    private JsonNode openVenueAccount() {
        title("Open a simulated Bybit account with 2 BTC and make a key that may read and trade");
        return simulator.expect(
                201,
                "POST",
                "/_sim/bybit/accounts",
                HouseApi.body(
                        "permissions", List.of("read", "trade"),
                        "balances", Map.of("BTC", "2"),
                        "sub_account", true,
                        "expires_at",
                                java.time.Instant.now().plus(Duration.ofDays(60)).toString()));
    }

    private String submit(JsonNode venueAccount, LiveStream live) throws InterruptedException {
        title("Hand the key over");
        JsonNode received =
                house.expect(
                        202,
                        "POST",
                        "/v1/submissions",
                        HouseApi.body(
                                "email",
                                email,
                                "type",
                                "add",
                                "market",
                                "derivatives",
                                "venue",
                                "bybit",
                                "strategy_id",
                                "btc_accumulation",
                                "label",
                                "Demo account",
                                "credentials",
                                venueAccount.path("credentials"),
                                "anti_phishing_code",
                                ANTI_PHISHING_CODE,
                                "funded_confirmed",
                                true,
                                "terms_accepted",
                                true));
        live.await("submission.accepted", SOON);
        house.expect(
                200, "GET", "/v1/submissions/" + received.path("submission_id").asText(), null);
        String text = mailbox.await("received", SOON);
        if (!text.contains(ANTI_PHISHING_CODE)) {
            throw new DemoTrouble("the mail does not carry the anti-phishing code");
        }
        return received.path("connection_id").asText();
    }

    private void launch(LiveStream live) throws InterruptedException {
        title("The strategy is launched");
        live.await("bot.launched", SOON);
        mailbox.await("launched", SOON);
    }

    private void ping(String connection, LiveStream live) throws InterruptedException {
        title("Have the key checked now");
        JsonNode checked =
                house.expect(200, "POST", "/v1/connections/" + connection + "/check", null);
        live.await("connection.checked", SOON);
        if (!checked.path("status").asText().equals("connected")
                || checked.path("last_sync_at").isNull()) {
            throw new DemoTrouble("the connection does not show as connected and proven");
        }
    }

    private void refresh(String connection, JsonNode venueAccount, LiveStream live)
            throws InterruptedException {
        title("Swap a new key of the same account in");
        JsonNode key =
                simulator.expect(
                        201,
                        "POST",
                        "/_sim/bybit/accounts/"
                                + venueAccount.path("account_id").asText()
                                + "/keys",
                        HouseApi.body());
        house.expect(
                202,
                "POST",
                "/v1/submissions",
                HouseApi.body(
                        "email",
                        email,
                        "type",
                        "refresh",
                        "market",
                        "derivatives",
                        "venue",
                        "bybit",
                        "connection_id",
                        connection,
                        "credentials",
                        key.path("credentials"),
                        "anti_phishing_code",
                        ANTI_PHISHING_CODE,
                        "funded_confirmed",
                        true,
                        "terms_accepted",
                        true));
        live.await("connection.refreshed", SOON);
        mailbox.await("refreshed", SOON);
        house.expect(200, "GET", "/v1/connections/" + connection, null);
    }

    private void disconnect(String connection, LiveStream live) throws InterruptedException {
        title("Disconnect");
        house.expect(204, "DELETE", "/v1/connections/" + connection, null);
        live.await("connection.disconnected", SOON);
        mailbox.await("disconnected", SOON);
        house.expect(404, "GET", "/v1/connections/" + connection, null);
    }

    private void title(String what) {
        step++;
        out.printf("%n%d  %s%n", step, what);
    }

    private static String random(int bytes) {
        byte[] fresh = new byte[bytes];
        new SecureRandom().nextBytes(fresh);
        return HexFormat.of().formatHex(fresh);
    }
}
