package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Secrets that are handed over, rightly or wrongly, are found in nothing that the house keeps. */
@Tag("whole-house")
class CanaryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LABEL = "Canary " + UUID.randomUUID();

    private static WholeHouse house;

    private final SecretHunt hunt = new SecretHunt();
    private final SecretHunt controls = new SecretHunt();
    private final List<String> codes = new ArrayList<>();

    @BeforeAll
    static void enter() throws Exception {
        house = WholeHouse.shared();
    }

    @Test
    void findsNoSecretInLogsTopicsRowsMailsAndMetrics() throws Exception {
        houseSecrets();
        Trader trader = signIn();
        Handed connected = connectAndRefresh(trader);
        refusals(trader);
        badInput(trader);
        accountTrouble(trader);
        trader.api().expect(204, "DELETE", "/v1/connections/" + connected.connection(), null);
        Trader.awaitMail(house, trader.email(), "Disconnected", LABEL);
        checkpoint();

        controls.add("label", LABEL);
        controls.add("email", trader.email());
        controls.add("submission", connected.submission());
        controls.add("metric", "sequence_submissions_total");
        assertThat(everywhere(controls))
                .as("what must be found, so that the search is known to look")
                .anyMatch(hit -> hit.startsWith("label in kafka"))
                .anyMatch(hit -> hit.startsWith("label in postgres"))
                .anyMatch(hit -> hit.startsWith("email in mail"))
                .anyMatch(hit -> hit.startsWith("label in text of mail"))
                .anyMatch(hit -> hit.startsWith("submission in logs/key-validation"))
                .anyMatch(hit -> hit.startsWith("metric in metrics of credential-intake"));

        assertThat(everywhere(hunt)).isEmpty();
        for (String code : codes) {
            assertThat(logged(code)).as("lines that tell a one-time code").isEmpty();
        }
    }

    /** A submission that was taken in. */
    private record Handed(String submission, String connection) {}

    private void houseSecrets() throws IOException {
        try (Stream<Path> secrets = Files.list(house.files().data().resolve("secrets"))) {
            for (Path file : secrets.toList()) {
                String name = file.getFileName().toString();
                if (!name.contains("public")) {
                    hunt.add("the house's " + name, Files.readString(file).strip());
                }
            }
        }
    }

    private Trader signIn() throws Exception {
        String password = secret("password");
        Trader trader = Trader.join(house, Trader.randomEmail(), password);
        hunt.add("access token", trader.token());
        codes.add(trader.code());
        return trader;
    }

    private Handed connectAndRefresh(Trader trader) throws Exception {
        JsonNode account = venueAccount("bybit", Map.of("key_type", "rsa"));
        Handed handed = submit(trader, "bybit", account.path("credentials"), "accepted");
        Trader.awaitMail(house, trader.email(), "launched", LABEL);
        trader.api().expect(200, "POST", "/v1/connections/" + handed.connection() + "/check", null);
        JsonNode second =
                new HouseClient(house.simulator())
                        .expect(
                                201,
                                "POST",
                                "/_sim/bybit/accounts/"
                                        + account.path("account_id").asText()
                                        + "/keys",
                                Map.of())
                        .body();
        known(second.path("credentials"));
        Map<String, Object> refresh = addition(trader, "bybit", second.path("credentials"));
        refresh.put("type", "refresh");
        refresh.remove("strategy_id");
        refresh.put("connection_id", handed.connection());
        trader.api().expect(202, "POST", "/v1/submissions", refresh);
        Trader.awaitMail(house, trader.email(), "API refreshed", LABEL);
        return handed;
    }

    private void refusals(Trader trader) throws Exception {
        JsonNode okx = venueAccount("okx", Map.of()).path("credentials");
        submit(trader, "okx", wrong(okx, "api_secret"), "rejected");
        submit(trader, "okx", wrong(okx, "passphrase"), "rejected");
        JsonNode rights =
                venueAccount("kucoin", Map.of("permissions", List.of("read", "trade", "withdraw")));
        submit(trader, "kucoin", rights.path("credentials"), "rejected");
        JsonNode kraken = venueAccount("kraken", Map.of()).path("credentials");
        submit(trader, "kraken", wrong(kraken, "api_secret"), "rejected");
        submit(trader, "kraken", kraken, "accepted");
    }

    private void badInput(Trader trader) throws Exception {
        JsonNode credentials = venueAccount("bybit", Map.of()).path("credentials");
        for (String field :
                List.of("type", "market", "venue", "strategy_id", "connection_id", "email")) {
            Map<String, Object> body = addition(trader, "bybit", credentials);
            body.put(field, secret("secret in " + field));
            refused(trader, body);
        }
        Map<String, Object> misnamed = addition(trader, "bybit", credentials);
        misnamed.put("api_secret", secret("secret outside the credentials"));
        refused(trader, misnamed);
        for (Object shape :
                List.of(
                        secret("credentials as text"),
                        List.of(secret("credentials as a list")),
                        Map.of("api_key", Map.of("api_secret", secret("nested credentials"))),
                        Map.of(secret("secret as a name"), "x"),
                        Map.of("api_key", "short", "api_secret", secret("secret without a key")))) {
            refused(trader, addition(trader, "bybit", shape));
        }
        String whole = JSON.writeValueAsString(addition(trader, "bybit", credentials));
        refused(trader, whole.substring(0, whole.length() - 1));
        refused(trader, "{\"credentials\":{\"api_secret\":\"" + secret("torn JSON") + "\"");
        refused(trader, "{\"credentials\":" + secret("JSON without quotes") + "}");
        refused(trader, (secret("megabyte") + " ").repeat(20_000));
        refused(trader, "\"" + secret("invalid UTF-8") + "\u00ff\"", StandardCharsets.ISO_8859_1);
        refused(trader, secret("text in place of JSON").getBytes(StandardCharsets.UTF_8));
        String path = secret("secret in a path").replaceAll("[^A-Za-z0-9]", "");
        hunt.add("secret in a path", path);
        trader.api().expect(404, "GET", "/v1/submissions/" + path, null);
        trader.api().expect(404, "GET", "/v1/" + path, null);
    }

    private void accountTrouble(Trader trader) throws Exception {
        HouseClient nobody = new HouseClient(house.http());
        // Answers as for the right password, and mails nothing.
        nobody.expect(
                202,
                "POST",
                "/v1/auth/sign-in",
                Map.of("email", trader.email(), "password", secret("wrong password")));
        assertRefused(
                nobody.ask(
                        "POST",
                        "/v1/accounts",
                        Map.of(
                                "email",
                                secret("password as address"),
                                "password",
                                secret("password of a bad form"),
                                "name",
                                "x")));
        assertRefused(
                nobody.ask(
                        "POST",
                        "/v1/auth/verify",
                        Map.of("challenge_id", secret("secret as challenge"), "code", "1")));
        assertRefused(
                nobody.with("Authorization", "Bearer " + secret("bearer").replace(" ", ""))
                        .ask("GET", "/v1/connections", null));
    }

    private static void assertRefused(HouseClient.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(400, 499);
    }

    private void refused(Trader trader, Object body) throws Exception {
        assertRefused(trader.api().ask("POST", "/v1/submissions", body));
    }

    private void refused(Trader trader, String body, java.nio.charset.Charset charset)
            throws Exception {
        refused(trader, body.getBytes(charset));
    }

    private Handed submit(Trader trader, String venue, Object credentials, String verdict)
            throws Exception {
        HouseClient.Answer answer =
                trader.api()
                        .expect(
                                202,
                                "POST",
                                "/v1/submissions",
                                addition(trader, venue, credentials));
        assertThat(trader.verdict(answer.text("submission_id"))).as(venue).isEqualTo(verdict);
        return new Handed(answer.text("submission_id"), answer.text("connection_id"));
    }

    private static Map<String, Object> addition(Trader trader, String venue, Object credentials) {
        boolean kraken = venue.equals("kraken");
        return trader.addition(
                venue,
                kraken ? "spot" : "derivatives",
                kraken ? "usdt_dca" : "btc_accumulation",
                LABEL,
                credentials);
    }

    private JsonNode venueAccount(String venue, Map<String, Object> more) throws Exception {
        Map<String, Object> terms = new HashMap<>(more);
        terms.put("balances", Map.of("BTC", "2", "USDT", "5000"));
        JsonNode account = Trader.venueAccount(house, venue, terms);
        known(account.path("credentials"));
        return account;
    }

    /** Of a key file also its middle, as text and as bytes: what a parser may have left behind. */
    private void known(JsonNode credentials) {
        for (String field : List.of("api_secret", "passphrase")) {
            String value = credentials.path(field).asText();
            if (value.isEmpty()) {
                continue;
            }
            hunt.add(field + " " + value.hashCode(), value);
            if (value.startsWith("-----BEGIN")) {
                String body = value.replaceAll("-----[A-Z ]+-----|\\s", "");
                byte[] der = Base64.getDecoder().decode(body);
                hunt.add("private key", body);
                hunt.add("part of a private key", body.substring(400, 440));
                hunt.add("bytes of a private key", Arrays.copyOfRange(der, 300, 330));
            }
        }
    }

    private JsonNode wrong(JsonNode credentials, String field) {
        ObjectNode changed = credentials.deepCopy();
        // Of the same shape, so that it goes as far as the venue.
        String right = credentials.path(field).asText();
        String other = new StringBuilder(right).reverse().toString().replace("=", "");
        String fitting =
                right.endsWith("=") ? other + "=".repeat(right.length() - other.length()) : other;
        hunt.add("wrong " + field, fitting);
        return changed.put(field, fitting);
    }

    private String secret(String name) {
        String secret = "K4n4rie/" + UUID.randomUUID() + "+&=% q" + UUID.randomUUID();
        hunt.add(name, secret);
        return secret;
    }

    private List<String> everywhere(SecretHunt wanted) throws Exception {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("logs", "kafka", "postgres", "mail")) {
            found.addAll(wanted.below(house.files().data().resolve(folder)));
        }
        found.addAll(inMailTexts(wanted));
        for (HouseService service : HouseService.values()) {
            if (service != HouseService.VENUE_SIMULATOR) {
                found.addAll(wanted.in("metrics of " + service.title(), metrics(service)));
            }
        }
        return found;
    }

    /** Mail bodies may be encoded by line, which no search of their bytes sees through. */
    private static List<String> inMailTexts(SecretHunt wanted) throws Exception {
        HouseClient inbox = new HouseClient(house.inbox());
        List<String> found = new ArrayList<>();
        for (JsonNode mail :
                inbox.expect(200, "GET", "/api/v1/messages?limit=10000", null)
                        .body()
                        .path("messages")) {
            String id = mail.path("ID").asText();
            String whole =
                    inbox.expect(200, "GET", "/api/v1/message/" + id, null).body().toString();
            found.addAll(wanted.in("text of mail " + id, whole.getBytes(StandardCharsets.UTF_8)));
        }
        return found;
    }

    private static byte[] metrics(HouseService service) throws Exception {
        // Metrics that come while HTTP/2 is being agreed on are taken for its frames.
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(house.url(service, "/q/metrics")).build(),
                            BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    /** Log messages that hold a code; times and numbers of their own fields are no messages. */
    private static List<String> logged(String code) throws IOException {
        List<String> found = new ArrayList<>();
        for (HouseService service : HouseService.values()) {
            for (String line : Files.readAllLines(house.files().log(service.title()))) {
                String said = line;
                if (line.startsWith("{")) {
                    JsonNode entry = JSON.readTree(line);
                    said = entry.path("message").asText() + entry.path("exception").asText();
                }
                if (said.matches("(?s).*\\b" + code + "\\b.*")) {
                    found.add(said);
                }
            }
        }
        return found;
    }

    private static void checkpoint() throws Exception {
        try (Connection database = house.database();
                Statement statement = database.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }
}
