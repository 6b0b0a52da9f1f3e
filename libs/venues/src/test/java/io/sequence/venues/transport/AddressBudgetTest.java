package io.sequence.venues.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sequence.venues.Venues;
import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.RateWindow;
import io.sequence.venues.api.RateWindow.Scope;
import io.sequence.venues.api.RateWindow.Told;
import io.sequence.venues.api.WireResponse;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one address may ask, by a clock that the test steps. */
class AddressBudgetTest {
    private static final VenueId VENUE = new VenueId("binance");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private long now = Instant.parse("2026-11-21T09:00:00Z").toEpochMilli();

    private static AddressBudget of(RateWindow... windows) {
        return new AddressBudget(
                VENUE,
                "203.0.113.7",
                List.of(windows).stream()
                        .map(window -> new WeightWindow(window, 1, 0.5, 0.1))
                        .toList());
    }

    private static RateWindow weights(long allowed, Duration per) {
        return new RateWindow(Scope.ADDRESS, allowed, per, 1, 1);
    }

    private long take(AddressBudget budget, CallClass kind, int weight) {
        return budget.take(kind, "/api/v3/account", weight, now, now);
    }

    private int takenAtOnce(AddressBudget budget, CallClass kind, int weight) {
        int taken = 0;
        while (take(budget, kind, weight) == 0) {
            taken++;
        }
        return taken;
    }

    @Test
    void neverSpendsMoreThanTheVenueAllowsInAnySpan() {
        AddressBudget budget = of(weights(600, Duration.ofSeconds(5)));
        var sent = new ArrayDeque<Long>();
        int most = 0;
        long end = now + 60_000;
        for (; now < end; now++) {
            while (take(budget, CallClass.ORDER, 0) == 0) {
                sent.add(now);
            }
            while (!sent.isEmpty() && sent.peekFirst() <= now - 5_000) {
                sent.removeFirst();
            }
            most = Math.max(most, sent.size());
        }
        assertThat(most).isEqualTo(600);
    }

    @Test
    void leavesOrdersTheirReserveAndPingsTheirShare() {
        AddressBudget budget = of(weights(1_000, MINUTE));
        long end = now + 59_000;
        int pings = 0;
        for (; now < end; now += 10) {
            pings += take(budget, CallClass.HEALTH, 0) == 0 ? 1 : 0;
        }
        assertThat(pings).as("half").isBetween(490, 500);
        assertThat(takenAtOnce(budget, CallClass.ACCOUNT, 0))
                .as("up to 90 %")
                .isEqualTo(900 - pings);
        assertThat(takenAtOnce(budget, CallClass.ORDER, 0)).as("the rest").isEqualTo(100);
    }

    @Test
    void spreadsPingsThatDoNotFit() {
        AddressBudget budget = of(weights(1_200, MINUTE));
        assertThat(takenAtOnce(budget, CallClass.HEALTH, 0)).as("a tenth at once").isEqualTo(61);
        int perSecond = 0;
        for (int second = 0; second < 20; second++) {
            now += 1_000;
            perSecond = takenAtOnce(budget, CallClass.HEALTH, 0);
            assertThat(perSecond).isCloseTo(10, within(1));
        }
    }

    /** A thread reads the clock, and then others get in ahead of it. */
    @Test
    void takesAMomentThatIsALittleOldForNow() {
        AddressBudget budget = of(weights(1_000_000, Duration.ofSeconds(1)));
        assertThat(take(budget, CallClass.HEALTH, 0)).isZero();
        now -= 500;
        assertThat(take(budget, CallClass.HEALTH, 0)).isZero();
        now -= 3_600_000;
        assertThat(take(budget, CallClass.HEALTH, 0)).as("a clock set back").isZero();
    }

    @Test
    void tellsHowLongToWaitAndThenThereIsRoom() {
        AddressBudget budget = of(weights(100, MINUTE));
        takenAtOnce(budget, CallClass.ORDER, 1);
        long wait = take(budget, CallClass.ORDER, 1);
        assertThat(wait).isBetween(60_000L, 63_001L);
        now += wait;
        assertThat(take(budget, CallClass.ORDER, 1)).isZero();
    }

    @Test
    void countsWeightsPathsAndRequestsAsTheVenueDoes() {
        AddressBudget budget =
                of(
                        weights(100, MINUTE).below("/api/"),
                        weights(5, MINUTE).countingRequests(),
                        weights(1, MINUTE).below("/sapi/"));
        assertThat(take(budget, CallClass.ORDER, 20)).isZero();
        assertThat(take(budget, CallClass.ORDER, 81)).as("more than is left").isPositive();
        assertThat(budget.take(CallClass.ORDER, "/sapi/x", 1, now, now)).isZero();
        assertThat(budget.take(CallClass.ORDER, "/sapi/x", 1, now, now)).isPositive();
        assertThat(takenAtOnce(budget, CallClass.ORDER, 1)).as("requests left").isEqualTo(3);
    }

