package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.KeyDrifted.Change;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyDrifted.What;
import io.sequence.venues.api.VenueProfile.ExpiryRule;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {
    private static final Instant DATE = Instant.parse("2027-01-01T00:00:00Z");
    private static final String LAPSE = "The key is bound to no IP address, so it dies.";
    private static final Rights GOOD =
            new Rights(
                    Map.of(
                            Right.READ, Grant.GRANTED,
                            Right.TRADE_SPOT, Grant.GRANTED,
                            Right.TRADE_DERIVATIVES, Grant.DENIED,
                            Right.WITHDRAW, Grant.DENIED,
                            Right.TRANSFER, Grant.DENIED));
    private static final KeyReading KNOWN =
            new KeyReading(GOOD, List.of("203.0.113.7"), "40012345", DATE, true);

    @ParameterizedTest
    @CsvSource({
        "WITHDRAW, GRANTED, QUARANTINE, WITHDRAW",
        "TRANSFER, GRANTED, QUARANTINE, TRANSFER",
        "READ, DENIED, ACT, READ",
        "TRADE_SPOT, DENIED, ACT, TRADE",
        "TRADE_DERIVATIVES, GRANTED, NOTE, TRADE"
    })
    void judgesARightThatChanged(Right right, Grant now, Gravity gravity, What what) {
        List<Change> changes = differences().between(KNOWN, with(right, now));
        assertThat(changes)
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.what()).isEqualTo(what);
                            assertThat(change.gravity()).isEqualTo(gravity);
                            assertThat(change.before()).isNotEqualTo(change.now());
                        });
        assertThat(differences().between(with(right, now), KNOWN))
                .singleElement()
                .satisfies(change -> assertThat(change.gravity()).isEqualTo(Gravity.NOTE));
    }

    @Test
    void takesSilenceForNoChange() {
        KeyReading silent =
                new KeyReading(new Rights(Map.of()), List.of("203.0.113.7"), null, null, false);
        assertThat(differences().between(KNOWN, silent.over(KNOWN, ExpiryRule.NINETY_DAYS)))
                .isEmpty();
    }

    @Test
    void takesAFirstWordForNoChangeUnlessItIsADangerousRight() {
        KeyReading before =
                new KeyReading(
                        new Rights(Map.of()), KNOWN.ipAllowList(), KNOWN.accountUid(), DATE, true);
        assertThat(differences().between(before, KNOWN)).isEmpty();
        assertThat(differences().between(before, with(Right.WITHDRAW, Grant.GRANTED)))
                .extracting(Change::gravity)
                .containsExactly(Gravity.QUARANTINE);
    }

    @Test
    void quarantinesAKeyOfAnotherAccountAndShowsLittleOfItsNumber() {
        KeyReading other = new KeyReading(GOOD, KNOWN.ipAllowList(), "50099999", DATE, true);
        assertThat(differences().between(KNOWN, other))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.gravity()).isEqualTo(Gravity.QUARANTINE);
                            assertThat(change.before()).isEqualTo("…2345");
                            assertThat(change.now()).isEqualTo("…9999");
                        });
        assertThat(differences().between(other, KNOWN))
                .extracting(Change::gravity)
                .containsExactly(Gravity.NOTE);
    }

    @Test
    void warnsOfAMissingListWhereTheVenueLetsTheKeyLapse() {
        KeyReading unbound = new KeyReading(GOOD, List.of(), "40012345", DATE, true);
        assertThat(differences().between(KNOWN, unbound))
                .extracting(Change::gravity)
                .containsExactly(Gravity.WARNING);
        var harmless =
                new Differences(
                        "Kraken",
                        Market.SPOT,
                        List.of("203.0.113.7"),
                        Optional.empty(),
                        "40012345");
        assertThat(harmless.between(KNOWN, unbound))
                .extracting(Change::gravity)
                .containsExactly(Gravity.NOTE);
    }

    @Test
    void warnsOfAListThatKeepsUsOut() {
        KeyReading foreign = new KeyReading(GOOD, List.of("198.51.100.1"), "40012345", DATE, true);
        assertThat(differences().between(KNOWN, foreign))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.gravity()).isEqualTo(Gravity.WARNING);
                            assertThat(change.meaning()).contains("203.0.113.7", "will stop");
                        });
        KeyReading wider = new KeyReading(GOOD, List.of("203.0.113.0/24"), "40012345", DATE, true);
        assertThat(differences().between(KNOWN, wider))
                .extracting(Change::gravity)
                .containsExactly(Gravity.NOTE);
    }

    @Test
    void saysNothingOfAListOfWhichTheVenueShowsAPart() {
        assertThat(AllowList.lacks(List.of("203.**.154"), List.of("198.51.100.1"))).isEmpty();
        assertThat(AllowList.lacks(List.of("addresses not told"), List.of("198.51.100.1")))
                .isEmpty();
        assertThat(AllowList.lacks(List.of("2001:db8::/32"), List.of("2001:db8::1"))).isEmpty();
        assertThat(AllowList.lacks(List.of("2001:db8::/32"), List.of("198.51.100.1")))
                .containsExactly("198.51.100.1");
    }

    @Test
    void warnsOfADateThatCameOrMovedCloserAndNotesOneThatWentOrMovedAway() {
        KeyReading never = dated(null);
        assertThat(gravity(never, dated(DATE))).isEqualTo(Gravity.WARNING);
        assertThat(gravity(dated(DATE), never)).isEqualTo(Gravity.NOTE);
        assertThat(gravity(dated(DATE), dated(DATE.minus(Duration.ofDays(3)))))
                .isEqualTo(Gravity.WARNING);
        assertThat(gravity(dated(DATE), dated(DATE.plus(Duration.ofDays(90)))))
                .isEqualTo(Gravity.NOTE);
        assertThat(differences().between(dated(DATE), dated(DATE.plusSeconds(20)))).isEmpty();
    }

    @Test
    void takesADateThatTheVenueTellsNoMoreForGoneWhereKeysLiveOn() {
        KeyReading silent = new KeyReading(GOOD, KNOWN.ipAllowList(), "40012345", null, false);
        assertThat(silent.over(KNOWN, ExpiryRule.PERMANENT).expiresAt()).isNull();
        assertThat(silent.over(KNOWN, ExpiryRule.NINETY_DAYS).expiresAt()).isEqualTo(DATE);
    }

    @Test
    void tellsTheGravestFirst() {
        KeyReading worse =
                new KeyReading(
                        with(Right.WITHDRAW, Grant.GRANTED).rights(),
                        List.of(),
                        "40012345",
                        DATE.plus(Duration.ofDays(1)),
                        true);
        assertThat(differences().between(KNOWN, worse))
                .extracting(Change::gravity)
                .containsExactly(Gravity.QUARANTINE, Gravity.WARNING, Gravity.NOTE);
    }

    private static Gravity gravity(KeyReading before, KeyReading now) {
        return differences().between(before, now).getFirst().gravity();
    }

    private static KeyReading dated(Instant date) {
        return new KeyReading(GOOD, KNOWN.ipAllowList(), "40012345", date, true);
    }

    private static KeyReading with(Right right, Grant grant) {
        var grants = new java.util.EnumMap<>(GOOD.grants());
        grants.put(right, grant);
        return new KeyReading(
                new Rights(grants), KNOWN.ipAllowList(), KNOWN.accountUid(), DATE, true);
    }

    private static Differences differences() {
        return new Differences(
                "Bybit", Market.SPOT, List.of("203.0.113.7"), Optional.of(LAPSE), "40012345");
    }
}
