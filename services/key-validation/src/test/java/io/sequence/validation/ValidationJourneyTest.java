package io.sequence.validation;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.sequence.events.EventJson;
import io.sequence.events.KeyDelayed;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeySubmitted;
import io.sequence.events.KeyValidated;
import io.sequence.faults.Fault;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealKeysets;
import io.sequence.testing.RealSimulator;
import io.sequence.testing.TestHouse;
import io.sequence.testing.VenueSimulator;
import io.sequence.testing.VenueSimulator.Account;
import io.sequence.validation.Submitter.Wish;
import io.sequence.vault.VaultTable.State;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ValidationJourneyTest.ShortPatience.class)
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "key-validation"))
@WithTestResource(RealSimulator.class)
@WithTestResource(RealKeysets.class)
class ValidationJourneyTest {
    TestHouse house;
    VenueSimulator simulator;
    private Submitter intake;

    /** Time limits that a test can wait for. */
    public static final class ShortPatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.log.category.\"io.sequence\".level", "DEBUG",
                    "sequence.validation.lease", "3s",
                    "sequence.validation.retry-attempts", "3",
                    "sequence.validation.ambiguous-window", "1s");
        }
    }

    @BeforeEach
    void openIntake() {
        intake = new Submitter(house);
    }

    @AfterEach
    void healVenues() {
        simulator.heal("bybit");
        simulator.heal("okx");
    }

    @Test
    void acceptsAGoodKeyAndMakesItTheActiveOne() {
        Account key = simulator.account("bybit", "{\"balances\":{\"BTC\":\"2\"}}");
        Wish wish = Wish.of("bybit").needing("1", "BTC");

        KeySubmitted submission = intake.submit(wish, key);

        KeyValidated validated = intake.await(KeyValidated.class, "key.validated", submission);
        assertThat(validated.about()).isEqualTo(submission.about());
        assertThat(validated.host()).isEqualTo("global");
        assertThat(validated.rights().has(Right.READ)).isTrue();
        assertThat(validated.rights().has(Right.TRADE_SPOT)).isTrue();
        assertThat(validated.rights().has(Right.WITHDRAW)).isFalse();
        assertThat(validated.balances())
                .anyMatch(balance -> balance.trades() && balance.asset().code().equals("BTC"));
        assertThat(intake.vault().active(wish.connection())).isPresent();
    }

    @Test
    void refusesAndErasesAKeyThatMayWithdraw() {
        Account key =
                simulator.account("bybit", "{\"permissions\":[\"read\",\"trade\",\"withdraw\"]}");
        Wish wish = Wish.of("bybit");

        KeySubmitted submission = intake.submit(wish, key);

        KeyRejected rejected = intake.await(KeyRejected.class, "key.rejected", submission);
        assertThat(rejected.reason().fault()).isEqualTo(Fault.WITHDRAW_GRANTED);
        assertThat(intake.vault().load(wish.connection(), CredentialVersion.FIRST)).isEmpty();
    }

    @Test
    void refusesAWrongSecretWithTheVenuesWords() {
        Account key = simulator.account("bybit", "{}");
        KeySubmitted submission =
                intake.submit(
                        Wish.of("bybit"),
                        changed(key, "api_secret", "CANARYwrongSecret0123456789"));

        KeyRejected rejected = intake.await(KeyRejected.class, "key.rejected", submission);
        assertThat(rejected.reason().fault()).isEqualTo(Fault.INVALID_SIGNATURE);
        assertThat(rejected.reason().venueCode()).isEqualTo("10004");
        assertThat(rejected.reason().venueWords()).isNotBlank();
    }

    @Test
    void refusesAWrongPassphrase() {
        Account key = simulator.account("okx", "{}");
        KeySubmitted submission =
                intake.submit(Wish.of("okx"), changed(key, "passphrase", "CANARYwrongPassphrase"));
        assertThat(rejection(submission)).isEqualTo(Fault.INVALID_PASSPHRASE);
    }

    @Test
    void refusesAKeyThatNoSiteOfTheVenueKnows() {
        Account okx = simulator.account("okx", "{}");
        Account bybit = simulator.account("bybit", "{}");
        KeySubmitted atOkx =
                intake.submit(
                        Wish.of("okx"),
                        changed(okx, "api_key", "11111111-2222-3333-4444-555555555555"));
        KeySubmitted atBybit =
                intake.submit(Wish.of("bybit"), changed(bybit, "api_key", "AAAAbbbbCCCCddddEE"));
        assertThat(rejection(atOkx)).isEqualTo(Fault.INVALID_KEY);
        assertThat(rejection(atBybit)).isEqualTo(Fault.INVALID_KEY);
    }

    @Test
    void refusesAKeyBoundToOtherAddresses() {
        Account key = simulator.account("bybit", "{\"ip_whitelist\":[\"203.0.113.7\"]}");
        KeySubmitted submission = intake.submit(Wish.of("bybit"), key);
        assertThat(rejection(submission)).isEqualTo(Fault.IP_NOT_ALLOWED);
    }

    @Test
    void saysWhatWasFoundWhereWhenFundsAreMissing() {
        Account key = simulator.account("bybit", "{\"balances\":{\"BTC\":\"0.4\"}}");
        KeySubmitted submission = intake.submit(Wish.of("bybit").needing("1", "BTC"), key);

        KeyRejected rejected = intake.await(KeyRejected.class, "key.rejected", submission);
        assertThat(rejected.reason().fault()).isEqualTo(Fault.INSUFFICIENT_FUNDS);
        assertThat(rejected.reason().detail())
                .contains("0.4 BTC in the unified wallet", "1 BTC is needed");
    }

    @Test
    void warnsOfARightThatTheVenueCannotSeparate() {
        Account key = simulator.account("okx", "{}");
        KeySubmitted submission = intake.submit(Wish.of("okx"), key);

        KeyValidated validated = intake.await(KeyValidated.class, "key.validated", submission);
        assertThat(validated.rights().of(Right.TRANSFER)).isEqualTo(Grant.UNKNOWN);
        assertThat(validated.warnings()).anyMatch(warning -> warning.contains("transfers"));
        assertThat(validated.expiryReported()).isFalse();
        assertThat(validated.expiresAt())
                .isEqualTo(submission.submittedAt().plus(Duration.ofDays(90)));
    }

    @Test
    void takesTheExpiryThatKrakenTells() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(300));
        Account key =
                simulator.account(
                        "kraken", "{\"expires_at\":\"" + end + "\",\"balances\":{\"BTC\":\"2\"}}");
        KeySubmitted submission = intake.submit(Wish.of("kraken").needing("1", "BTC"), key);

        KeyValidated validated = intake.await(KeyValidated.class, "key.validated", submission);
        assertThat(validated.expiryReported()).isTrue();
        assertThat(validated.expiresAt()).isEqualTo(end);
    }

    @Test
    void refusesAnUnexplainedNoOnlyWhenItLasts() throws SQLException {
        Account key = simulator.account("kraken", "{}");
        simulator.change("kraken", key, "{\"revoked\":true}");

        KeySubmitted submission = intake.submit(Wish.of("kraken"), key);

        assertThat(rejection(submission)).isEqualTo(Fault.AMBIGUOUS_AUTH);
        assertThat(
                        count(
                                "select attempts from validation_job where submission_id = '"
                                        + submission.submissionId()
                                        + "'"))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void neverMakesAVerdictOfARateLimitAndGoesOn() {
        Account key = simulator.account("okx", "{}");
        simulator.fault("okx", "{\"kind\":\"rate_limit\",\"rate\":1.0}");

        KeySubmitted submission = intake.submit(Wish.of("okx"), key);

        KeyDelayed delayed = intake.await(KeyDelayed.class, "key.delayed", submission);
        assertThat(delayed.reason().fault()).isEqualTo(Fault.RATE_LIMITED);
        assertThat(intake.count("key.rejected", submission)).isZero();
        simulator.heal("okx");
        intake.await(KeyValidated.class, "key.validated", submission);
        assertThat(intake.count("key.delayed", submission)).isEqualTo(1);
    }

    @Test
    void neverMakesAVerdictOfAVenueThatHangs() {
        Account key = simulator.account("bybit", "{}");
        simulator.fault("bybit", "{\"kind\":\"timeout\",\"rate\":1.0,\"millis\":4000}");

        KeySubmitted submission = intake.submit(Wish.of("bybit"), key);

        // Asking takes longer than the lease of three seconds, which is therefore renewed.
        intake.await(KeyDelayed.class, "key.delayed", submission);
        simulator.heal("bybit");
        intake.await(KeyValidated.class, "key.validated", submission);
        assertThat(intake.count("key.validated", submission)).isEqualTo(1);
        assertThat(intake.count("key.rejected", submission)).isZero();
    }

    @Test
    void letsOneVenueAccountBeConnectedByOneAccountOnly() {
        Account key = simulator.account("bybit", "{}");
        Wish mine = Wish.of("bybit");
        KeySubmitted first = intake.submit(mine, key);
        intake.await(KeyValidated.class, "key.validated", first);

        Wish theirs = Wish.of("bybit");
        KeySubmitted stranger = intake.submit(theirs, simulator.anotherKey("bybit", key, "{}"));
        KeyRejected rejected = intake.await(KeyRejected.class, "key.rejected", stranger);
        assertThat(rejected.reason().fault()).isEqualTo(Fault.ACCOUNT_ALREADY_CONNECTED);
        assertThat(EventJson.write(rejected))
                .doesNotContain(mine.account().toString(), mine.connection().toString());
        assertThat(intake.vault().load(theirs.connection(), CredentialVersion.FIRST)).isEmpty();

        KeySubmitted again =
                intake.submit(
                        Wish.of("bybit").by(mine.account()),
                        simulator.anotherKey("bybit", key, "{}"));
        KeyRejected twice = intake.await(KeyRejected.class, "key.rejected", again);
        assertThat(twice.reason().fault()).isEqualTo(Fault.ACCOUNT_ALREADY_CONNECTED);
        assertThat(twice.reason().fix()).contains("Refresh API");

        intake.disconnect(mine);
        await().until(
                        () ->
                                count(
                                                "select count(*) from venue_account_claim where"
                                                        + " connection_id = '"
                                                        + mine.connection()
                                                        + "'")
                                        == 0);
        KeySubmitted free =
                intake.submit(Wish.of("bybit"), simulator.anotherKey("bybit", key, "{}"));
        intake.await(KeyValidated.class, "key.validated", free);
    }

    @Test
    void refreshesWithAKeyOfTheSameVenueAccount() {
        Account key = simulator.account("bybit", "{}");
        Wish wish = Wish.of("bybit");
        intake.await(KeyValidated.class, "key.validated", intake.submit(wish, key));

        KeySubmitted refresh =
                intake.submit(wish.refresh(), simulator.anotherKey("bybit", key, "{}"));

        intake.await(KeyValidated.class, "key.validated", refresh);
        assertThat(intake.vault().active(wish.connection()).orElseThrow().address().version())
                .isEqualTo(new CredentialVersion(2));
        assertThat(
                        intake.vault()
                                .load(wish.connection(), CredentialVersion.FIRST)
                                .orElseThrow()
                                .state())
                .isEqualTo(State.RETIRING);
    }

    @Test
    void refusesARefreshWithAnotherVenueAccountAndKeepsTheOldKey() {
        Account key = simulator.account("bybit", "{}");
        Wish wish = Wish.of("bybit");
        intake.await(KeyValidated.class, "key.validated", intake.submit(wish, key));

        KeySubmitted refresh = intake.submit(wish.refresh(), simulator.account("bybit", "{}"));

        assertThat(rejection(refresh)).isEqualTo(Fault.DIFFERENT_ACCOUNT);
        assertThat(intake.vault().load(wish.connection(), new CredentialVersion(2))).isEmpty();
        assertThat(intake.vault().active(wish.connection()).orElseThrow().address().version())
                .isEqualTo(CredentialVersion.FIRST);
    }

    @Test
    void endsSilentlyWhenTheCredentialIsGone() {
        Wish wish = Wish.of("bybit");
        KeySubmitted submission = intake.submission(wish);
        intake.say(submission, UUID.randomUUID());
        await().until(
                        () ->
                                count(
                                                "select count(*) from validation_job where state ="
                                                        + " 'withdrawn' and submission_id = '"
                                                        + submission.submissionId()
                                                        + "'")
                                        == 1);
        assertThat(intake.count("key.rejected", submission)).isZero();
    }

    @Test
    void takesOverAJobThatAKilledWorkerLeft() throws SQLException {
        Account key = simulator.account("bybit", "{}");
        Wish wish = Wish.of("bybit");
        KeySubmitted submission = intake.submission(wish);
        intake.seal(wish, key.credentials());
        // The row as a worker leaves it that was killed while it asked the venue.
        try (var connection = house.dataSource("key-validation").getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into validation_job (submission_id, connection_id,"
                                    + " revision, submission, due_at, lease, attempts, taken_in_at)"
                                    + " values (?, ?, 1, ?, now() + interval '1 second', ?, 1,"
                                    + " now())")) {
            insert.setObject(1, submission.submissionId().value());
            insert.setObject(2, wish.connection().value());
            insert.setString(3, EventJson.write(submission));
            insert.setObject(4, UUID.randomUUID());
            insert.executeUpdate();
        }
        intake.await(KeyValidated.class, "key.validated", submission);
    }

    @Test
    void reachesOneVerdictWhenASubmissionIsHeardTwice() {
        Account key = simulator.account("bybit", "{}");
        Wish wish = Wish.of("bybit");
        KeySubmitted submission = intake.submission(wish);
        intake.seal(wish, key.credentials());
        UUID id = UUID.randomUUID();
        intake.say(submission, id);
        intake.say(submission, id);
        intake.say(submission, UUID.randomUUID());
        intake.await(KeyValidated.class, "key.validated", submission);

        // A later key on the same partition has been heard, so the repetitions have been too.
        KeySubmitted later =
                intake.submit(
                        wish.refresh(), simulator.account("bybit", "{\"permissions\":[\"read\"]}"));
        intake.await(KeyRejected.class, "key.rejected", later);
        assertThat(intake.count("key.validated", submission)).isEqualTo(1);
    }

    @Test
    void putsWhatItCannotReadAsideAndGoesOn() {
        Account key = simulator.account("bybit", "{}");
        Wish wish = Wish.of("bybit");
        KeySubmitted submission = intake.submission(wish);
        intake.garble(wish, "{\"about\":7}");
        intake.seal(wish, key.credentials());
        intake.say(submission, UUID.randomUUID());

        house.events()
                .await(
                        "key.submitted.dead-letter",
                        seen -> wish.connection().toString().equals(seen.key()));
        intake.await(KeyValidated.class, "key.validated", submission);
    }

    @Test
    void logsNoSecretWhateverHappens() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listening = new Listening(logged);
        Logger root = Logger.getLogger("");
        root.addHandler(listening);
        try {
            Account key = simulator.account("okx", "{}");
            Account withdrawing =
                    simulator.account("okx", "{\"permissions\":[\"read\",\"withdraw\"]}");
            intake.await(KeyValidated.class, "key.validated", intake.submit(Wish.of("okx"), key));
            rejection(intake.submit(Wish.of("okx"), withdrawing));
            rejection(intake.submit(Wish.of("okx"), changed(key, "api_secret", "CANARYsecret")));
            rejection(intake.submit(Wish.of("okx"), changed(key, "passphrase", "CANARY\u00fcber")));
            assertThat(logged).anyMatch(line -> line.contains("REJECTED"));
            for (Account account : List.of(key, withdrawing)) {
                for (String field : List.of("api_secret", "passphrase", "api_key")) {
                    String secret = account.credentials().get(field);
                    assertThat(logged).noneMatch(line -> line.contains(secret));
                }
            }
            assertThat(logged).noneMatch(line -> line.contains("CANARY"));
        } finally {
            root.removeHandler(listening);
        }
    }

    private static final class Listening extends Handler {
        private final List<String> logged;

        Listening(List<String> logged) {
            this.logged = logged;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord entry) {
            var text = new StringWriter();
            text.append(entry.getMessage());
            if (entry.getParameters() != null) {
                text.append(Arrays.toString(entry.getParameters()));
            }
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(text));
            }
            logged.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void countsVerdictsByReason() {
        Account key = simulator.account("bybit", "{\"permissions\":[\"read\",\"withdraw\"]}");
        rejection(intake.submit(Wish.of("bybit"), key));
        await().untilAsserted(
                        () ->
                                assertThat(RestAssured.get("/q/metrics").asString())
                                        .contains("sequence_validation_verdicts_total")
                                        .contains("reason=\"WITHDRAW_GRANTED\""));
    }

    private Fault rejection(KeySubmitted submission) {
        return intake.await(KeyRejected.class, "key.rejected", submission).reason().fault();
    }

    private static Map<String, String> changed(Account key, String field, String value) {
        var credentials = new HashMap<>(key.credentials());
        credentials.put(field, value);
        return credentials;
    }

    private long count(String sql) throws SQLException {
        try (var connection = house.dataSource("key-validation").getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