    @Test
    void learnsFromTheVenueWhatOthersSpendFromTheSameAddress() {
        now += 20_000;
        AddressBudget budget = of(weights(6_000, MINUTE).toldBy(Told.used("X-MBX-USED-WEIGHT-1M")));
        take(budget, CallClass.ACCOUNT, 20);
        answered(budget, "5420");

        BudgetFacts.WindowFacts window = budget.facts(now).windows().getFirst();
        assertThat(window.others()).isEqualTo(5_400);
        assertThat(window.total()).isEqualTo(5_420);
        assertThat(take(budget, CallClass.HEALTH, 1)).as("only orders are left").isPositive();
        assertThat(take(budget, CallClass.ORDER, 1)).isZero();

        answered(budget, "300");
        assertThat(budget.facts(now).windows().getFirst().others()).isEqualTo(5_400);
        now += 64_000;
        assertThat(take(budget, CallClass.HEALTH, 1)).isZero();
    }

    @Test
    void believesNoCountOfAWindowThatHasJustEnded() {
        AddressBudget budget = of(weights(6_000, MINUTE).toldBy(Told.used("X-MBX-USED-WEIGHT-1M")));
        take(budget, CallClass.ACCOUNT, 20);
        budget.answered("/api/v3/account", used("5900"), now - 300, now + 100, now);
        assertThat(budget.facts(now).windows().getFirst().others()).isZero();
    }

    @Test
    void staysAwayAsLongAsTheVenueSaysAndLongerEachTime() {
        AddressBudget budget = of(weights(6_000, MINUTE));
        budget.refused(7_000, false, now);
        budget.refused(0, false, now + 5);
        assertThat(take(budget, CallClass.ORDER, 1)).isEqualTo(7_000);
        now += 7_000;
        assertThat(take(budget, CallClass.HEALTH, 1)).as("one tries").isZero();
        assertThat(take(budget, CallClass.HEALTH, 1)).as("others wait for it").isPositive();

        budget.refused(7_000, false, now);
        assertThat(take(budget, CallClass.ACCOUNT, 1)).as("twice as long").isEqualTo(14_000);
        now += 14_000;
        take(budget, CallClass.HEALTH, 1);
        budget.refused(0, false, now);
        assertThat(take(budget, CallClass.ACCOUNT, 1)).isEqualTo(8_000);
        now += 8_000;
        take(budget, CallClass.HEALTH, 1);
        budget.answered("/", used("1"), now, now, now);
        assertThat(take(budget, CallClass.HEALTH, 1)).as("and all follow").isZero();
        assertThat(budget.facts(now).backOffs()).isEqualTo(3);
    }

    @Test
    void staysAwayNoShorterThanTheVenueSaysHoweverLong() {
        AddressBudget budget = of(weights(6_000, MINUTE));
        budget.refused(Duration.ofDays(3).toMillis(), true, now);
        now += Duration.ofDays(3).toMillis() - 1;
        assertThat(take(budget, CallClass.ORDER, 1)).isEqualTo(1);
    }

    @Test
    void takesThreeKeysThatAreRefusedAtOnceForTheAddress() {
        AddressBudget budget = of(weights(6_000, MINUTE));
        assertThat(budget.isCrowd(1, now)).isFalse();
        assertThat(budget.isCrowd(1, now + 1)).as("the same key").isFalse();
        assertThat(budget.isCrowd(1, now + 2)).as("the same key").isFalse();
        assertThat(budget.isCrowd(2, now + 3)).isFalse();
        assertThat(budget.isCrowd(3, now + 20_000)).as("long after").isFalse();
        assertThat(budget.isCrowd(4, now + 20_001)).isFalse();
        assertThat(budget.isCrowd(5, now + 20_002)).isTrue();
    }

    @Test
    void takesTheRefusalOfTheOneThatTriesForTheAddressToo() {
        AddressBudget budget = of(weights(6_000, MINUTE));
        assertThat(budget.isRefused(now)).isFalse();
        budget.refused(20_000, false, now);
        now += 20_000;
        take(budget, CallClass.HEALTH, 1);
        assertThat(budget.isRefused(now + 5_000)).as("it tries").isTrue();
        budget.answered("/", used("1"), now, now, now);
        assertThat(budget.isRefused(now + 100))
                .as("refused in an answer that looked well")
                .isTrue();
        assertThat(budget.isRefused(now + 2_000)).isFalse();
    }

    @Test
    void letsPingsBeAskedForBeforeTheyAreSent() {
        AddressBudget budget = of(weights(1_200, MINUTE));
        assertThat(budget.pingRoom(now)).isEqualTo(61);
        takenAtOnce(budget, CallClass.HEALTH, 0);
        assertThat(budget.pingRoom(now)).isNegative();
        now += 100;
        assertThat(budget.pingRoom(now)).isEqualTo(1);
        budget.refused(5_000, false, now);
        assertThat(budget.pingRoom(now)).isEqualTo(-5_000);
    }

    @Test
    void survivesAClockThatIsSetBack() {
        AddressBudget budget = of(weights(100, MINUTE));
        takenAtOnce(budget, CallClass.ORDER, 1);
        now -= Duration.ofHours(1).toMillis();
        assertThat(take(budget, CallClass.ORDER, 1)).isZero();
    }

    @Test
    void carriesWhatEveryVenueOfTheHouseDeclares() {
        for (var profile : Venues.profiles()) {
            for (RateWindow window : profile.limits()) {
                var made = new WeightWindow(window, 1, 0.5, 0.1);
                assertThat(made.healthAllowed()).isBetween(1L, made.allowed());
            }
        }
    }

    private void answered(AddressBudget budget, String used) {
        budget.answered("/api/v3/account", used(used), now, now, now);
    }

    private static WireResponse used(String weight) {
        return new WireResponse(200, Map.of("x-mbx-used-weight-1m", weight), "{}");
    }
}
