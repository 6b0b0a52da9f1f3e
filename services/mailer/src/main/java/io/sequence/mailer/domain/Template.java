package io.sequence.mailer.domain;

import io.sequence.events.Event;
import io.sequence.events.EventJson;
import io.sequence.events.KeyDelayed;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeySubmitted;
import io.sequence.events.MailRequested;
import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import java.util.Locale;
import java.util.function.Function;

/** Every kind of letter; each knows how to come back from the row in which it waited. */
public enum Template {
    RECEIVED(KeySubmitted.class, Letter.Received::new),
    DELAYED(KeyDelayed.class, Letter.Delayed::new),
    REJECTED(KeyRejected.class, Letter.Rejected::new),
    REFRESH_REJECTED(KeyRejected.class, Letter.RefreshRejected::new),
    LAUNCHED(StrategyLaunched.class, Letter.Launched::new),
    PAUSED(StrategyPaused.class, Letter.Paused::new),
    RESUMED(StrategyResumed.class, Letter.Resumed::new),
    REFRESHED(KeyRefreshed.class, Letter.Refreshed::new),
    FAILING(KeyHealth.class, Letter.Failing::new),
    RECOVERED(KeyHealth.class, Letter.Recovered::new),
    EXPIRING(KeyExpiring.class, Letter.Expiring::new),
    EXPIRED(KeyExpired.class, Letter.Expired::new),
    DISCONNECTED(KeyDisconnected.class, Letter.Disconnected::new),
    WELCOME(MailRequested.class, Letter.OfAccount::new),
    ALREADY_REGISTERED(MailRequested.class, Letter.OfAccount::new),
    SIGN_IN_CODE(MailRequested.class, Letter.OfAccount::new),
    SESSIONS_ENDED(MailRequested.class, Letter.OfAccount::new);

    private final Function<String, Letter> reader;

    <E extends Event> Template(Class<E> type, Function<E, Letter> letter) {
        this.reader = json -> letter.apply(EventJson.read(json, type));
    }

    /**
     * The letter again, from the event's JSON.
     *
     * @throws IllegalArgumentException when the text is no such event
     */
    public Letter open(String json) {
        return reader.apply(json);
    }

    /** The name in rows and metrics, e.g. {@code refresh_rejected}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The template of that name. */
    public static Template named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
