package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.HealthState;
import io.sequence.events.OwnTrouble.Kind;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.HealthMachine.Step;
import io.sequence.health.domain.HealthMachine.Transition;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.Observation.Worked;
import io.sequence.health.domain.Standing.Pause;
import io.sequence.health.domain.VenueMood.Incident;
import io.sequence.health.domain.VenueMood.Ours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The machine against what was promised, on every path of five pings and on long random ones: pings
 * that work or fail in each way, soon after another or a minute later, in calm and in an incident.
 */
class EveryPathTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Patience PATIENCE =
            Patience.standard(Duration.ofMinutes(2), Duration.ofSeconds(10));
    private static final HealthMachine MACHINE = new HealthMachine(PATIENCE);
    private static final List<Ping> PINGS = pings();
    private static final List<Ping> ALL = allPings();

    private enum Showed {
        WORKED,
        REFUSED,
        DOUBTED,
        TROUBLED
    }

    private enum Going {
        CALM,
        INCIDENT,
        PLANNED,
        OURS,
        UNCLEAR
    }

    private record Ping(Showed showed, boolean soon, Going going, boolean paused) {
        Ping(Showed showed, boolean soon, boolean incident) {
            this(showed, soon, incident ? Going.INCIDENT : Going.CALM, false);
        }

        boolean incident() {
            return going == Going.INCIDENT || going == Going.PLANNED;
        }

        /** Whether it says something about the key. */
        boolean counts() {
            return going == Going.CALM;
        }
    }

    private static List<Ping> pings() {
        var all = new ArrayList<Ping>();
        for (Showed showed : Showed.values()) {
            for (boolean soon : List.of(true, false)) {
                all.add(new Ping(showed, soon, false));
                all.add(new Ping(showed, soon, true));
            }
        }
        return List.copyOf(all);
    }

    /** With pauses, trouble of ours and maintenance. */
    private static List<Ping> allPings() {
        var all = new ArrayList<>(PINGS);
        for (Showed showed : Showed.values()) {
            all.add(new Ping(showed, true, Going.PLANNED, false));
            all.add(new Ping(showed, true, Going.OURS, false));
            all.add(new Ping(showed, false, Going.OURS, false));
            all.add(new Ping(showed, true, Going.UNCLEAR, false));
            all.add(new Ping(showed, true, Going.CALM, true));
            all.add(new Ping(showed, true, Going.INCIDENT, true));
            all.add(new Ping(showed, true, Going.OURS, true));
        }
        return List.copyOf(all);
    }

    @Test
    void keepsItsPromisesOnEveryPathOfFivePings() {
        assertThat(walk(new Path(), PINGS, 5)).isEqualTo(16L + 256 + 4096 + 65_536 + 1_048_576);
    }

    @Test
    void keepsItsPromisesOnEveryPathOfFourPingsWithPausesAndTroubleOfOurs() {
        assertThat(walk(new Path(), ALL, 4)).isEqualTo(44L + 1936 + 85_184 + 3_748_096);
    }

    private static long walk(Path path, List<Ping> pings, int left) {
        if (left == 0) {
            return 0;
        }
        long steps = 0;
        for (Ping ping : pings) {
            steps += 1 + walk(path.with(ping), pings, left - 1);
        }
        return steps;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsItsPromisesOnLongPaths(long seed) {
        var random = new Random(seed);
        Path path = new Path();
        int alarms = 0;
        for (int i = 0; i < 20_000; i++) {
            // Runs of the same kind, so that alarms and recoveries happen.
            Ping ping = ALL.get(random.nextInt(ALL.size()));
            for (int repeat = random.nextInt(8); repeat >= 0; repeat--) {
                boolean was = path.standing.condition().alarmed();
                path = path.with(ping);
                alarms += !was && path.standing.condition().alarmed() ? 1 : 0;
            }
        }
        assertThat(alarms).isGreaterThan(100);
    }

    @Test
    void tellsARefusedKeyWithinHalfAMinuteAndTroubleWithTheThirdPing() {
        Path path = new Path().with(new Ping(Showed.REFUSED, false, false));
        path = path.with(new Ping(Showed.REFUSED, true, false));
        assertThat(path.standing.state()).isEqualTo(HealthState.REAUTH_NEEDED);

        Path troubled = new Path();
        for (int i = 0; i < 3; i++) {
            assertThat(troubled.standing.state()).isEqualTo(HealthState.CONNECTED);
            troubled = troubled.with(new Ping(Showed.TROUBLED, false, false));
        }
        assertThat(troubled.standing.state()).isEqualTo(HealthState.ERROR);
    }

    @Test
    void makesAConnectionThatFlapsWorkForAWhileBeforeItIsRepaired() {
        Path path = new Path();
        for (int alarm = 1; alarm <= 3; alarm++) {
            path = path.with(new Ping(Showed.REFUSED, false, false));
            path = path.with(new Ping(Showed.REFUSED, true, false));
            assertThat(path.standing.condition()).isEqualTo(Condition.REAUTH_NEEDED);
            path = path.with(new Ping(Showed.WORKED, true, false));
            path = path.with(new Ping(Showed.WORKED, true, false));
            assertThat(path.standing.condition().alarmed()).isEqualTo(alarm == 3);
        }
        for (int minute = 0; minute < 4; minute++) {
            path = path.with(new Ping(Showed.WORKED, false, false));
            assertThat(path.standing.condition().alarmed()).isTrue();
        }
        path = path.with(new Ping(Showed.WORKED, false, false));
        assertThat(path.standing.condition()).isEqualTo(Condition.CONNECTED);
    }

    @Test
    void takesBackABlameThatTurnsOutToBeTheVenues() {
        Path path = new Path().with(new Ping(Showed.REFUSED, true, false));
        path = path.with(new Ping(Showed.REFUSED, true, false));
        assertThat(path.standing.condition()).isEqualTo(Condition.REAUTH_NEEDED);
        path = path.with(new Ping(Showed.REFUSED, true, true));
        assertThat(path.standing.condition()).isEqualTo(Condition.VENUE_INCIDENT);
        assertThat(path.standing.reason().fault()).isEqualTo(Fault.VENUE_INCIDENT);
    }

    /** The venue's noes to the key since it worked last; what an incident covers is none. */
    private record Noes(int refusals, int doubts) {
        Noes with(Ping ping) {
            if (ping.showed() == Showed.WORKED || ping.incident()) {
                return new Noes(0, 0);
            }
            if (!ping.counts()) {
                return this;
            }
            return new Noes(
                    refusals + (ping.showed() == Showed.REFUSED ? 1 : 0),
                    doubts + (ping.showed() == Showed.DOUBTED ? 1 : 0));
        }
    }

    /** A connection on its way, with what a reader of its history would know. */
    private static final class Path {
        private final Standing standing;
        private final Instant now;
        private final List<Ping> recent;
        private final boolean told;
        private final boolean known;
        private final Noes noes;

        Path() {
            this(Standing.FRESH, START, List.of(), false, false, new Noes(0, 0));
        }

        private Path(
                Standing standing,
                Instant now,
                List<Ping> recent,
                boolean told,
                boolean known,
                Noes noes) {
            this.standing = standing;
            this.now = now;
            this.recent = recent;
            this.told = told;
            this.known = known;
            this.noes = noes;
        }

        Path with(Ping ping) {
            Instant at = now.plusSeconds(ping.soon() ? 10 : 60);
            Standing before = standing.with(new Pause(ping.paused(), standing.pause().untold()));
            Step step = MACHINE.next(before, observation(ping), mood(ping, at), at);
            List<Ping> after =
                    new ArrayList<>(recent.subList(Math.max(0, recent.size() - 9), recent.size()));
            after.add(ping);
            Noes counted = noes.with(ping);
            holds(ping, step, after, counted, at);
            ofOthers(ping, step, after);
            Transition transition = step.transition();
            boolean toldNow = transition == null ? told : transition.to() != HealthState.CONNECTED;
            boolean knownNow = known(ping, step, after);
            return new Path(step.standing(), at, after, toldNow, knownNow, counted);
        }

        /** Whether the owner knows that something is wrong. */
        private boolean known(Ping ping, Step step, List<Ping> pings) {
            Transition transition = step.transition();
            boolean alarmed = step.standing().condition().alarmed();
            boolean knownNow =
                    transition == null || (transition.quiet() && alarmed) ? known : alarmed;
            if (transition != null) {
                check(transition.quiet() == ping.paused(), "quiet while paused only", pings);
                check(
                        !transition.late() || (standing.pause().untold() && !ping.paused()),
                        "late is what was kept quiet",
                        pings);
            }
            check(!known || alarmed || transition != null, "who was alarmed is told", pings);
            check(alarmed || !knownNow, "a repair is known", pings);
            boolean plain = ping.going() == Going.CALM && ping.showed() != Showed.WORKED;
            check(
                    !plain || ping.paused() || !alarmed || knownNow,
                    "nothing stays quiet after a pause",
                    pings);
            return knownNow;
        }

        private void ofOthers(Ping ping, Step step, List<Ping> pings) {
            Standing after = step.standing();
            boolean failed = ping.showed() != Showed.WORKED;
            Transition transition = step.transition();
            if (failed && (ping.going() == Going.OURS || ping.going() == Going.UNCLEAR)) {
                check(
                        transition == null || after.condition() == Condition.OUR_TROUBLE,
                        "trouble of ours is nobody else's",
                        pings);
                check(
                        transition == null
                                || transition.from() == HealthState.REAUTH_NEEDED
                                || !after.firstFailureAt()
                                        .isAfter(now.plusSeconds(60).minus(PATIENCE.ownTrouble())),
                        "and said only when it lasts",
                        pings);
            }
            if (failed && ping.going() == Going.PLANNED && !standing.condition().alarmed()) {
                check(
                        after.condition() == Condition.VENUE_INCIDENT,
                        "maintenance counts from the first failure",
                        pings);
            }
        }

        private void holds(Ping ping, Step step, List<Ping> pings, Noes noes, Instant at) {
            Standing after = step.standing();
            Transition transition = step.transition();
            boolean headlineMoved = after.state() != standing.state();
            check(!headlineMoved || transition != null, "a change of state is told", pings);
            if (transition != null) {
                check(transition.from() == standing.state(), "from where it was", pings);
                check(transition.to() == after.state(), "to where it is", pings);
                check(
                        (transition.to() == HealthState.CONNECTED)
                                == (transition.repaired() != null),
                        "a repair names what was repaired",
                        pings);
                check(
                        (transition.to() != HealthState.CONNECTED) || told,
                        "no repair without an alarm",
                        pings);
                check(transition.troubleSince() != null, "the first failure is named", pings);
            }
            check(
                    (after.reason() != null) == after.condition().alarmed(),
                    "an alarm has a reason, calm has none",
                    pings);
            check(
                    (after.firstFailureAt() != null) == (after.condition() != Condition.CONNECTED),
                    "trouble has a beginning",
                    pings);
            if (ping.showed() == Showed.WORKED) {
                check(at.equals(after.lastProofAt()), "a success is a proof", pings);
                check(transition == null || headlineMoved, "a success raises nothing", pings);
            }
            boolean blamed =
                    after.condition() == Condition.REAUTH_NEEDED
                            && standing.condition() != Condition.REAUTH_NEEDED;
            if (blamed) {
                check(ping.counts(), "nobody is blamed in an incident", pings);
                check(
                        ping.showed() == Showed.REFUSED || ping.showed() == Showed.DOUBTED,
                        "trouble asks nobody to act",
                        pings);
                check(noes.refusals() >= 2 || noes.doubts() >= 3, "blame is confirmed", pings);
            }
            boolean repaired = standing.condition().alarmed() && !after.condition().alarmed();
            check(!repaired || lastTwoWorked(pings), "repaired after two successes", pings);
        }

        private static boolean lastTwoWorked(List<Ping> pings) {
            return pings.size() >= 2
                    && pings.getLast().showed() == Showed.WORKED
                    && pings.get(pings.size() - 2).showed() == Showed.WORKED;
        }

        private static void check(boolean holds, String promise, List<Ping> pings) {
            // A matcher for each of millions of promises would cost more than the machine.
            if (!holds) {
                assertThat(pings).as(promise).isNull();
            }
        }

        private static Observation observation(Ping ping) {
            if (ping.going() == Going.OURS && ping.showed() == Showed.REFUSED) {
                return new Failed(Reason.of(Fault.IP_NOT_ALLOWED, "4", "no"), null);
            }
            if (ping.going() == Going.OURS && ping.showed() == Showed.TROUBLED) {
                return new Failed(Reason.of(Fault.UNREACHABLE, "", ""), null);
            }
            return switch (ping.showed()) {
                case WORKED -> new Worked();
                case REFUSED -> new Failed(Reason.of(Fault.INVALID_KEY, "1", "no"), null);
                case DOUBTED -> new Failed(Reason.of(Fault.AMBIGUOUS_AUTH, "2", "no"), null);
                case TROUBLED -> new Failed(Reason.of(Fault.VENUE_UNAVAILABLE, "3", "no"), null);
            };
        }

        private static VenueMood mood(Ping ping, Instant at) {
            boolean troubled = ping.showed() == Showed.TROUBLED;
            switch (ping.going()) {
                case CALM -> {
                    return VenueMood.CALM;
                }
                case UNCLEAR -> {
                    return VenueMood.UNCLEAR;
                }
                case OURS -> {
                    return new Ours(
                            new UUID(2, 2),
                            troubled ? Kind.EGRESS : Kind.EGRESS_ADDRESS,
                            "words",
                            at.minusSeconds(20));
                }
                default -> {}
            }
            FailureKind kind =
                    ping.showed() == Showed.TROUBLED ? FailureKind.TROUBLE : FailureKind.REFUSAL;
            return new Incident(
                    new UUID(1, 1),
                    kind,
                    Reason.of(Fault.VENUE_INCIDENT, "1", "no"),
                    at.minusSeconds(20),
                    ping.going() == Going.PLANNED,
                    null);
        }
    }
}
