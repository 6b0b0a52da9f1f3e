package io.sequence.validation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeySubmitted;
import io.sequence.events.Recipient;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Blame;
import io.sequence.faults.Fault;
import io.sequence.faults.Retry;
import io.sequence.validation.domain.Verdict.Accepted;
import io.sequence.validation.domain.Verdict.NotYet;
import io.sequence.validation.domain.Verdict.Refused;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.Capability;
import io.sequence.venues.api.VenueProfile.ExpiryRule;
import io.sequence.venues.api.VenueProfile.Host;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Money;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.VenueId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExaminationTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Asset BTC = new Asset("BTC");

    private final StubKey key = new StubKey();
    private Set<Market> markets = EnumSet.allOf(Market.class);
    private Set<Capability> capabilities = EnumSet.allOf(Capability.class);
    private ExpiryRule expiryRule = ExpiryRule.NINETY_DAYS;
    private SubmissionType type = SubmissionType.ADD;
    private Market market = Market.SPOT;
    private Money minimum = null;

    @Test
    void acceptsAKeyThatMayReadAndTradeInOneCall() {
        key.on("global", new Yes<>(facts()));

        Verdict verdict = examine();

        assertThat(verdict).isInstanceOf(Accepted.class);
        assertThat(key.asked).containsExactly("global key");
        Accepted accepted = (Accepted) verdict;
        assertThat(accepted.host()).isEqualTo("global");
        assertThat(accepted.accountUid()).isEqualTo("uid-1");
        assertThat(accepted.warnings()).isEmpty();
    }

    @Test
    void refusesAKeyThatMayWithdraw() {
        key.on("global", new Yes<>(facts(Right.WITHDRAW, Grant.GRANTED)));
        assertThat(refusal(examine())).isEqualTo(Fault.WITHDRAW_GRANTED);
    }

    @Test
    void refusesAKeyThatMayTransfer() {
        key.on("global", new Yes<>(facts(Right.TRANSFER, Grant.GRANTED)));
        assertThat(refusal(examine())).isEqualTo(Fault.TRANSFER_GRANTED);
    }

    @Test
    void refusesAKeyThatMayNotRead() {
        key.on("global", new Yes<>(facts(Right.READ, Grant.DENIED)));
        assertThat(refusal(examine())).isEqualTo(Fault.READ_MISSING);
    }

    @Test
    void namesTheDangerousRightBeforeTheMissingOne() {
        var rights = new EnumMap<>(facts().rights().grants());
        rights.put(Right.READ, Grant.DENIED);
        rights.put(Right.WITHDRAW, Grant.GRANTED);
        key.on("global", new Yes<>(with(new Rights(rights))));
        assertThat(refusal(examine())).isEqualTo(Fault.WITHDRAW_GRANTED);
    }

    @Test
    void refusesAKeyThatMayNotTradeTheChosenMarketAlone() {
        key.on("global", new Yes<>(facts(Right.TRADE_DERIVATIVES, Grant.DENIED)));
        market = Market.SPOT;
        assertThat(examine()).isInstanceOf(Accepted.class);
        market = Market.DERIVATIVES;
        assertThat(refusal(examine())).isEqualTo(Fault.TRADE_MISSING);
    }

    @Test
    void callsItTheWrongMarketWhereOneRightCoversAllAndTheAccountIsInAnotherMode() {
        capabilities = EnumSet.complementOf(EnumSet.of(Capability.RIGHTS_BY_MARKET));
        key.on("global", new Yes<>(facts(Right.TRADE_DERIVATIVES, Grant.DENIED)));
        market = Market.DERIVATIVES;
        assertThat(refusal(examine())).isEqualTo(Fault.WRONG_MARKET);
    }

    @Test
    void callsItMissingTradeWhereOneRightCoversAllAndTheKeyHasItNot() {
        capabilities = EnumSet.complementOf(EnumSet.of(Capability.RIGHTS_BY_MARKET));
        var rights = new EnumMap<>(facts().rights().grants());
        rights.put(Right.TRADE_SPOT, Grant.DENIED);
        rights.put(Right.TRADE_DERIVATIVES, Grant.DENIED);
        key.on("global", new Yes<>(with(new Rights(rights))));
        market = Market.DERIVATIVES;
        assertThat(refusal(examine())).isEqualTo(Fault.TRADE_MISSING);
    }

    @Test
    void refusesAMarketThatTheVenuesKeysDoNotTrade() {
        markets = EnumSet.of(Market.SPOT);
        key.on("global", new Yes<>(facts()));
        market = Market.DERIVATIVES;
        assertThat(refusal(examine())).isEqualTo(Fault.WRONG_MARKET);
    }

    @ParameterizedTest
    @EnumSource(
            value = Right.class,
            names = {"READ", "TRADE_SPOT", "WITHDRAW", "TRANSFER"})
    void acceptsARightThatTheVenueCannotReportAndWarns(Right right) {
        key.on("global", new Yes<>(facts(right, Grant.UNKNOWN)));

        Accepted accepted = (Accepted) examine();

        assertThat(accepted.warnings()).hasSize(1);
        assertThat(accepted.rights().of(right)).isEqualTo(Grant.UNKNOWN);
        if (right == Right.TRANSFER) {
            assertThat(accepted.warnings()).containsExactly("Trade includes transfers.");
        } else {
            assertThat(accepted.warnings().getFirst()).startsWith("Venue does not tell");
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void makesAVerdictOfEveryFaultThatTheUserMustMendAndOfNoOther(Fault fault) {
        key.on("global", StubKey.no(fault));
        boolean mendable =
                fault.retry() == Retry.NEVER
                        && (fault.blame() == Blame.KEY || fault.blame() == Blame.ACCOUNT);

        Verdict verdict = examine();

        if (mendable) {
            assertThat(verdict)
                    .asInstanceOf(type(Refused.class))
                    .satisfies(
                            refused -> {
                                assertThat(refused.reason().venueWords())
                                        .isEqualTo("the venue's words");
                                assertThat(refused.reason().venueCode()).isEqualTo("42");
                                assertThat(refused.reason().fix()).isNotBlank();
                            });
        } else {
            assertThat(verdict).isInstanceOf(NotYet.class);
        }
    }

    @Test
    void callsARefusedInspectionAMissingReadRight() {
        key.on("global", StubKey.no(Fault.PERMISSION_DENIED));
        assertThat(refusal(examine())).isEqualTo(Fault.READ_MISSING);
    }

    @Test
    void neverMakesAVerdictOfALostAnswer() {
        key.on("global", new Unknown<>("closed"));
        assertThat(examine()).isInstanceOf(NotYet.class);
    }

    @Test
    void passesOnHowLongTheVenueAsksToWait() {
        key.on(
                "global",
                new VenueAnswer.No<>(Fault.RATE_LIMITED, "429", "slow", Duration.ofSeconds(7)));
        assertThat(((NotYet) examine()).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void findsAKeyOnItsRegionalHostAndRemembersWhere() {
        key.on("eea", new Yes<>(facts()));
        assertThat(((Accepted) examine()).host()).isEqualTo("eea");
        assertThat(key.asked).containsExactly("global key", "eea key");
    }

    @Test
    void asksEachRegionalHostOnceBeforeCallingAKeyUnknown() {
        assertThat(refusal(examine())).isEqualTo(Fault.INVALID_KEY);
        assertThat(key.asked).containsExactly("global key", "eea key", "us key", "testnet key");
    }

    @Test
    void takesTheWordOfTheRegionalHostThatKnowsTheKey() {
        key.on("eea", StubKey.no(Fault.INVALID_SIGNATURE));
        assertThat(refusal(examine())).isEqualTo(Fault.INVALID_SIGNATURE);
    }

    @Test
    void doesNotCallAKeyUnknownWhileAHostThatMayKnowItIsSilent() {
        key.on("eea", StubKey.no(Fault.UNREACHABLE));
        assertThat(examine()).isInstanceOf(NotYet.class);
        key.on("us", new Yes<>(facts()));
        assertThat(examine()).isInstanceOf(Accepted.class);
    }

    @Test
    void passesOverAHostThatDoesNotKnowTheQuestion() {
        key.on("eea", StubKey.no(Fault.BAD_REQUEST));
        assertThat(refusal(examine())).isEqualTo(Fault.INVALID_KEY);
    }

    @Test
    void tellsAKeyOfTheTestEnvironmentFromAnUnknownOne() {
        key.on("testnet", new Yes<>(facts()));
        assertThat(refusal(examine())).isEqualTo(Fault.ENVIRONMENT_MISMATCH);
    }

    @Test
    void looksForTheMinimumInTheWalletThatTrades() {
        minimum = btc("1");
        key.on("global", new Yes<>(facts()))
                .holding(
                        new Yes<>(
                                List.of(
                                        balance("unified", true, "0.40"),
                                        balance("funding", false, "1.2"))));

        Verdict verdict = examine();

        assertThat(refusal(verdict)).isEqualTo(Fault.INSUFFICIENT_FUNDS);
        assertThat(((Refused) verdict).reason().detail())
                .isEqualTo(
                        "Insufficient funds: 0.4 BTC in the unified wallet, 1.2 BTC in the funding"
                                + " wallet; 1 BTC is needed in the unified wallet.");
    }

    @Test
    void saysThatNothingWasFoundWhereNothingIs() {
        minimum = btc("0.01");
        key.on("global", new Yes<>(facts())).holding(new Yes<>(List.of()));
        assertThat(((Refused) examine()).reason().detail())
                .isEqualTo(
                        "Insufficient funds: 0 BTC in the trading wallet; 0.01 BTC is needed in the"
                                + " trading wallet.");
    }

    @Test
    void acceptsExactlyTheMinimumAndTellsTheBalances() {
        minimum = btc("1.00");
        key.on("global", new Yes<>(facts()))
                .holding(
                        new Yes<>(
                                List.of(
                                        balance("spot", true, "0.4"),
                                        balance("spot hf", true, "0.6"))));
        assertThat(((Accepted) examine()).balances()).hasSize(2);
        assertThat(key.asked).containsExactly("global key", "global balances spot");
    }

    @Test
    void neverMakesAVerdictOfABalanceThatCouldNotBeRead() {
        minimum = btc("1");
        key.on("global", new Yes<>(facts())).holding(StubKey.no(Fault.VENUE_UNAVAILABLE));
        assertThat(examine()).isInstanceOf(NotYet.class);
        key.holding(new Unknown<>("closed"));
        assertThat(examine()).isInstanceOf(NotYet.class);
    }

    @Test
    void callsARefusedBalanceAMissingReadRight() {
        minimum = btc("1");
        key.on("global", new Yes<>(facts())).holding(StubKey.no(Fault.PERMISSION_DENIED));
        assertThat(refusal(examine())).isEqualTo(Fault.READ_MISSING);
    }

    @Test
    void asksForNoBalanceOnARefreshOrOfAKeyThatIsRefused() {
        minimum = btc("1");
        key.on("global", new Yes<>(facts(Right.WITHDRAW, Grant.GRANTED)));
        examine();
        type = SubmissionType.REFRESH;
        key.on("global", new Yes<>(facts()));
        assertThat(examine()).isInstanceOf(Accepted.class);
        assertThat(key.asked).containsExactly("global key", "global key");
    }

    @Test
    void takesTheVenuesWordOfExpiryBeforeTheHousesRule() {
        Instant when = NOW.plus(Duration.ofDays(40));
        key.on("global", new Yes<>(with(new KeyExpiry.At(when), List.of("1.2.3.4"), true)));
        Accepted accepted = (Accepted) examine();
        assertThat(accepted.expiresAt()).isEqualTo(when);
        assertThat(accepted.expiryReported()).isTrue();

        key.on("global", new Yes<>(with(new KeyExpiry.Never(), List.of("1.2.3.4"), true)));
        accepted = (Accepted) examine();
        assertThat(accepted.expiresAt()).isNull();
        assertThat(accepted.expiryReported()).isTrue();
    }

    @Test
    void countsNinetyDaysFromSubmissionWhereTheVenueIsSilent() {
        key.on("global", new Yes<>(with(new KeyExpiry.NotReported(), List.of("1.2.3.4"), true)));
        Accepted accepted = (Accepted) examine();
        assertThat(accepted.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        assertThat(accepted.expiryReported()).isFalse();

        expiryRule = ExpiryRule.PERMANENT;
        assertThat(((Accepted) examine()).expiresAt()).isNull();
    }

    @Test
    void refusesAKeyThatTheVenueCallsExpired() {
        key.on("global", new Yes<>(with(new KeyExpiry.At(NOW), List.of(), true)));
        assertThat(refusal(examine())).isEqualTo(Fault.KEY_EXPIRED);
    }

    @Test
    void warnsOfAMissingIpListAMasterKeyAndANearExpiry() {
        key.on(
                "global",
                new Yes<>(with(new KeyExpiry.At(NOW.plus(Duration.ofDays(3))), List.of(), false)));
        assertThat(((Accepted) examine()).warnings())
                .hasSize(3)
                .anyMatch(warning -> warning.contains("IP list"))
                .anyMatch(warning -> warning.contains("main account"))
                .anyMatch(warning -> warning.contains("2026-11-23"));
    }

    private Verdict examine() {
        return new Examination(profile(), submission(), key::client, NOW).verdict();
    }

    private static Fault refusal(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Refused.class);
        return ((Refused) verdict).reason().fault();
    }

    private static Money btc(String amount) {
        return new Money(new BigDecimal(amount), BTC);
    }

    private static Balance balance(String wallet, boolean trades, String total) {
        return new Balance(wallet, trades, BTC, new BigDecimal(total), new BigDecimal(total));
    }

    private static KeyFacts facts() {
        return with(
                new Rights(
                        Map.of(
                                Right.READ, Grant.GRANTED,
                                Right.TRADE_SPOT, Grant.GRANTED,
                                Right.TRADE_DERIVATIVES, Grant.GRANTED,
                                Right.WITHDRAW, Grant.DENIED,
                                Right.TRANSFER, Grant.DENIED)));
    }

    private static KeyFacts facts(Right right, Grant grant) {
        var rights = new EnumMap<>(facts().rights().grants());
        rights.put(right, grant);
        return with(new Rights(rights));
    }

    private static KeyFacts with(Rights rights) {
        return new KeyFacts(
                rights,
                "uid-1",
                null,
                true,
                List.of("203.0.113.7"),
                new KeyExpiry.Never(),
                null,
                "bot",
                List.of());
    }

    private static KeyFacts with(KeyExpiry expiry, List<String> ips, boolean subAccount) {
        return new KeyFacts(
                facts().rights(), "uid-1", null, subAccount, ips, expiry, null, null, List.of());
    }

    private VenueProfile profile() {
        return new VenueProfile(
                new VenueId("venue"),
                "Venue",
                List.of(
                        new VenueProfile.CredentialField(
                                "api_key", "API key", false, true, ".+", 100, "There.")),
                List.of(
                        new Host("global", URI.create("https://a.example"), Mode.LIVE, false),
                        new Host("futures", URI.create("https://b.example"), Mode.LIVE, false),
                        new Host("eea", URI.create("https://c.example"), Mode.LIVE, true),
                        new Host("us", URI.create("https://d.example"), Mode.LIVE, true),
                        new Host("testnet", URI.create("https://e.example"), Mode.SANDBOX, false)),
                markets,
                capabilities,
                new VenueProfile.SetupGuide(
                        URI.create("https://a.example/keys"), List.of(), List.of(), List.of()),
                Map.of(),
                expiryRule,
                Map.of(Right.TRANSFER, "Trade includes transfers."),
                "");
    }

    private KeySubmitted submission() {
        return new KeySubmitted(
                new About(
                        AccountId.next(),
                        ConnectionId.next(),
                        CredentialVersion.FIRST,
                        1,
                        new VenueId("venue"),
                        Mode.LIVE),
                SubmissionId.next(),
                type,
                market,
                new StrategyId("btc_accumulation"),
                minimum,
                "mine",
                "abcd",
                new Recipient("a@example.org", "Ada", "0x001 / Ada", "word"),
                NOW);
    }
}
