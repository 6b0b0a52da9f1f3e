package io.sequence.launcher.domain;

import static io.sequence.launcher.Facts.AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.ConnectionEvent;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyValidated;
import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import io.sequence.launcher.Facts;
import io.sequence.launcher.domain.BotState.Awaited;
import io.sequence.launcher.domain.BotState.Ended;
import io.sequence.launcher.domain.BotState.Paused;
import io.sequence.launcher.domain.BotState.Running;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Stories told in random order: each topic keeps its own, the topics have none among each other,
 * and a stretch of a topic may be delivered again, which the inbox stops by the event's id.
 */
class BotInterleavingTest {
    private static final int STORIES_PER_SEED = 400;

    /** A story of one connection, topic by topic. */
    private record Story(
            List<ConnectionEvent> validated,
            List<ConnectionEvent> health,
            List<ConnectionEvent> disconnected) {}

    /** What came of hearing it. */
    private record Outcome(Bot bot, List<Decision> decisions, int numbersAsked) {
        List<ConnectionEvent> said() {
            return decisions.stream().flatMap(decision -> decision.facts().stream()).toList();
        }
    }

    @RepeatedTest(10)
    void endsInTheSameStateWhateverTheOrder(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int run = 0; run < STORIES_PER_SEED; run++) {
            Story story = story(random);
            List<ConnectionEvent> order = interleave(story, random);
            Outcome outcome = hear(order);
            assertThat(stateName(outcome.bot()))
                    .as("seed %s, %s", repetition.getCurrentRepetition(), names(order))
                    .isEqualTo(expected(story));
            assertTruthful(outcome, order, story);
        }
    }

    /** Facts said must be a bot's believable life, whatever the order of what was heard. */
    private static void assertTruthful(Outcome outcome, List<ConnectionEvent> order, Story story) {
        List<ConnectionEvent> said = outcome.said();
        boolean addedInTime = outcome.bot().state().launched() != null;
        assertThat(count(said, StrategyLaunched.class)).isEqualTo(addedInTime ? 1 : 0);
        assertThat(outcome.numbersAsked()).isEqualTo(addedInTime ? 1 : 0);

        boolean trades = false;
        boolean ended = false;
        int active = 0;
        for (ConnectionEvent fact : said) {
            assertThat(ended).as("nothing is said after the end: %s", names(order)).isFalse();
            switch (fact) {
                case StrategyLaunched launched -> trades = true;
                case StrategyPaused paused -> {
                    assertThat(trades || paused.ended()).isTrue();
                    trades = false;
                    ended = paused.ended();
                }
                case StrategyResumed resumed -> {
                    assertThat(trades).isFalse();
                    trades = true;
                }
                case KeyRefreshed refreshed -> {
                    int version = refreshed.about().credentialVersion().value();
                    assertThat(version).isGreaterThan(active);
                    assertThat(refreshed.replaced().value()).isLessThan(version);
                    active = version;
                }
                default -> throw new AssertionError("not this service's fact: " + fact);
            }
        }
        assertThat(trades).isEqualTo(outcome.bot().state() instanceof Running);
        assertThat(ended).isEqualTo(addedInTime && !story.disconnected().isEmpty());
        for (Decision decision : outcome.decisions()) {
            assertThat(decision.eraseBelow() != null)
                    .as("erased when, and only when, a refresh is said")
                    .isEqualTo(count(decision.facts(), KeyRefreshed.class) == 1);
        }
    }

    private static Story story(Random random) {
        Facts facts = Facts.fresh();
        int last = 1 + random.nextInt(4);
        var validated = new ArrayList<ConnectionEvent>(List.of(facts.added()));
        var health = new ArrayList<ConnectionEvent>();
        for (int version = 1; version <= last; version++) {
            // Now and then a refresh is refused: neither a verdict nor pings speak of it.
            boolean refused = version > 1 && random.nextInt(4) == 0;
            if (refused) {
                continue;
            }
            if (version > 1) {
                validated.add(facts.refreshed(version));
            }
            for (int n = random.nextInt(4); n > 0; n--) {
                HealthState[] states = HealthState.values();
                health.add(facts.health(version, states[random.nextInt(states.length)]));
            }
        }
        if (random.nextInt(5) == 0) {
            // An operator sent dead letters again: even this topic's order is lost.
            Collections.shuffle(validated, random);
        }
        List<ConnectionEvent> disconnected =
                random.nextInt(3) == 0 ? List.of(facts.disconnected(last + 1)) : List.of();
        return new Story(validated, health, disconnected);
    }

    private static List<ConnectionEvent> interleave(Story story, Random random) {
        var topics = List.of(story.validated(), story.health(), story.disconnected());
        int[] offsets = new int[topics.size()];
        var order = new ArrayList<ConnectionEvent>();
        while (true) {
            var open = new ArrayList<Integer>();
            for (int topic = 0; topic < offsets.length; topic++) {
                if (offsets[topic] < topics.get(topic).size()) {
                    open.add(topic);
                }
            }
            if (open.isEmpty()) {
                return order;
            }
            int topic = open.get(random.nextInt(open.size()));
            order.add(topics.get(topic).get(offsets[topic]++));
            if (random.nextInt(5) == 0) {
                offsets[topic] = random.nextInt(offsets[topic] + 1);
            }
        }
    }

    private static Outcome hear(List<ConnectionEvent> order) {
        Set<ConnectionEvent> inbox = Collections.newSetFromMap(new IdentityHashMap<>());
        var numbers = new AtomicInteger();
        var decisions = new ArrayList<Decision>();
        Bot bot = Bot.awaited();
        for (ConnectionEvent event : order) {
            // Validated and disconnected keys need no inbox; health is a series and does.
            if (!inbox.add(event) && event instanceof KeyHealth) {
                continue;
            }
            Decision decision =
                    switch (event) {
                        case KeyValidated validated ->
                                bot.on(validated, numbers::incrementAndGet, AT);
                        case KeyHealth health -> bot.on(health, AT);
                        case KeyDisconnected disconnected -> bot.on(disconnected, AT);
                        default -> throw new AssertionError("not heard: " + event);
                    };
            decisions.add(decision);
            bot = decision.bot();
        }
        return new Outcome(bot, decisions, numbers.get());
    }

    private static String expected(Story story) {
        if (!story.disconnected().isEmpty()) {
            return "ended";
        }
        long active =
                story.validated().stream().mapToLong(e -> e.about().revision()).max().orElseThrow();
        String state = "running";
        for (ConnectionEvent event : story.health()) {
            if (event instanceof KeyHealth health && health.about().revision() == active) {
                state = health.state() == HealthState.CONNECTED ? "running" : "paused";
            }
        }
        return state;
    }

    private static String stateName(Bot bot) {
        return switch (bot.state()) {
            case Awaited() -> "awaited";
            case Running running -> "running";
            case Paused paused -> "paused";
            case Ended ended -> "ended";
        };
    }

    private static long count(List<ConnectionEvent> facts, Class<?> type) {
        return facts.stream().filter(type::isInstance).count();
    }

    private static List<String> names(List<ConnectionEvent> order) {
        return order.stream()
                .map(
                        event ->
                                event.getClass().getSimpleName()
                                        + event.about().revision()
                                        + (event instanceof KeyHealth health
                                                ? health.state().wireName()
                                                : ""))
                .toList();
    }
}
