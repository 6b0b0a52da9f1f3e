package io.sequence.launcher.domain;

import io.sequence.events.ConnectionEvent;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyPaused;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyValidated;
import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import io.sequence.launcher.domain.BotState.Awaited;
import io.sequence.launcher.domain.BotState.Ended;
import io.sequence.launcher.domain.BotState.Paused;
import io.sequence.launcher.domain.BotState.Running;
import io.sequence.vocabulary.BotId;
import io.sequence.vocabulary.CredentialVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one connection and its bot. Facts of different topics may come in any order and
 * any of them again: whatever the order, the same facts end in the same state.
 *
 * @param state where the bot is in its life
 * @param key the credential in use; null before any was validated
 * @param health what health-check said last; null before it said anything
 * @param wish what its owner wished last
 */
public record Bot(BotState state, @Nullable ActiveKey key, @Nullable LastHealth health, Wish wish) {
    /** A connection of which nothing was heard. */
    public static Bot awaited() {
        return new Bot(new Awaited(), null, null, Wish.NONE);
    }

    /**
     * A key was proven: a bot is made of an added one, and a refreshed one takes over.
     *
     * @param numbers gives the account's next bot number; asked only when a bot is made
     */
    public Decision on(KeyValidated event, IntSupplier numbers, Instant now) {
        if (state instanceof Ended) {
            return Decision.nothingNew(this);
        }
        return switch (event.type()) {
            case ADD -> added(event, numbers, now);
            case REFRESH -> refreshed(event, now);
        };
    }

    /** A key's health changed: the bot pauses or resumes, once it signs with that key. */
    public Decision on(KeyHealth event, Instant now) {
        boolean late =
                (key != null && event.about().revision() < key.revision())
                        || (health != null && event.about().revision() < health.revision());
        if (state instanceof Ended || late) {
            return Decision.nothingNew(this);
        }
        LastHealth heard = LastHealth.of(event);
        BotState next = settled(state, key, heard, wish);
        var facts = new ArrayList<ConnectionEvent>();
        tellChange(facts, event.about(), heard, state, next, now);
        return new Decision(new Bot(next, key, heard, wish), facts, null);
    }

    /** Its owner pauses it or takes it up again; it goes on only if its key works. */
    public Decision on(KeyPaused event, Instant now) {
        if (state instanceof Ended || event.act() <= wish.act()) {
            return Decision.nothingNew(this);
        }
        Wish heard = Wish.of(event);
        boolean stopped = key != null && health != null && health.stops(key.revision());
        BotState free = heard.rests() || stopped ? state : resumed(state);
        BotState next = settled(free, key, health, heard);
        About about = key == null ? event.about() : key.about(event.about());
        var facts = new ArrayList<ConnectionEvent>();
        tellChange(facts, about, null, state, next, now);
        return new Decision(new Bot(next, key, health, heard), facts, null);
    }

    /** The user ended the connection: for good, whatever arrives later. */
    public Decision on(KeyDisconnected event, Instant now) {
        if (state instanceof Ended) {
            return Decision.nothingNew(this);
        }
        Launch launch = state.launched();
        List<ConnectionEvent> facts =
                launch == null ? List.of() : List.of(ended(event.about(), launch, now));
        return new Decision(new Bot(new Ended(launch), key, null, wish), facts, null);
    }

    private Decision added(KeyValidated event, IntSupplier numbers, Instant now) {
        if (!(state instanceof Awaited)) {
            return Decision.nothingNew(this);
        }
        // A refresh may have been taken in before, when the add came back from the dead letters.
        ActiveKey active = key == null ? ActiveKey.of(event.about()) : key;
        About about = active.about(event.about());
        int number = numbers.getAsInt();
        String botId = new BotId(event.recipient().clientId(), number).toString();
        var launch = new Launch(event.strategyId(), event.market(), botId, number);
        var running = new Running(launch);
        BotState next = settled(running, active, health, wish);
        var facts = new ArrayList<ConnectionEvent>();
        facts.add(
                new StrategyLaunched(
                        about,
                        launch.strategyId(),
                        launch.market(),
                        botId,
                        number,
                        event.label(),
                        now));
        tellChange(facts, about, health, running, next, now);
        return new Decision(new Bot(next, active, health, wish), facts, null);
    }

    private Decision refreshed(KeyValidated event, Instant now) {
        About about = event.about();
        if (key != null && !key.isReplacedBy(about)) {
            return Decision.nothingNew(this);
        }
        CredentialVersion replaced = key == null ? before(about) : key.version();
        ActiveKey active = ActiveKey.of(about);
        // The venue has just accepted the new key, so what stopped the old one is over.
        BotState next = settled(resumed(state), active, health, wish);
        Launch launch = next.launched();
        var facts = new ArrayList<ConnectionEvent>();
        facts.add(
                new KeyRefreshed(
                        about,
                        replaced,
                        event.label(),
                        launch == null ? null : launch.botId(),
                        now));
        tellChange(facts, about, health, state, next, now);
        return new Decision(new Bot(next, active, health, wish), facts, about.credentialVersion());
    }

    /** The state that follows from the health of the key in use. */
    private static BotState settled(
            BotState state, @Nullable ActiveKey key, @Nullable LastHealth health, Wish wish) {
        if (wish.rests()) {
            return state instanceof Running(Launch launch) ? new Paused(launch) : state;
        }
        if (key == null || health == null) {
            return state;
        }
        if (health.stops(key.revision())) {
            return state instanceof Running(Launch launch) ? new Paused(launch) : state;
        }
        return health.revision() == key.revision() ? resumed(state) : state;
    }

    private static BotState resumed(BotState state) {
        return state instanceof Paused(Launch launch) ? new Running(launch) : state;
    }

    private static CredentialVersion before(About about) {
        return new CredentialVersion(Math.max(1, about.credentialVersion().value() - 1));
    }

    private static void tellChange(
            List<ConnectionEvent> facts,
            About about,
            @Nullable LastHealth health,
            BotState before,
            BotState after,
            Instant now) {
        if (before instanceof Running && after instanceof Paused(Launch launch)) {
            facts.add(
                    new StrategyPaused(
                            about,
                            launch.strategyId(),
                            launch.botId(),
                            launch.botNumber(),
                            false,
                            health == null ? null : health.reason(),
                            now));
        } else if (before instanceof Paused && after instanceof Running(Launch launch)) {
            facts.add(
                    new StrategyResumed(
                            about, launch.strategyId(), launch.botId(), launch.botNumber(), now));
        }
    }

    private static StrategyPaused ended(About about, Launch launch, Instant now) {
        return new StrategyPaused(
                about, launch.strategyId(), launch.botId(), launch.botNumber(), true, null, now);
    }
}
