package io.sequence.simulator.inbound;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A venue's customer: makes an account by the admin API and signs with its own few lines. */
final class Client {

    private static final AtomicLong NONCE = new AtomicLong(1_000_000);

    final String venue;
    final String accountId;
    final String uid;
    final Map<String, String> credentials;
    String prefix;
    long shift;
    String ip = "127.0.0.1";
    String secretOverride;

    private Client(String venue, JsonPath made) {
        this.venue = venue;
        this.prefix = "/" + venue;
        this.accountId = made.getString("account_id");
        this.uid = made.getString("uid");
        this.credentials = made.getMap("credentials");
    }

    static Client open(String venue, String body) {
        return new Client(
                venue,
                given().body(body)
                        .post("/_sim/" + venue + "/accounts")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath());
    }

    Client furtherKey(String body) {
        return new Client(
                venue,
                given().body(body)
                        .post("/_sim/" + venue + "/accounts/" + accountId + "/keys")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath());
    }

    void patch(String body) {
        given().body(body)
                .patch("/_sim/" + venue + "/accounts/" + accountId)
                .then()
                .statusCode(200);
    }

    JsonPath ledger() {
        return given().get("/_sim/" + venue + "/accounts/" + accountId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The venue's own key inspection. */
    JsonPath inspect() {
        return inspectRaw().jsonPath();
    }

    Response inspectRaw() {
        return switch (venue) {
            case "bybit" -> get("/v5/user/query-api");
            case "okx" -> get("/api/v5/account/config");
            case "kucoin" -> get("/api/v1/user/api-key");
            default -> kraken("GetApiKeyInfo", "");
        };
    }

    Response get(String target) {
        return send("GET", target, "");
    }

    Response post(String target, String body) {
        return send("POST", target, body);
    }

    Response delete(String target) {
        return send("DELETE", target, "");
    }

    private Response send(String method, String target, String body) {
        RequestSpecification request =
                given().urlEncodingEnabled(false).header("X-Sim-Client-Ip", ip);
        long now = System.currentTimeMillis() + shift;
        String key = credentials.get("api_key");
        String query = target.contains("?") ? target.substring(target.indexOf('?') + 1) : "";
        switch (venue) {
            case "bybit" -> {
                String text = now + key + "5000" + (method.equals("GET") ? query : body);
                request.header("X-BAPI-API-KEY", key)
                        .header("X-BAPI-TIMESTAMP", now)
                        .header("X-BAPI-RECV-WINDOW", "5000")
                        .header(
                                "X-BAPI-SIGN",
                                HexFormat.of()
                                        .formatHex(mac("HmacSHA256", secret().getBytes(), text)));
            }
            case "okx" -> {
                String stamp =
                        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
                                .withZone(ZoneOffset.UTC)
                                .format(Instant.ofEpochMilli(now));
                request.header("OK-ACCESS-KEY", key)
                        .header("OK-ACCESS-TIMESTAMP", stamp)
                        .header("OK-ACCESS-PASSPHRASE", credentials.get("passphrase"))
                        .header(
                                "OK-ACCESS-SIGN",
                                base64(
                                        mac(
                                                "HmacSHA256",
                                                secret().getBytes(),
                                                stamp + method + target + body)));
            }
            default ->
                    request.header("KC-API-KEY", key)
                            .header("KC-API-TIMESTAMP", now)
                            .header("KC-API-KEY-VERSION", "3")
                            .header(
                                    "KC-API-PASSPHRASE",
                                    base64(
                                            mac(
                                                    "HmacSHA256",
                                                    credentials.get("api_secret").getBytes(),
                                                    credentials.get("passphrase"))))
                            .header(
                                    "KC-API-SIGN",
                                    base64(
                                            mac(
                                                    "HmacSHA256",
                                                    secret().getBytes(),
                                                    now + method + target + body)));
        }
        if (!body.isEmpty()) {
            request.contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
        }
        return request.request(method, prefix + target);
    }

    Response kraken(String call, String parameters) {
        return kraken(call, parameters, NONCE.incrementAndGet());
    }

    Response kraken(String call, String parameters, long nonce) {
        String path = "/0/private/" + call;
        String body = "nonce=" + nonce + (parameters.isEmpty() ? "" : "&" + parameters);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((nonce + body).getBytes());
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret()), "HmacSHA512"));
            mac.update(path.getBytes());
            return given().header("X-Sim-Client-Ip", ip)
                    .header("API-Key", credentials.get("api_key"))
                    .header("API-Sign", base64(mac.doFinal(hash)))
                    .contentType("application/x-www-form-urlencoded")
                    .body(body)
                    .post(prefix + path);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String secret() {
        return secretOverride == null ? credentials.get("api_secret") : secretOverride;
    }

    private static byte[] mac(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The venue's code in an answer, whatever its shape. */
    String code(Response response) {
        JsonPath json = response.jsonPath();
        return switch (venue) {
            case "bybit" -> json.getString("retCode");
            case "okx", "kucoin" -> json.getString("code");
            default -> json.getList("error").isEmpty() ? "ok" : json.getString("error[0]");
        };
    }
}
