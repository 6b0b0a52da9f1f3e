package io.sequence.venues.sign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line in, one line out. */
class SignCommandTest {
    private static final String KEY =
            "\"venue\":\"bybit\",\"credentials\":{\"api_key\":\"EXAMPLEkeyBYBIT0001\","
                    + "\"api_secret\":\"EXAMPLEsecretBYBIT0001abcdefghijklmn\"},"
                    + "\"timestamp\":1735689600000";

    private static String run(String lines) throws IOException {
        var out = new StringWriter();
        SignCommand.sign(new StringReader(lines), new PrintWriter(out));
        return out.toString();
    }

    private static JsonNode one(String line) throws IOException {
        String answer = run(line);
        assertThat(answer).endsWith("\n").hasLineCount(1);
        return new ObjectMapper().readTree(answer);
    }

    @Test
    void printsWhatTheAdapterWouldSend() throws IOException {
        JsonNode answer =
                one(
                        "{"
                                + KEY
                                + ",\"method\":\"GET\",\"path\":\"/v5/account/wallet-balance\","
                                + "\"query\":{\"accountType\":\"UNIFIED\",\"coin\":\"BTC,USDT\"}}");

        assertThat(answer.path("url").asText())
                .isEqualTo(
                        "https://api.bybit.com/v5/account/wallet-balance?accountType=UNIFIED&coin=BTC,USDT");
        assertThat(answer.path("method").asText()).isEqualTo("GET");
        assertThat(answer.path("headers").path("X-BAPI-SIGN").asText())
                .isEqualTo("0aae59aea7ff09aeffbdb528ffa2fd4b84440843ee6d5c54bddd170e8c031e64");
        assertThat(answer.path("body").asText()).isEmpty();
    }

    @Test
    void writesAnObjectAsCompactJsonInItsOrder() throws IOException {
        JsonNode answer =
                one(
                        "{"
                                + KEY
                                + ",\"method\":\"POST\",\"path\":\"/v5/order/create\",\"body\": {"
                                + " \"category\": \"linear\","
                                + " \"symbol\":\"BTCUSDT\",\"side\":\"Buy\","
                                + " \"orderType\":\"Limit\",\"qty\":\"0.001\",\"price\":\"25000\","
                                + " \"timeInForce\":\"GTC\",\t\"orderLinkId\":\"demo-1\" }}");

        assertThat(answer.path("headers").path("X-BAPI-SIGN").asText())
                .isEqualTo("aa9fd258a67f47e3785f4bc04221c2a4d8996138babb336c5abbe1d12215bae1");
        assertThat(answer.path("body").asText()).startsWith("{\"category\":\"linear\",");
    }

    @Test
    void keepsTheSpellingOfNumbersAndText() throws IOException {
        JsonNode answer =
                one(
                        "{\"body\":{\"b\":1.50,\"a\":0.00000001,\"t\":\"x \\\" { \\u00e9\"},"
                                + KEY
                                + ",\"method\":\"POST\",\"path\":\"/v5/x\"}");

        assertThat(answer.path("body").asText())
                .isEqualTo("{\"b\":1.50,\"a\":0.00000001,\"t\":\"x \\\" { \\u00e9\"}");
    }

    @Test
    void writesAnObjectAsAFormWhereTheVenueWantsOne() throws IOException {
        JsonNode answer =
                one(
                        "{\"venue\":\"binance\",\"credentials\":{\"api_key\":\"k\",\"api_secret\":\"s\"},"
                            + "\"timestamp\":1735689600000,\"method\":\"POST\","
                            + "\"path\":\"/api/v3/order?symbol=１２\",\"body\":{\"quantity\":0.00000001,\"newClientOrderId\":\"é"
                            + " 1\"}}");

        assertThat(answer.path("url").asText()).endsWith("?symbol=%EF%BC%91%EF%BC%92");
        assertThat(answer.path("body").asText())
                .startsWith(
                        "quantity=0.00000001&newClientOrderId=%C3%A9%201&timestamp=1735689600000"
                                + "&recvWindow=5000&signature=");
    }

