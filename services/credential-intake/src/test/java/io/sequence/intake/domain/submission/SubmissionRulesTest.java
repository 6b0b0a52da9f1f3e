package io.sequence.intake.domain.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import io.sequence.events.EventJson;
import io.sequence.intake.domain.catalogue.StrategyCatalogue;
import io.sequence.intake.domain.submission.Verdict.Acceptable;
import io.sequence.intake.domain.submission.Verdict.ContactSupport;
import io.sequence.intake.domain.submission.Verdict.Order;
import io.sequence.intake.domain.submission.Verdict.Unacceptable;
import io.sequence.venues.Venues;
import io.sequence.venues.api.VenueProfile;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionRulesTest {
    private static final String KEY = "madeUpKey000000001";
    private static final String SECRET = "madeUpSecret0000000000000000000000001";
    private static final Applicant ADA =
            new Applicant(
                    AccountId.next(),
                    "Ada@example.com",
                    "Ada",
                    "0x3E9 / Ada",
                    null,
                    false,
                    Set.of());

    private final SubmissionRules rules = new SubmissionRules(profiles(), shippedStrategies());

    @Test
    void takesAWholeFormIn() {
        Acceptable accepted = (Acceptable) check(form -> form);
        assertThat(accepted.order()).isInstanceOf(Order.Add.class);
        assertThat(accepted.credentials())
                .isEqualTo(Map.of("api_key", Secret.of(KEY), "api_secret", Secret.of(SECRET)));
        assertThat(accepted.keyHint()).isEqualTo("0001");
    }

    @Test
    void namesEveryViolationAtOnce() {
        var empty =
                new SubmissionForm(
                        null, null, null, null, null, null, null, null, null, null, null);
        assertThat(fields(rules.check(empty, ADA, null)))
                .contains(
                        "email",
                        "type",
                        "anti_phishing_code",
                        "funded_confirmed",
                        "terms_accepted");
        var bare =
                new SubmissionForm(
                        null, "add", null, null, null, null, null, null, null, null, null);
        assertThat(fields(rules.check(bare, ADA, null)))
                .containsExactlyInAnyOrder(
                        "email",
                        "anti_phishing_code",
                        "funded_confirmed",
                        "terms_accepted",
                        "market",
                        "venue",
                        "strategy_id");
    }

    @Test
    void keepsTheCodeThatTheAccountHas() {
        var applicant =
                new Applicant(
                        ADA.accountId(),
                        "Ada@example.com",
                        "Ada",
                        "0x3E9 / Ada",
                        "heron-42",
                        false,
                        Set.of());
        SubmissionForm form = new Form().without("anti_phishing_code").build();
        assertThat(rules.check(form, applicant, null)).isInstanceOf(Acceptable.class);
        assertThat(fields(rules.check(form, ADA, null))).containsExactly("anti_phishing_code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada@example.com", "Ada@example.com ", "ADA@EXAMPLE.COM", "eve@example.com"})
    void matchesTheAddressLetterByLetter(String email) {
        assertThat(fields(check(form -> form.with("email", email)))).containsExactly("email");
    }

    @ParameterizedTest
    @CsvSource({
        "type, sell",
        "market, futures",
        "venue, nowhere",
        "venue, By bit",
        "strategy_id, no_such",
        "strategy_id, ../x",
        "anti_phishing_code, abc",
        "anti_phishing_code, abcdefghijklmnopqrstu",
        "funded_confirmed, false",
        "terms_accepted, false",
        "connection_id, 0198f0a0-0000-7000-8000-000000000000"
    })
    void namesTheFieldThatIsNotAcceptable(String field, String value) {
        assertThat(fields(check(form -> form.with(field, value)))).contains(field);
    }

    @Test
    void theStrategyDecidesTheMarketAndTheVenues() {
        assertThat(fields(check(form -> form.with("market", "spot")))).containsExactly("market");
        assertThat(
                        fields(
                                check(
                                        form ->
                                                form.with("strategy_id", "eth_accumulation")
                                                        .with("venue", "kucoin"))))
                .contains("strategy_id");
    }

    @Test
    void inviteOnlyStrategiesWantAnInvitation() {
        UnaryOperator<Form> reserve =
                form -> form.with("strategy_id", "btc_spot_reserve").with("market", "spot");
        assertThat(fields(check(reserve))).containsExactly("strategy_id");
        var invited =
                new Applicant(
                        ADA.accountId(),
                        ADA.email(),
                        ADA.name(),
                        ADA.clientId(),
                        null,
                        false,
                        Set.of(new StrategyId("btc_spot_reserve")));
        assertThat(rules.check(reserve.apply(new Form()).build(), invited, null))
                .isInstanceOf(Acceptable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binance", "binance_us"})
    void sendsBinanceToSupport(String venue) {
        UnaryOperator<Form> dca =
                form -> form.with("strategy_id", "usdt_dca").with("market", "spot");
        assertThat(check(form -> dca.apply(form).with("venue", venue)))
                .isInstanceOf(ContactSupport.class);
    }

    @Test
    void sendsAccountsThatMailDoesNotReachToSupport() {
        var unreachable =
                new Applicant(
                        ADA.accountId(),
                        ADA.email(),
                        ADA.name(),
                        ADA.clientId(),
                        null,
                        true,
                        Set.of());
        assertThat(rules.check(new Form().build(), unreachable, null))
                .isInstanceOf(ContactSupport.class);
    }

    @Test
    void krakenSubmissionsComeWithANote() {
        Verdict verdict =
                check(
                        form ->
                                form.with("venue", "kraken")
                                        .with("strategy_id", "usdt_dca")
                                        .with("market", "spot")
                                        .credential(
                                                "api_key",
                                                "4/SDrDBcOOPnm3nPlNfEMMJDeRcIVqPz+QhRxIodyZbI9po/aVRiHsgX")
                                        .credential(
                                                "api_secret",
                                                java.util.Base64.getEncoder()
                                                        .encodeToString(new byte[64])));
        assertThat(((Acceptable) verdict).note()).containsIgnoringCase("contact support");
    }

    @Test
    void credentialsMustBeThoseOfTheVenue() {
        assertThat(fields(check(form -> form.credential("passphrase", "made-up-phrase"))))
                .containsExactly("credentials.passphrase");
        assertThat(fields(check(form -> form.credential("api_secret", null))))
                .containsExactly("credentials.api_secret");
        assertThat(fields(check(form -> form.noCredentials()))).containsExactly("credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trader@example.com",
                "made up secret of four words",
                "made\u0000UpSecret00000000000000000"
            })
    void recognisesWhatWasNotMeantToBePasted(String pasted) {
        assertThat(fields(check(form -> form.credential("api_secret", pasted))))
                .containsExactly("credentials.api_secret");
    }

    @Test
    void recognisesTheKeyPastedTwice() {
        assertThat(fields(check(form -> form.credential("api_secret", KEY))))
                .containsExactly("credentials.api_secret");
    }

    @Test
    void dropsBlanksAroundPastedValues() {
        Acceptable accepted =
                (Acceptable) check(form -> form.credential("api_key", "  " + KEY + "\n"));
        assertThat(accepted.credentials()).containsEntry("api_key", Secret.of(KEY));
    }

    @Test
    void takesInvisibleCharactersOutOfPastedValues() {
        Acceptable accepted =
                (Acceptable) check(form -> form.credential("api_key", "\uFEFF" + KEY + "\u200B"));
        assertThat(accepted.credentials()).containsEntry("api_key", Secret.of(KEY));
        assertThat(accepted.keyHint()).isEqualTo("0001");
    }

    @Test
    void givesEveryViolationOfACredentialACode() {
        Verdict verdict = check(form -> form.credential("api_secret", "****"));
        assertThat(((Unacceptable) verdict).violations())
                .extracting(Violation::code)
                .containsExactly("masked");
    }

    @Test
    void noViolationRepeatsAValue() {
        Verdict verdict =
                check(
                        form ->
                                form.credential("api_secret", "made up secret with blanks")
                                        .with("email", "eve@x.org"));
        assertThat(((Unacceptable) verdict).violations().toString())
                .doesNotContain("made up secret")
                .doesNotContain("eve@x.org");
        assertThat(new Form().build().toString()).doesNotContain(SECRET);
    }

    @Test
    void aRefreshKeepsVenueMarketAndStrategy() {
        var connection =
                new Refreshable(
                        ConnectionId.next(),
                        new VenueId("bybit"),
                        Market.DERIVATIVES,
                        new StrategyId("btc_accumulation"),
                        "Main");
        UnaryOperator<Form> refresh =
                form ->
                        form.with("type", "refresh")
                                .with("connection_id", connection.id().toString())
                                .without(
                                        "venue",
                                        "market",
                                        "strategy_id",
                                        "funded_confirmed",
                                        "terms_accepted");
        assertThat(rules.check(refresh.apply(new Form()).build(), ADA, connection))
                .isInstanceOf(Acceptable.class);
        assertThat(
                        fields(
                                rules.check(
                                        refresh.apply(new Form()).with("venue", "okx").build(),
                                        ADA,
                                        connection)))
                .containsExactly("venue");
        assertThat(
                        fields(
                                rules.check(
                                        refresh.apply(new Form()).without("connection_id").build(),
                                        ADA,
                                        null)))
                .containsExactly("connection_id");
    }

    private Verdict check(UnaryOperator<Form> change) {
        return rules.check(change.apply(new Form()).build(), ADA, null);
    }

    private static List<String> fields(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Unacceptable.class);
        return ((Unacceptable) verdict)
                .violations().stream().map(Violation::field).distinct().toList();
    }

    private static Map<VenueId, VenueProfile> profiles() {
        return Venues.all().stream()
                .map(venue -> venue.profile())
                .collect(Collectors.toMap(VenueProfile::venue, profile -> profile));
    }

    private static StrategyCatalogue shippedStrategies() {
        try (var in = SubmissionRulesTest.class.getResourceAsStream("/strategies.json")) {
            return EventJson.mapper()
                    .copy()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(in, StrategyCatalogue.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A form that is acceptable until it is changed. */
    private static final class Form {
        private final Map<String, String> fields =
                new HashMap<>(
                        Map.of(
                                "email", "Ada@example.com",
                                "type", "add",
                                "market", "derivatives",
                                "venue", "bybit",
                                "strategy_id", "btc_accumulation",
                                "anti_phishing_code", "heron-42",
                                "funded_confirmed", "true",
                                "terms_accepted", "true"));
        private Map<String, String> credentials =
                new HashMap<>(Map.of("api_key", KEY, "api_secret", SECRET));

        Form with(String field, String value) {
            fields.put(field, value);
            return this;
        }

        Form without(String... names) {
            List.of(names).forEach(fields::remove);
            return this;
        }

        Form credential(String name, String value) {
            credentials.put(name, value);
            return this;
        }

        Form noCredentials() {
            credentials = null;
            return this;
        }

        SubmissionForm build() {
            return new SubmissionForm(
                    fields.get("email"),
                    fields.get("type"),
                    fields.get("market"),
                    fields.get("venue"),
                    fields.get("strategy_id"),
                    fields.get("connection_id"),
                    fields.get("label"),
                    credentials,
                    fields.get("anti_phishing_code"),
                    flag("funded_confirmed"),
                    flag("terms_accepted"));
        }

        private Boolean flag(String name) {
            return fields.containsKey(name) ? Boolean.valueOf(fields.get(name)) : null;
        }
    }
}
