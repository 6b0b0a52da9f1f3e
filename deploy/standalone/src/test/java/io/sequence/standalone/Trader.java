package io.sequence.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.testing.Eventually;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with an account who has signed in. */
record Trader(String email, String code, String token, HouseClient api) {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    /** Registers and signs in with the mailed code. */
    static Trader join(WholeHouse house, String email, String password) throws Exception {
        HouseClient api = new HouseClient(house.http());
        api.expect(
                201,
                "POST",
                "/v1/accounts",
                Map.of("email", email, "password", password, "name", "Test Trader"));
        HouseClient.Answer challenge =
                api.expect(
                        202,
                        "POST",
                        "/v1/auth/sign-in",
                        Map.of("email", email, "password", password));
        String code = code(new HouseClient(house.inbox()), email);
        HouseClient.Answer tokens =
                api.expect(
                        200,
                        "POST",
                        "/v1/auth/verify",
                        Map.of("challenge_id", challenge.text("challenge_id"), "code", code));
        String token = tokens.text("access_token");
        return new Trader(email, code, token, api.with("Authorization", "Bearer " + token));
    }

    /** Opens a simulated account; answers its id and credentials. */
    static JsonNode venueAccount(WholeHouse house, String venue, Map<String, Object> terms)
            throws Exception {
        return new HouseClient(house.simulator())
                .expect(201, "POST", "/_sim/" + venue + "/accounts", terms)
                .body();
    }

    /** A submission of a new connection that has every field. */
    Map<String, Object> addition(
            String venue, String market, String strategy, String label, Object credentials) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("email", email);
        body.put("type", "add");
        body.put("market", market);
        body.put("venue", venue);
        body.put("strategy_id", strategy);
        body.put("label", label);
        body.put("credentials", credentials);
        body.put("anti_phishing_code", "heron-42");
        body.put("funded_confirmed", true);
        body.put("terms_accepted", true);
        return body;
    }

    /** Waits for a submission's verdict; answers its status. */
    String verdict(String submission) {
        String[] last = {""};
        Eventually.await("verdict of " + submission)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            last[0] =
                                    api.insist("GET", "/v1/submissions/" + submission, null)
                                            .text("status");
                            return last[0].equals("accepted") || last[0].equals("rejected");
                        });
        return last[0];
    }

    /** Waits until a mail has come whose subject and text hold the given words. */
    static void awaitMail(WholeHouse house, String email, String subject, String words) {
        HouseClient inbox = new HouseClient(house.inbox());
        Eventually.await("mail \"" + subject + "\" for " + words)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            for (JsonNode mail : mails(inbox, email)) {
                                if (mail.path("Subject").asText().contains(subject)
                                        && text(inbox, mail).contains(words)) {
                                    return true;
                                }
                            }
                            return false;
                        });
    }

    static String randomEmail() {
        return "Trader-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
    }

    private static String code(HouseClient inbox, String email) {
        String[] code = new String[1];
        Eventually.await("code for " + email)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            for (JsonNode mail : mails(inbox, email)) {
                                if (mail.path("Subject").asText().contains("code")) {
                                    Matcher found = CODE.matcher(text(inbox, mail));
                                    code[0] = found.find() ? found.group(1) : null;
                                    return code[0] != null;
                                }
                            }
                            return false;
                        });
        return code[0];
    }

    private static Iterable<JsonNode> mails(HouseClient inbox, String email) throws Exception {
        JsonNode all =
                inbox.expect(200, "GET", "/api/v1/messages?limit=10000", null)
                        .body()
                        .path("messages");
        return () ->
                all.valueStream()
                        .filter(
                                mail ->
                                        mail.path("To")
                                                .valueStream()
                                                .anyMatch(
                                                        to ->
                                                                to.path("Address")
                                                                        .asText()
                                                                        .equals(email)))
                        .iterator();
    }

    private static String text(HouseClient inbox, JsonNode mail) throws Exception {
        return inbox.expect(200, "GET", "/api/v1/message/" + mail.path("ID").asText(), null)
                .text("Text");
    }
}