    @Test
    void signsForAnotherHost() throws IOException {
        JsonNode answer =
                one("{" + KEY + ",\"host\":\"eu\",\"method\":\"get\",\"path\":\"/v5/x?a=1\"}");

        assertThat(answer.path("url").asText()).isEqualTo("https://api.bybit.eu/v5/x?a=1");
    }

    @Test
    void goesOnAfterABadLineAndSkipsEmptyOnes() throws IOException {
        String good = "{" + KEY + ",\"method\":\"GET\",\"path\":\"/v5/x\"}";

        String answers = run("not json\n\n" + good + "\r\n" + "x".repeat(1 << 21) + "\n" + good);

        assertThat(answers.lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("{\"error\":\"the line is not JSON\"}"),
                        line -> assertThat(line).startsWith("{\"url\""),
                        line -> assertThat(line).contains("the line is too long"),
                        line -> assertThat(line).startsWith("{\"url\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1]|the line is not a JSON object",
                "{}|missing field: venue",
                "{'venue':'moon'}|unknown venue; known are",
                "{'venue':'bybit'}|missing field: credentials",
                "{'venue':'bybit','host':'moon'}|unknown host; known are global",
                "{'venue':'bybit','credentials':{'api_key':'k'},'method':'GET','path':'/x','timestamp':1}|credentials.api_secret:"
                    + " is missing",
                "{'venue':'bybit','credentials':{'api_key':'k','api_secret':5},'method':'GET','path':'/x','timestamp':1}|credentials.api_secret"
                    + " must be text",
                "{'venue':'bybit','credentials':{'api_key':'k','api_secret':'s'},'path':'/x','timestamp':1}|missing"
                    + " field: method",
                "{'venue':'bybit','credentials':{'api_key':'k','api_secret':'s'},'method':'GET','path':'x','timestamp':1}|path"
                    + " must start with /",
                "{'venue':'bybit','credentials':{'api_key':'k','api_secret':'s'},'method':'GET','path':'/x'}|missing"
                    + " field: timestamp",
                "{'venue':'bybit','credentials':{'api_key':'k','api_secret':'s'},'method':'GET','path':'/x','timestamp':-1}|timestamp"
                    + " must be a whole number",
                "{'venue':'bybit','credentials':{'api_key':'k"
                    + " k\u00e9','api_secret':'s'},'method':'GET','path':'/x','timestamp':1}|credentials.api_key:"
                    + " holds characters that no header can carry",
                "{'venue':'bybit','credentials':{'api_key':'k','api_secret':'-----BEGIN"
                    + " X'},'method':'GET','path':'/x','timestamp':1}|credentials.api_secret: is"
                    + " not a readable private key; the venue wants an RSA private key"
            })
    void saysWhatIsWrongWithALine(String line, String error) throws IOException {
        assertThat(one(line.replace('\'', '"')).path("error").asText()).contains(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"memo\":\"test001\"",
                "\"passphrase\":\"test001\"",
                "\"extra_json\":{\"memo\":\"test001\"}",
                "\"extra_json\":\"{\\\"memo\\\":\\\"test001\\\"}\""
            })
    void findsAFieldUnderTheNamesOfOtherProducts(String memo) throws IOException {
        JsonNode answer =
                one(
                        "{\"venue\":\"bitmart\",\"credentials\":{"
                            + "\"api_key\":\"80618e45710812162b04892c7ee5ead4a3cc3e56\","
                            + "\"api_secret\":\"6c6c98544461bbe71db2bca4c6d7fd0021e0ba9efc215f9c6ad41852df9d9df9\","
                                + memo
                                + "},\"timestamp\":1589267764859,\"method\":\"GET\","
                                + "\"path\":\"/x\",\"query\":{\"contract_id\":1,\"category\":1}}");

        assertThat(answer.path("headers").path("X-BM-SIGN").asText())
                .isEqualTo("6d5e774446448073f68e99c28ace86503451bed1fd44e43f80b9b518937c4ef1");
    }
}
