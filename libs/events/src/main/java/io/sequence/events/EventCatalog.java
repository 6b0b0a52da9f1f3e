package io.sequence.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every topic of the house. What is not listed here is not said. */
public final class EventCatalog {
    private static final int PARTITIONS = 6;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String INTAKE = "credential-intake";
    private static final String VALIDATION = "key-validation";
    private static final String HEALTH = "health-check";
    private static final String EXPIRY = "expiry-reminder";
    private static final String LAUNCHER = "strategy-launcher";
    private static final String MAILER = "mailer";

    private static final List<Topic<?>> TOPICS =
            List.of(
                    topic(
                            "key.submitted",
                            KeySubmitted.class,
                            INTAKE,
                            List.of(VALIDATION, MAILER),
                            WEEK,
                            "A credential was taken in."),
                    topic(
                            "key.disconnected",
                            KeyDisconnected.class,
                            INTAKE,
                            List.of(VALIDATION, HEALTH, EXPIRY, LAUNCHER, MAILER),
                            WEEK,
                            "A connection was ended by its owner."),
                    topic(
                            "key.paused",
                            KeyPaused.class,
                            INTAKE,
                            List.of(HEALTH, LAUNCHER, MAILER),
                            WEEK,
                            "Its owner paused a connection, or takes it up again."),
                    topic(
                            "check.requested",
                            CheckRequested.class,
                            INTAKE,
                            List.of(HEALTH),
                            HOUR,
                            "A user wants a connection pinged now."),
                    topic(
                            "mail.requested",
                            MailRequested.class,
                            INTAKE,
                            List.of(MAILER),
                            CODE_LIFETIME,
                            "A mail with a one-time code."),
                    topic(
                            "notice.requested",
                            NoticeRequested.class,
                            INTAKE,
                            List.of(MAILER),
                            WEEK,
                            "A mail about an account that carries no code and must not be lost."),
                    topic(
                            "account.changed",
                            AccountChanged.class,
                            INTAKE,
                            List.of(MAILER),
                            WEEK,
                            "How to write to an account from now on."),
                    topic(
                            "channel.changed",
                            ChannelChanged.class,
                            INTAKE,
                            List.of(MAILER),
                            WEEK,
                            "A channel for alerts was made, changed or removed."),
                    topic(
                            "alert.requested",
                            AlertRequested.class,
                            INTAKE,
                            List.of(MAILER),
                            HOUR,
                            "A user wants a test alert on a channel."),
                    topic(
                            "key.delayed",
                            KeyDelayed.class,
                            VALIDATION,
                            List.of(INTAKE, MAILER),
                            WEEK,
                            "The venue cannot be asked yet; trying goes on."),
                    topic(
                            "key.validated",
                            KeyValidated.class,
                            VALIDATION,
                            List.of(INTAKE, HEALTH, EXPIRY, LAUNCHER, MAILER),
                            WEEK,
                            "A key was proven and accepted."),
                    topic(
                            "key.rejected",
                            KeyRejected.class,
                            VALIDATION,
                            List.of(INTAKE, MAILER),
                            WEEK,
                            "A key was refused and erased."),
                    topic(
                            "key.health",
                            KeyHealth.class,
                            HEALTH,
                            List.of(INTAKE, LAUNCHER, MAILER),
                            WEEK,
                            "A connection went from one state to another."),
                    topic(
                            "key.drifted",
                            KeyDrifted.class,
                            HEALTH,
                            List.of(INTAKE, EXPIRY, MAILER),
                            WEEK,
                            "What a key may do, or how long, changed at the venue."),
                    topic(
                            "venue.incident",
                            VenueIncident.class,
                            HEALTH,
                            List.of(INTAKE),
                            WEEK,
                            "A venue as a whole got into trouble, or that is over."),
                    topic(
                            "own.trouble",
                            OwnTrouble.class,
                            HEALTH,
                            List.of(INTAKE),
                            WEEK,
                            "Something of ours keeps keys from being proven, or that is over."),
                    topic(
                            "venue.budget",
                            VenueBudget.class,
                            HEALTH,
                            List.of(INTAKE),
                            HOUR,
                            "What a venue lets one of our addresses ask, and how that stands."),
                    topic(
                            "key.proven",
                            KeyProven.class,
                            HEALTH,
                            List.of(INTAKE),
                            HOUR,
                            "What the pings of the last moments proved."),
                    topic(
                            "key.expiring",
                            KeyExpiring.class,
                            EXPIRY,
                            List.of(INTAKE, MAILER),
                            WEEK,
                            "A step of the reminder ladder was reached."),
                    topic(
                            "key.expired",
                            KeyExpired.class,
                            EXPIRY,
                            List.of(INTAKE, MAILER),
                            WEEK,
                            "A key's last moment has passed."),
                    topic(
                            "key.refreshed",
                            KeyRefreshed.class,
                            LAUNCHER,
                            List.of(INTAKE, MAILER),
                            WEEK,
                            "A new key took over and the old one is erased."),
                    topic(
                            "strategy.launched",
                            StrategyLaunched.class,
                            LAUNCHER,
                            List.of(INTAKE, MAILER),
                            WEEK,
                            "A bot was made and runs."),
                    topic(
                            "strategy.paused",
                            StrategyPaused.class,
                            LAUNCHER,
                            List.of(INTAKE, MAILER),
                            WEEK,
                            "A bot stopped trading."),
                    topic(
                            "strategy.resumed",
                            StrategyResumed.class,
                            LAUNCHER,
                            List.of(INTAKE, MAILER),
                            WEEK,
                            "A paused bot trades again."),
                    topic(
                            "mail.reported",
                            MailReported.class,
                            MAILER,
                            List.of(INTAKE),
                            WEEK,
                            "How a mail stands: waiting, sent, failed, expired."),
                    topic(
                            "channel.linked",
                            ChannelLinked.class,
                            MAILER,
                            List.of(INTAKE),
                            WEEK,
                            "A chat sent the bot a one-time code."),
                    topic(
                            "channel.lost",
                            ChannelLost.class,
                            MAILER,
                            List.of(INTAKE),
                            WEEK,
                            "A channel for alerts takes nothing any more."),
                    topic(
                            "alert.reported",
                            AlertReported.class,
                            MAILER,
                            List.of(INTAKE),
                            WEEK,
                            "How an alert stands on a channel."));

    private static final Map<Class<?>, Topic<?>> BY_PAYLOAD =
            TOPICS.stream()
                    .collect(Collectors.toUnmodifiableMap(Topic::payload, Function.identity()));

    private EventCatalog() {}

    /** All topics, by writer. */
    public static List<Topic<?>> topics() {
        return TOPICS;
    }

    /** The topic that an event belongs on. */
    public static Topic<?> topicOf(Event event) {
        Topic<?> topic = BY_PAYLOAD.get(event.getClass());
        if (topic == null) {
            throw new IllegalArgumentException(
                    event.getClass().getSimpleName() + " is not in the catalogue");
        }
        return topic;
    }

    private static <T extends Event> Topic<T> topic(
            String name,
            Class<T> payload,
            String writer,
            List<String> readers,
            Duration retention,
            String meaning) {
        return new Topic<>(name, payload, writer, readers, PARTITIONS, retention, meaning);
    }
}
