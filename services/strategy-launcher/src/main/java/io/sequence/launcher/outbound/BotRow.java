package io.sequence.launcher.outbound;

import io.sequence.events.HealthState;
import io.sequence.events.Reason;
import io.sequence.launcher.domain.ActiveKey;
import io.sequence.launcher.domain.Bot;
import io.sequence.launcher.domain.BotState;
import io.sequence.launcher.domain.BotState.Awaited;
import io.sequence.launcher.domain.BotState.Ended;
import io.sequence.launcher.domain.BotState.Paused;
import io.sequence.launcher.domain.BotState.Running;
import io.sequence.launcher.domain.LastHealth;
import io.sequence.launcher.domain.Launch;
import io.sequence.launcher.domain.Wish;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.StrategyId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of one connection and its bot, as a row of {@code bot}. */
@Entity
@Table(name = "bot")
class BotRow {
    @Id UUID connectionId;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable String strategyId;

    @Enumerated(EnumType.STRING)
    @Nullable Market market;

    @Nullable String botId;
    @Nullable Integer botNumber;
    @Nullable Integer credentialVersion;
    @Nullable Long revision;
    @Nullable Long healthRevision;

    @Enumerated(EnumType.STRING)
    @Nullable HealthState healthState;

    @Nullable String healthReason;
    long wishAct;
    boolean rests;

    /** The name of a {@link BotState} in the row and in metrics. */
    enum State {
        AWAITED,
        RUNNING,
        PAUSED,
        ENDED
    }

    /** The row as the domain sees it. */
    Bot read() {
        Launch launch = launch();
        BotState known =
                switch (state) {
                    case AWAITED -> new Awaited();
                    case RUNNING -> new Running(Objects.requireNonNull(launch));
                    case PAUSED -> new Paused(Objects.requireNonNull(launch));
                    case ENDED -> new Ended(launch);
                };
        ActiveKey key =
                credentialVersion == null || revision == null
                        ? null
                        : new ActiveKey(new CredentialVersion(credentialVersion), revision);
        LastHealth health =
                healthRevision == null || healthState == null
                        ? null
                        : new LastHealth(
                                healthRevision, healthState, ReasonText.read(healthReason));
        return new Bot(known, key, health, new Wish(wishAct, rests));
    }

    /** Takes over what the domain decided; Hibernate writes it when the transaction ends. */
    void write(Bot bot) {
        state =
                switch (bot.state()) {
                    case Awaited() -> State.AWAITED;
                    case Running running -> State.RUNNING;
                    case Paused paused -> State.PAUSED;
                    case Ended ended -> State.ENDED;
                };
        Launch launch = bot.state().launched();
        strategyId = launch == null ? null : launch.strategyId().value();
        market = launch == null ? null : launch.market();
        botId = launch == null ? null : launch.botId();
        botNumber = launch == null ? null : launch.botNumber();
        ActiveKey key = bot.key();
        credentialVersion = key == null ? null : key.version().value();
        revision = key == null ? null : key.revision();
        LastHealth health = bot.health();
        healthRevision = health == null ? null : health.revision();
        healthState = health == null ? null : health.state();
        Reason reason = health == null ? null : health.reason();
        healthReason = ReasonText.write(reason);
        wishAct = bot.wish().act();
        rests = bot.wish().rests();
    }

    private @Nullable Launch launch() {
        if (strategyId == null || market == null || botId == null || botNumber == null) {
            return null;
        }
        return new Launch(new StrategyId(strategyId), market, botId, botNumber);
    }
}
