package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.EventJson;
import io.sequence.events.KeySubmitted;
import io.sequence.intake.Trader.Taken;
import io.sequence.testing.EventProbe.Seen;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import io.sequence.vault.CredentialAddress;
import io.sequence.vault.SealBroken;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class SubmissionJourneyTest {
    TestHouse house;
    Openers openers;
    @Inject AccessTokens tokens;

    private Trader ada;
    private House rows;
    private Topic topic;

    @BeforeEach
    void arrive() {
        ada = Trader.fresh(house, tokens);
        rows = new House(house);
        topic = new Topic(house.events());
    }

    @Test
    void takesASubmissionInAndSaysSo() {
        Response answer = ada.submit(ada.form());

        Taken taken = Taken.of(answer);
        assertThat(answer.<String>path("status")).isEqualTo("received");
        assertThat(answer.header("Location")).isEqualTo("/v1/submissions/" + taken.submission());
        Seen seen = topic.await("key.submitted", taken.connection());
        KeySubmitted event = EventJson.read(seen.value(), KeySubmitted.class);
        assertThat(event.submissionId()).isEqualTo(taken.submission());
        assertThat(event.about().accountId()).isEqualTo(ada.account());
        assertThat(event.about().revision()).isEqualTo(1);
        assertThat(event.about().credentialVersion()).isEqualTo(CredentialVersion.FIRST);
        assertThat(event.keyHint()).isEqualTo("wxyz");
        assertThat(event.minimumBalance()).hasToString("1000 USDT");
        assertThat(event.recipient().email()).isEqualTo(ada.email());
        assertThat(event.recipient().antiPhishingCode()).isEqualTo("teapot");
        assertThat(event.recipient().clientId()).endsWith("/ Ada Lovelace");
        assertThat(seen.value()).doesNotContain(Trader.KEY, Trader.SECRET, base64(Trader.SECRET));
        assertThat(seen.headers()).containsEntry("ce_source", "/credential-intake");
    }

    @Test
    void showsTheSubmissionAndItsConnectionBeforeTheVerdict() {
        Taken taken = ada.submit();

        Response submission = ada.submission(taken.submission());
        assertThat(submission.statusCode()).isEqualTo(200);
        assertThat(submission.<String>path("status")).isEqualTo("received");
        assertThat(submission.<String>path("label")).isEqualTo("Main account");
        assertThat(submission.<Object>path("reason")).isNull();
        Response connection = ada.connection(taken.connection());
        assertThat(connection.<String>path("status")).isEqualTo("validating");
        assertThat(connection.<Boolean>path("active")).isFalse();
        assertThat(connection.<Object>path("rights")).isNull();
        assertThat(ada.connections().<List<?>>path("connections")).hasSize(1);
    }

    @Test
    void sealsForOneAddressOnly() {
        Taken taken = ada.submit();

        byte[] sealed = sealed(taken.connection());

        assertThat(openers.open(sealed, address(taken.connection(), "bybit")))
                .isEqualTo(Map.of("api_key", Trader.KEY, "api_secret", Trader.SECRET));
        for (CredentialAddress other :
                List.of(
                        address(taken.connection(), "okx"),
                        address(ConnectionId.next(), "bybit"))) {
            assertThatThrownBy(() -> openers.open(sealed, other)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void leavesNoTraceOfTheSecretAnywhereElse() {
        String key = "canaryKey" + UUID.randomUUID().toString().replace("-", "");
        String secret = "canarySecret" + UUID.randomUUID().toString().replace("-", "");
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listener = listener(logged);
        Logger.getLogger("").addHandler(listener);
        try {
            Map<String, Object> form = ada.form();
            form.put("credentials", Map.of("api_key", key, "api_secret", secret));
            Taken taken = Taken.of(ada.submit(form, UUID.randomUUID().toString()));
            topic.await("key.submitted", taken.connection());
            form.put("anti_phishing_code", "no");
            assertThat(ada.submit(form).statusCode()).isEqualTo(422);
            assertThat(ada.submit(Json.text(form) + "}").statusCode()).isEqualTo(400);
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        String everything = String.join("\n", logged) + allRows();
        for (String trace :
                List.of(secret, hex(secret), base64(secret), key, hex(key), base64(key))) {
            assertThat(everything).doesNotContain(trace);
        }
        assertThat(everything).contains(ada.email());
    }

    @Test
    void namesEveryFieldThatIsNotAcceptable() {
        Map<String, Object> form = new HashMap<>();
        form.put("email", ada.email().toUpperCase(java.util.Locale.ROOT));
        form.put("type", "add");
        form.put("market", "margin");
        form.put("venue", "bybit");
        form.put("strategy_id", "get_rich");
        form.put("label", "x".repeat(65));
        form.put("credentials", Map.of("api_key", "", "passphrase", "p"));
        form.put("anti_phishing_code", "abc");
        form.put("funded_confirmed", false);

        Response answer = ada.submit(form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("error.code")).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.<List<String>>path("error.details.field"))
                .contains(
                        "email",
                        "market",
                        "strategy_id",
                        "label",
                        "credentials.api_key",
                        "credentials.api_secret",
                        "credentials.passphrase",
                        "anti_phishing_code",
                        "funded_confirmed",
                        "terms_accepted");
        assertThat(rows.count("credential_intake.connection where account_id = ?", id())).isZero();
    }

    @Test
    void sendsTraderWhoNeedsClearanceToSupport() {
        Trader held = Trader.fresh(house, tokens, "needed");

        assertSupport(held.submit(held.form()));
        rows.run(
                "update credential_intake.account set support_clearance = 'cleared' where id = ?",
                held.account().value());
        held.submit();
    }

    @Test
    void sendsTraderWithABinanceKeyToSupport() {
        Map<String, Object> form = ada.form();
        form.put("venue", "binance");
        assertSupport(ada.submit(form));
        form.put("venue", "binance_us");
        assertSupport(ada.submit(form));
    }

    @Test
    void takesAKrakenKeyInAndSaysToContactSupport() {
        Map<String, Object> form = ada.form();
        form.put("venue", "kraken");
        form.put("market", "spot");
        form.put("credentials", Map.of("api_key", "k".repeat(56), "api_secret", "a2tr".repeat(22)));
        Response first = ada.submit(form, "kraken-1");
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(202);
        assertThat(first.<String>path("note")).containsIgnoringCase("contact support");
        assertThat(ada.submit(form, "kraken-1").asString()).isEqualTo(first.asString());
    }

    @Test
    void opensAnInviteOnlyStrategyToTheInvited() {
        Map<String, Object> form = ada.form();
        form.put("strategy_id", "btc_spot_reserve");
        assertThat(ada.submit(form).<List<String>>path("error.details.field"))
                .containsExactly("strategy_id");
        rows.run("insert into credential_intake.invitation values (?, 'btc_spot_reserve')", id());
        Taken.of(ada.submit(form));
    }

    @Test
    void keepsNothingWhenOnePartCannotBeWritten() {
        for (String table :
                List.of(
                        "credential_intake.outbox",
                        "vault.credential",
                        "credential_intake.answered")) {
            rows.run(
                    "create function public.refuse() returns trigger language plpgsql as $$ begin"
                            + " raise exception 'refused by the test'; end $$");
            rows.run(
                    "create trigger refuse before insert on "
                            + table
                            + " for each row execute function public.refuse()");
            try {
                Response answer = ada.submit(ada.form(), "once-" + table);
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.<String>path("error.code")).isEqualTo("INTERNAL_ERROR");
                assertThat(answer.asString()).doesNotContain("refused by the test");
            } finally {
                rows.run("drop function public.refuse() cascade");
            }
        }
        assertThat(rows.count("credential_intake.connection where account_id = ?", id())).isZero();
        assertThat(rows.count("credential_intake.submission where account_id = ?", id())).isZero();
        assertThat(rows.count("credential_intake.answered where account_id = ?", id())).isZero();
        assertThat(rows.count("vault.credential where account_id = ?", id())).isZero();
        assertThat(
                        rows.column(
                                String.class,
                                "select anti_phishing_code from credential_intake.account where id"
                                        + " = ?",
                                id()))
                .containsOnlyNulls();
        Taken.of(ada.submit(ada.form(), "once-credential_intake.outbox"));
    }

    private UUID id() {
        return ada.account().value();
    }

    private static void assertSupport(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("error.code")).isEqualTo("CONTACT_SUPPORT");
        assertThat(answer.<String>path("error.message")).containsIgnoringCase("contact support");
    }

    private byte[] sealed(ConnectionId connection) {
        return rows.column(
                        byte[].class,
                        "select sealed from vault.credential where connection_id = ?",
                        connection.value())
                .getFirst();
    }

    private CredentialAddress address(ConnectionId connection, String venue) {
        return new CredentialAddress(
                ada.account(), connection, CredentialVersion.FIRST, new VenueId(venue), Mode.LIVE);
    }

    /** Every row of every table, bytes in hexadecimal. */
    private String allRows() {
        StringBuilder all = new StringBuilder();
        for (String table :
                rows.column(
                        String.class,
                        "select format('%I.%I', schemaname, tablename) from pg_tables where"
                                + " schemaname not in ('pg_catalog', 'information_schema')")) {
            rows.column(String.class, "select t::text from " + table + " t")
                    .forEach(row -> all.append(row).append('\n'));
        }
        return all.toString();
    }

    private static Handler listener(List<String> logged) {
        Handler listener =
                new Handler() {
                    @Override
                    public void publish(LogRecord entry) {
                        logged.add(new SimpleFormatter().format(entry));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        listener.setLevel(Level.ALL);
        return listener;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
