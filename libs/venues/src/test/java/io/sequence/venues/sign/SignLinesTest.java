package io.sequence.venues.sign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Venue;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines as other people write them: every golden vector of every venue, and awkward ones. */
class SignLinesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BYBIT =
            "\"venue\":\"bybit\",\"credentials\":{\"api_key\":\"k\",\"api_secret\":\"s\"},"
                    + "\"timestamp\":1735689600000";
    private static final String KRAKEN =
            "\"venue\":\"Kraken\",\"credentials\":{\"api_key\":\"k\",\"api_secret\":\"c2VjcmV0\"},"
                    + "\"method\":\"POST\",\"path\":\"/0/private/AddOrder\"";

    private static JsonNode one(String line) throws IOException {
        var out = new StringWriter();
        SignCommand.sign(new StringReader(line), new PrintWriter(out));
        return JSON.readTree(out.toString());
    }

    static Stream<Arguments> vectors() throws IOException {
        Stream<Arguments> all = Stream.empty();
        for (Venue venue : Venues.all()) {
            String name = venue.profile().venue().value();
            String file = "/vectors/" + name + ".json";
            try (InputStream json =
                    Objects.requireNonNull(SignLinesTest.class.getResourceAsStream(file), file)) {
                all =
                        Stream.concat(
                                all,
                                StreamSupport.stream(
                                                JSON.readTree(json).path("vectors").spliterator(),
                                                false)
                                        .map(
                                                one ->
                                                        Arguments.of(
                                                                name,
                                                                one.path("name").asText(),
                                                                one)));
            }
        }
        return all;
    }

    private static ObjectNode line(String venue, JsonNode vector) {
        ObjectNode line = JSON.createObjectNode().put("venue", venue);
        for (String member :
                new String[] {
                    "credentials", "host", "method", "path", "query", "body", "timestamp", "nonce"
                }) {
            if (vector.hasNonNull(member)) {
                line.set(member, vector.path(member).deepCopy());
            }
        }
        return line;
    }

    private static void isAsExpected(JsonNode signed, JsonNode vector) {
        assertThat(signed.path("error").asText()).isEmpty();
        assertThat(signed.path("body").asText()).isEqualTo(vector.path("expected_body").asText());
        vector.path("expected_headers")
                .properties()
                .forEach(
                        header ->
                                assertThat(signed.path("headers").path(header.getKey()))
                                        .as(header.getKey())
                                        .isEqualTo(header.getValue()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("vectors")
    void expressesEveryGoldenVector(String venue, String name, JsonNode vector) throws IOException {
        isAsExpected(one(JSON.writeValueAsString(line(venue, vector))), vector);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("vectors")
    void bearsOtherSpellingsAndMembersThatItDoesNotKnow(String venue, String name, JsonNode vector)
            throws IOException {
        ObjectNode line = line(venue.toUpperCase(Locale.ROOT).replace('_', '-'), vector);
        line.put("comment", "unicode ☃").putNull("extra");
        if (line.has("timestamp")) {
            line.put("timestamp", line.path("timestamp").asText());
        }
        ObjectNode credentials = (ObjectNode) line.path("credentials");
        credentials.put("exchange_label", "мой ключ").put("uid", 77).putNull("sub_account");
        if (!credentials.has("extra_json")) {
            credentials.putObject("extra_json").put("unheard_of", "x");
        }
        String body = vector.path("body").asText();
        if (body.startsWith("{") && JSON.readTree(body).toString().equals(body)) {
            line.set("body", JSON.readTree(body));
        }
        isAsExpected(one(JSON.writeValueAsString(line)), vector);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|``",
                "null|``",
                "{}|{}",
                "[]|[]",
                "[ {\"a\": 1.10} , 2 ]|[{\"a\":1.10},2]",
                "{ \"z\":\"é ☃ \\u00e9\", \"a\" : 1e-8, \"b\":0.10, \"n\":null }|{\"z\":\"é ☃"
                        + " \\u00e9\",\"a\":1e-8,\"b\":0.10,\"n\":null}",
                "\"{ \\\"spaced\\\" : 1 }\"|{ \"spaced\" : 1 }",
                "{\"a\":{\"b\":[ 1 , {\"c\":\" kept  \"} ]}}|{\"a\":{\"b\":[1,{\"c\":\" kept "
                        + " \"}]}}"
            })
    void sendsABodyAsItWasWritten(String body, String expected) throws IOException {
        String member = body.isEmpty() ? "" : ",\"body\":" + body;

        JsonNode signed =
                one("{" + BYBIT + ",\"method\":\"post\",\"path\":\"/v5/x\"" + member + "}");

        assertThat(signed.path("body").asText()).isEqualTo(expected);
        assertThat(signed.path("method").asText()).isEqualTo("POST");
    }

    @Test
    void sendsNoBodyWithAGetThatHasNoParameters() throws IOException {
        JsonNode signed =
                one(
                        "{"
                                + BYBIT
                                + ",\"method\":\"GET\",\"path\":\"/v5/x\",\"query\":{},\"body\":{}}");

        assertThat(signed.path("body").asText()).isEmpty();
        assertThat(signed.path("url").asText()).isEqualTo("https://api.bybit.com/v5/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"b\":\"2\",\"a\":1.50}|b=2&a=1.50",
                "{\"q\":0.00000001,\"ok\":true,\"none\":null}|q=0.00000001&ok=true",
                "{\"q\":1e-8}|q=0.00000001",
                "{\"name\":\"a b&c=d/é\"}|name=a%20b%26c%3Dd%2F%C3%A9",
                "{\"ids\":[\"a\",\"b\"]}|ids=a&ids=b",
                "\"?a=1&b=2\"|a=1&b=2",
                "\"symbol=币安 X\"|symbol=%E5%B8%81%E5%AE%89%20X",
                "\"a=%20+%2B\"|a=%20+%2B"
            })
    void sendsAQueryInItsOrder(String query, String expected) throws IOException {
        JsonNode signed =
                one(
                        "{"
                                + BYBIT
                                + ",\"method\":\"GET\",\"path\":\"/v5/x\",\"query\":"
                                + query
                                + "}");

        assertThat(signed.path("url").asText()).isEqualTo("https://api.bybit.com/v5/x?" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"volume\":1.25,\"pair\":\"XBT/USD\",\"validate\":true}|nonce=7&volume=1.25&pair=XBT%2FUSD&validate=true",
                "{\"pair\":\"XBTUSD\",\"nonce\":\"3\"}|pair=XBTUSD&nonce=7",
                "{}|nonce=7",
                "\"\"|nonce=7",
                "\"a=b\"|nonce=7&a=b"
            })
    void writesAFormWhereTheVenuesCallsAreForms(String body, String expected) throws IOException {
        JsonNode signed = one("{" + KRAKEN + ",\"nonce\":\"7\",\"body\":" + body + "}");

        assertThat(signed.path("body").asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "eu, https://api.bybit.eu",
        "EU, https://api.bybit.eu",
        "api.bybit.eu, https://api.bybit.eu",
        "https://api.bybit.eu/, https://api.bybit.eu",
        "demo, https://api-demo.bybit.com",
        "sandbox, https://api-testnet.bybit.com"
    })
    void findsTheHostThatIsMeant(String host, String url) throws IOException {
        JsonNode signed =
                one(
                        "{"
                                + BYBIT
                                + ",\"method\":\"GET\",\"path\":\"/v5/x\",\"host\":\""
                                + host
                                + "\"}");

        assertThat(signed.path("url").asText()).isEqualTo(url + "/v5/x");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/account-overview?currency=USDT, https://api-futures.kucoin.com",
        "/api/v1/positions, https://api-futures.kucoin.com",
        "/api/v1/user/api-key, https://api.kucoin.com"
    })
    void choosesTheHostThatServesThePath(String path, String url) throws IOException {
        JsonNode signed =
                one(
                        "{\"venue\":\"kucoin\",\"credentials\":{\"api_key\":\"k\",\"api_secret\":\"s\",\"passphrase\":\"p"
                            + " ä\"},\"timestamp\":1,\"method\":\"GET\",\"path\":\""
                                + path
                                + "\"}");

        assertThat(signed.path("url").asText()).isEqualTo(url + path);
    }

    @Test
    void takesAPathThatIsNotAsciiAsItGoesOut() throws IOException {
        JsonNode signed = one("{" + BYBIT + ",\"method\":\"GET\",\"path\":\"/v5/ключ?x=é\"}");

        assertThat(signed.path("url").asText())
                .isEqualTo("https://api.bybit.com/v5/%D0%BA%D0%BB%D1%8E%D1%87?x=%C3%A9");
    }

    @Test
    void readsFieldsOfExtraJsonAsTextOrObject() throws IOException {
        String start =
                "{\"venue\":\"okx\",\"timestamp\":1735689600000,\"method\":\"GET\",\"path\":\"/x\","
                        + "\"credentials\":{\"api_key\":\"k\",\"api_secret\":\"s\",\"extra_json\":";
        for (String extra :
                new String[] {
                    "{\"passphrase\":\"from extra\",\"n\":5,\"o\":{\"p\":[1]},\"x\":null}",
                    "\"{\\\"passphrase\\\":\\\"from extra\\\"}\""
                }) {
            JsonNode signed = one(start + extra + "}}");
            assertThat(signed.path("headers").path("OK-ACCESS-PASSPHRASE").asText())
                    .as(extra)
                    .isEqualTo("from extra");
            JsonNode outside = one(start + extra + ",\"passphrase\":\"own\"}}");
            assertThat(outside.path("headers").path("OK-ACCESS-PASSPHRASE").asText())
                    .isEqualTo("own");
        }
        for (String extra : new String[] {"\"\"", "\"no json\"", "null", "5", "[]"}) {
            assertThat(one(start + extra + "}}").path("error").asText())
                    .isEqualTo("credentials.passphrase: is missing");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`Ab12345678)(*&^%$#@`",
                "` spaces  kept `",
                "`\"quoted\" \\ slashed`",
                "`{}`"
            })
    void carriesAwkwardPassphrasesUnchanged(String passphrase) throws IOException {
        ObjectNode line =
                JSON.createObjectNode()
                        .put("venue", "okx")
                        .put("method", "GET")
                        .put("path", "/api/v5/account/config")
                        .put("timestamp", 1735689600000L);
        line.putObject("credentials")
                .put("api_key", "k")
                .put("api_secret", "s")
                .put("passphrase", passphrase);

        assertThat(
                        one(JSON.writeValueAsString(line))
                                .path("headers")
                                .path("OK-ACCESS-PASSPHRASE")
                                .asText())
                .isEqualTo(passphrase);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"0123456789abcdef\"', 0123456789abcdef",
        "'\"1234567890123456\"', 1234567890123456",
        "81985529216486895, 0123456789abcdef",
        "'\"0xFEDCBA9876543210\"', fedcba9876543210",
        "18364758544493064720, fedcba9876543210"
    })
    void carriesTheNonceOfAToken(String nonce, String expected) throws IOException {
        JsonNode signed =
                one(
                        "{\"venue\":\"coinbase\",\"credentials\":{\"api_key\":\"k\","
                            + "\"api_secret\":\"k0BUni0p0vZG1BdpVjS6ogBJ7kxm630AJ2dN+tuputA=\"},"
                            + "\"method\":\"GET\",\"path\":\"/api/v3/brokerage/key_permissions\","
                            + "\"timestamp\":1700000000000,\"nonce\":"
                                + nonce
                                + "}");

        String token = signed.path("headers").path("Authorization").asText().substring(7);
        JsonNode header =
                JSON.readTree(
                        Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))));
        assertThat(header.path("nonce").asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'\"a nonce of words\"'", "'\"0123456789abcdef0123456789abcdef\"'", "-5"})
    void takesAnyNonceWhereAClockIsSigned(String nonce) throws IOException {
        JsonNode signed =
                one(
                        "{"
                                + BYBIT
                                + ",\"method\":\"GET\",\"path\":\"/v5/x\",\"nonce\":"
                                + nonce
                                + "}");

        assertThat(signed.path("error").asText()).isEmpty();
        assertThat(one("{" + KRAKEN + ",\"nonce\":" + nonce + "}").path("error").asText())
                .isEqualTo("nonce must be a whole number, 0 or more");
    }

    @Test
    void readsTheClockOffTheRequestWhereTheLineTellsNone() throws IOException {
        JsonNode signed =
                one(
                        "{\"venue\":\"binance-us\",\"credentials\":{\"api_key\":\"k\","
                            + "\"api_secret\":\"s\"},\"method\":\"GET\",\"path\":\"/api/v3/account\","
                            + "\"query\":{\"timestamp\":1499827319559}}");

        assertThat(signed.path("url").asText()).contains("?timestamp=1499827319559&");
    }

    @Test
    void signsAWordThatIsNoMethodAsItStands() throws IOException {
        JsonNode signed = one("{" + BYBIT + ",\"method\":\"test-sign\",\"path\":\"/v5/x\"}");

        assertThat(signed.path("method").asText()).isEqualTo("test-sign");
        assertThat(one("{" + BYBIT + ",\"method\":\"G T\",\"path\":\"/x\"}").path("error").asText())
                .isEqualTo("method must be a word such as GET");
    }

    @Test
    void keepsHeadersThatTheRequestBrings() throws IOException {
        JsonNode signed =
                one(
                        "{"
                                + BYBIT
                                + ",\"method\":\"GET\",\"path\":\"/v5/x\",\"headers\":{\"X-Referer\":\"us\"}}");

        assertThat(signed.path("headers").path("X-Referer").asText()).isEqualTo("us");
        assertThat(signed.path("headers").path("X-BAPI-SIGN").asText()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'bybit','query':{'a':1e999999999}|a: the number is out of range",
                "'binance','body':{'a':-1e-999999999}|a: the number is out of range",
                "'bybit','host':[]|host must be text",
                "'bybit','headers':[1]|headers must be an object",
                "'bybit','timestamp':18446744073709551615|timestamp is out of range",
                "'bybit','credentials':{'api_key':'k','api_secret':' '}|credentials.api_secret: is"
                        + " empty",
                "'kucoin','credentials':{'api_key':'k','api_secret':'s','passphrase':''}|credentials.passphrase:"
                    + " is empty",
                "'cryptocom','body':'[1]'|body: is no JSON object",
                "'cryptocom','body':'{} {}'|body: is more than one JSON object",
                "'hyperliquid','path':'/exchange','body':'{'|body: is no JSON object",
                "'hyperliquid','path':'/exchange','body':{}|body: has no action",
                "'hyperliquid','path':'/exchange','body':{'action':{'n':99999999999999999999999}}|body:"
                    + " the venue knows no such request",
            })
    void namesWhatItCannotSign(String members, String error) throws IOException {
        String line =
                "{'credentials':{'api_key':'k','api_secret':'s'},'method':'POST','path':'/x',"
                        + "'timestamp':1,'venue':"
                        + members
                        + "}";

        JsonNode answer = one(line.replace('\'', '"'));

        assertThat(answer.path("error").asText()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"POST, /order", "GET, /data/orders", "DELETE, /order", "GET, /auth/derive-api-key"})
    void saysTheDocumentedTextWhenAKeySetComesWithoutItsWallet(String method, String path)
            throws IOException {
        assertThat(polymarket(method, path).path("error").asText())
                .isEqualTo(
                        "Polymarket orders require signer material in"
                                + " credentials.extra_json.signer_private_key");
    }

    @Test
    void asksWhatIsPublicWithoutTheWallet() throws IOException {
        JsonNode asked = polymarket("GET", "/book");

        assertThat(asked.path("url").asText()).endsWith("/book");
        assertThat(asked.path("headers")).isEmpty();
    }

    private static JsonNode polymarket(String method, String path) throws IOException {
        return one(
                """
                {"venue":"polymarket","credentials":{"api_key":"k","api_secret":"AAAA","passphrase":"p","extra_json":{}},
                 "method":"%s","path":"%s","timestamp":1735689600000}
                """
                        .formatted(method, path)
                        .replace("\n", ""));
    }
}
