package io.sequence.launcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.HealthState;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import io.sequence.launcher.Facts;
import io.sequence.launcher.domain.BotState.Paused;
import io.sequence.launcher.domain.BotState.Running;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BotWishTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Facts facts = Facts.fresh();

    @Test
    void restsWhileItsOwnerWantsItTo() {
        Decision rests = launched().on(facts.paused(1, true), NOW);
        assertThat(rests.facts()).singleElement().isInstanceOf(StrategyPaused.class);
        Decision well = rests.bot().on(facts.health(1, HealthState.CONNECTED), NOW);
        assertThat(well.bot().state()).isInstanceOf(Paused.class);
        assertThat(well.facts()).isEmpty();
        Decision again = well.bot().on(facts.paused(2, false), NOW);
        assertThat(again.bot().state()).isInstanceOf(Running.class);
        assertThat(again.facts()).singleElement().isInstanceOf(StrategyResumed.class);
    }

    @Test
    void goesOnOnlyIfItsKeyWorks() {
        Bot broken = launched().on(facts.paused(1, true), NOW).bot();
        broken = broken.on(facts.health(1, HealthState.REAUTH_NEEDED), NOW).bot();
        Decision taken = broken.on(facts.paused(2, false), NOW);
        assertThat(taken.bot().state()).isInstanceOf(Paused.class);
        assertThat(taken.facts()).isEmpty();
        Decision repaired = taken.bot().on(facts.health(1, HealthState.CONNECTED), NOW);
        assertThat(repaired.bot().state()).isInstanceOf(Running.class);
    }

    @Test
    void heedsTheNewestWishWhateverTheOrder() {
        Bot bot = launched().on(facts.paused(2, false), NOW).bot();
        assertThat(bot.on(facts.paused(1, true), NOW).bot().state()).isInstanceOf(Running.class);
    }

    @Test
    void isLaunchedRestingWhenThatWasWishedBefore() {
        Bot bot = Bot.awaited().on(facts.paused(1, true), NOW).bot();
        assertThat(bot.on(facts.added(), () -> 1, NOW).bot().state()).isInstanceOf(Paused.class);
    }

    private Bot launched() {
        return Bot.awaited().on(facts.added(), () -> 1, NOW).bot();
    }
}
