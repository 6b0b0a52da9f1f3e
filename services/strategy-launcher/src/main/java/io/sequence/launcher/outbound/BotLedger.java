package io.sequence.launcher.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import io.sequence.launcher.domain.Bot;
import io.sequence.launcher.domain.Decision;
import io.sequence.messaging.Outbox;
import io.sequence.vault.VaultTable;
import io.sequence.vocabulary.CredentialVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Takes facts in: the bot's new state, what is said of it and the erasing of replaced credentials
 * are one transaction, the caller's.
 */
@ApplicationScoped
public class BotLedger {
    private static final Logger LOG = Logger.getLogger(BotLedger.class);

    private final BotRows rows;
    private final Outbox outbox;
    private final VaultTable vault;
    private final Clock clock;

    BotLedger(BotRows rows, Outbox outbox, DataSource dataSource, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.vault = new VaultTable(dataSource);
        this.clock = clock;
    }

    /** A key was proven: launches a bot, or hands its connection over to the new key. */
    public void validated(KeyValidated event) {
        About about = event.about();
        decide(
                about,
                bot -> bot.on(event, () -> rows.nextNumber(about.accountId()), clock.instant()));
    }

    /** A key's health changed: pauses or resumes. */
    public void healthChanged(KeyHealth event) {
        decide(event.about(), bot -> bot.on(event, clock.instant()));
    }

    /** Its owner pauses a connection or takes it up again. */
    public void paused(KeyPaused event) {
        decide(event.about(), bot -> bot.on(event, clock.instant()));
    }

    /** A connection was ended: ends its bot. */
    public void disconnected(KeyDisconnected event) {
        decide(event.about(), bot -> bot.on(event, clock.instant()));
    }

    /** How many bots there are, by state in lower case; in a transaction of its own. */
    public Map<String, Long> census() {
        Map<String, Long> found = QuarkusTransaction.requiringNew().call(rows::census);
        var counts = new TreeMap<String, Long>();
        for (BotRow.State state : BotRow.State.values()) {
            long count = found.getOrDefault(state.name(), 0L);
            counts.put(state.name().toLowerCase(Locale.ROOT), count);
        }
        return counts;
    }

    private void decide(About about, Function<Bot, Decision> rule) {
        BotRow row = rows.lock(about);
        Decision decision = rule.apply(row.read());
        row.write(decision.bot());
        rows.flush();
        CredentialVersion eraseBelow = decision.eraseBelow();
        if (eraseBelow != null) {
            vault.eraseOlderThan(about.connectionId(), eraseBelow);
        }
        decision.facts().forEach(this::say);
    }

    private void say(ConnectionEvent fact) {
        outbox.append(fact);
        String what =
                switch (fact) {
                    // A BOT ID holds the account's name, which belongs in no log.
                    case StrategyLaunched launched -> "bot " + launched.botNumber() + " launched";
                    case StrategyPaused _ -> "bot paused";
                    case StrategyResumed _ -> "bot resumed";
                    case KeyRefreshed _ -> "bot moved to the new key";
                    default -> fact.getClass().getSimpleName();
                };
        LOG.infof("connection %s: %s", fact.about().connectionId(), what);
    }
}
