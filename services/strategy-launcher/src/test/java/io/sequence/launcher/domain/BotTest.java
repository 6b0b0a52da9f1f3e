package io.sequence.launcher.domain;

import static io.sequence.events.HealthState.CONNECTED;
import static io.sequence.events.HealthState.ERROR;
import static io.sequence.events.HealthState.REAUTH_NEEDED;
import static io.sequence.launcher.Facts.AT;
import static io.sequence.launcher.Facts.KEY_GONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.ConnectionEvent;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyValidated;
import io.sequence.events.Reason;
import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import io.sequence.launcher.Facts;
import io.sequence.launcher.domain.BotState.Awaited;
import io.sequence.launcher.domain.BotState.Ended;
import io.sequence.launcher.domain.BotState.Paused;
import io.sequence.launcher.domain.BotState.Running;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.StrategyId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BotTest {
    private static final StrategyId DCA = new StrategyId("usdt_systematic_dca");
    private static final String BOT_ID = "0x3E9 / Ada / 4";
    private static final Launch LAUNCH = new Launch(DCA, Market.SPOT, BOT_ID, 4);

    private final Facts facts = Facts.fresh();
    private final Bot running = after(Bot.awaited(), facts.added()).bot();
    private final Bot paused = after(running, facts.health(1, ERROR)).bot();
    private final Bot ended = after(running, facts.disconnected(2)).bot();

    @Test
    void launchesABotOfAnAddedKey() {
        Decision decision = after(Bot.awaited(), facts.added());
        assertThat(decision.bot().state()).isEqualTo(new Running(LAUNCH));
        assertThat(decision.facts())
                .containsExactly(
                        new StrategyLaunched(
                                facts.about(1), DCA, Market.SPOT, BOT_ID, 4, "Main account", AT));
        assertThat(decision.eraseBelow()).isNull();
    }

    @Test
    void launchesNoSecondBotOfTheSameKey() {
        assertNothingNew(running, facts.added());
        assertNothingNew(paused, facts.added());
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "REAUTH_NEEDED"})
    void pausesWhileTheKeyDoesNotWork(HealthState state) {
        Decision decision = after(running, facts.health(1, state));
        assertThat(decision.bot().state()).isEqualTo(new Paused(LAUNCH));
        assertThat(decision.facts()).containsExactly(pausedFact(1, false, KEY_GONE));
    }

    @Test
    void resumesWhenTheKeyWorksAgain() {
        Decision decision = after(paused, facts.health(1, CONNECTED));
        assertThat(decision.bot().state()).isEqualTo(new Running(LAUNCH));
        assertThat(decision.facts()).containsExactly(resumedFact(1));
    }

    @Test
    void saysNothingWhileAStateLasts() {
        assertThat(after(running, facts.health(1, CONNECTED)).facts()).isEmpty();
        Decision worse = after(paused, facts.health(1, REAUTH_NEEDED));
        assertThat(worse.facts()).isEmpty();
        assertThat(worse.bot().state()).isEqualTo(new Paused(LAUNCH));
        assertThat(worse.bot().health().state()).isEqualTo(REAUTH_NEEDED);
    }

    @Test
    void pausesABotThatIsMadeAfterItsKeyFailed() {
        Bot informed = after(Bot.awaited(), facts.health(1, ERROR)).bot();
        assertThat(informed.state()).isEqualTo(new Awaited());
        Decision decision = after(informed, facts.added());
        assertThat(decision.bot().state()).isEqualTo(new Paused(LAUNCH));
        assertThat(decision.facts())
                .hasExactlyElementsOfTypes(StrategyLaunched.class, StrategyPaused.class);
    }

    @Test
    void movesToTheNewKeyAndErasesTheOlder() {
        Decision decision = after(running, facts.refreshed(2));
        assertThat(decision.bot().state()).isEqualTo(new Running(LAUNCH));
        assertThat(decision.bot().key()).isEqualTo(new ActiveKey(new CredentialVersion(2), 2));
        assertThat(decision.facts()).containsExactly(refreshedFact(2, 1, BOT_ID));
        assertThat(decision.eraseBelow()).isEqualTo(new CredentialVersion(2));
    }

    @Test
    void namesTheVersionThatWasInUseAsReplaced() {
        // Version 2 was refused, so the third submission replaces the first key.
        assertThat(after(running, facts.refreshed(3)).facts())
                .containsExactly(refreshedFact(3, 1, BOT_ID));
    }

    @Test
    void resumesOnAFreshKey() {
        Decision decision = after(paused, facts.refreshed(2));
        assertThat(decision.bot().state()).isEqualTo(new Running(LAUNCH));
        assertThat(decision.facts()).containsExactly(refreshedFact(2, 1, BOT_ID), resumedFact(2));
    }

    @Test
    void staysPausedWhenTheFreshKeyFailedAlready() {
        Bot warned = after(paused, facts.health(2, ERROR)).bot();
        Decision decision = after(warned, facts.refreshed(2));
        assertThat(decision.bot().state()).isEqualTo(new Paused(LAUNCH));
        assertThat(decision.facts()).containsExactly(refreshedFact(2, 1, BOT_ID));
        assertThat(decision.eraseBelow()).isEqualTo(new CredentialVersion(2));
    }

    @Test
    void appliesTheHealthOfAKeyOnlyOnceItIsInUse() {
        Decision early = after(running, facts.health(2, ERROR));
        assertThat(early.facts()).isEmpty();
        assertThat(early.bot().state()).isEqualTo(new Running(LAUNCH));
        assertThat(after(early.bot(), facts.refreshed(2)).facts())
                .containsExactly(refreshedFact(2, 1, BOT_ID), pausedFact(2, false, KEY_GONE));
    }

    @Test
    void ignoresTheHealthOfAReplacedKey() {
        Bot refreshed = after(running, facts.refreshed(2)).bot();
        assertNothingNew(refreshed, facts.health(1, ERROR));
        Bot waiting = after(running, facts.health(2, CONNECTED)).bot();
        assertNothingNew(waiting, facts.health(1, ERROR));
    }

    @Test
    void ignoresARefreshThatIsNotNewer() {
        Bot refreshed = after(running, facts.refreshed(3)).bot();
        assertNothingNew(refreshed, facts.refreshed(3));
        assertNothingNew(refreshed, facts.refreshed(2));
    }

    @Test
    void saysRefreshedAlsoWithoutABot() {
        Decision decision = after(Bot.awaited(), facts.refreshed(2));
        assertThat(decision.bot().state()).isEqualTo(new Awaited());
        assertThat(decision.facts()).containsExactly(refreshedFact(2, 1, null));
        assertThat(decision.eraseBelow()).isEqualTo(new CredentialVersion(2));

        Decision added = after(decision.bot(), facts.added());
        assertThat(added.bot().key().version()).isEqualTo(new CredentialVersion(2));
        assertThat(((StrategyLaunched) added.facts().getFirst()).about()).isEqualTo(facts.about(2));
    }

    @Test
    void endsWithItsConnection() {
        for (Bot bot : List.of(running, paused)) {
            Decision decision = after(bot, facts.disconnected(2));
            assertThat(decision.bot().state()).isEqualTo(new Ended(LAUNCH));
            assertThat(decision.facts()).containsExactly(pausedFact(2, true, null));
        }
    }

    @Test
    void isNeverMadeOnAnEndedConnection() {
        Decision decision = after(Bot.awaited(), facts.disconnected(2));
        assertThat(decision.facts()).isEmpty();
        assertNothingNew(decision.bot(), facts.added());
    }

    @Test
    void staysEndedWhateverArrivesLater() {
        for (ConnectionEvent late :
                List.of(
                        facts.added(),
                        facts.refreshed(2),
                        facts.refreshed(9),
                        facts.health(1, ERROR),
                        facts.health(9, CONNECTED),
                        facts.disconnected(2),
                        facts.disconnected(9))) {
            assertNothingNew(ended, late);
        }
    }

    private static void assertNothingNew(Bot bot, ConnectionEvent event) {
        assertThat(after(bot, event)).isEqualTo(new Decision(bot, List.of(), null));
    }

    static Decision after(Bot bot, ConnectionEvent event) {
        return switch (event) {
            case KeyValidated validated -> bot.on(validated, () -> 4, AT);
            case KeyHealth health -> bot.on(health, AT);
            case KeyDisconnected disconnected -> bot.on(disconnected, AT);
            default -> throw new IllegalArgumentException("not heard: " + event);
        };
    }

    private StrategyPaused pausedFact(int version, boolean ended, Reason reason) {
        return new StrategyPaused(facts.about(version), DCA, BOT_ID, 4, ended, reason, AT);
    }

    private StrategyResumed resumedFact(int version) {
        return new StrategyResumed(facts.about(version), DCA, BOT_ID, 4, AT);
    }

    private KeyRefreshed refreshedFact(int version, int replaced, String botId) {
        return new KeyRefreshed(
                facts.about(version), new CredentialVersion(replaced), "Main account", botId, AT);
    }
}
