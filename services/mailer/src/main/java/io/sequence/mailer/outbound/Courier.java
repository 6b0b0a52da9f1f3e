package io.sequence.mailer.outbound;

import io.quarkus.arc.All;
import io.sequence.events.AlertKind;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelKind;
import io.sequence.mailer.domain.AlertBackoff;
import io.sequence.mailer.domain.Tiding.Part;
import io.sequence.mailer.outbound.doors.AlertDoor;
import io.sequence.mailer.outbound.doors.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries alerts from the queue to the channels' doors. It errs towards telling twice: a process
 * that dies after a channel took an alert and before {@link AlertQueue#sent} leaves it to be told
 * again under the same id.
 */
@ApplicationScoped
public class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final Duration MARK_PAUSE = Duration.ofMillis(500);
    private static final String OFF = "the channel is switched off";
    private static final String UNKNOWN = "there is no such channel";
    private static final String OVERTAKEN = "it was over before it could be told";
    private static final String NOT_TOLD = "what it ends was not told here, or began again";
    private static final String NO_DOOR = "such channels are not served here";
    private static final String DEFECT = "we could not send it";
    private static final String SILENT = "it has not taken anything for days";

    private final AlertQueue queue;
    private final ChannelBook channels;
    private final ThreadBook threads;
    private final AlertMeters meters;
    private final AlertSettings settings;
    private final Clock clock;
    private final String consoleUrl;
    private final Map<ChannelKind, AlertDoor> doors = new EnumMap<>(ChannelKind.class);
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();

    Courier(
            AlertQueue queue,
            ChannelBook channels,
            ThreadBook threads,
            AlertMeters meters,
            AlertSettings settings,
            Clock clock,
            @ConfigProperty(name = "sequence.console-url") String consoleUrl,
            @All List<AlertDoor> doors) {
        this.queue = queue;
        this.channels = channels;
        this.threads = threads;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
        this.consoleUrl = consoleUrl.replaceFirst("/+$", "");
        doors.forEach(door -> this.doors.putIfAbsent(door.kind(), door));
    }

    /** Rounds of one alert on one channel each, at most that many, to be walked at once. */
    public List<Runnable> rounds(ChannelKind kind, int most) {
        return queue.claim(kind, most, now(), settings.lease()).stream()
                // Its lease may end while the database is away and the alert is out already.
                .filter(waiting -> inHand.add(waiting.id()))
                .<Runnable>map(waiting -> () -> walk(waiting))
                .toList();
    }

    private void walk(WaitingAlert waiting) {
        try {
            queue.find(waiting.alertId()).ifPresent(alert -> look(waiting, alert));
        } catch (RuntimeException e) {
            // The database is away: the lease ends by itself and the alert is taken up again.
            LOG.warnf("%s stays for now: %s", waiting, e.getClass().getSimpleName());
        } finally {
            inHand.remove(waiting.id());
        }
    }

    private void look(WaitingAlert waiting, MadeAlert alert) {
        Instant now = now();
        Optional<ChannelBook.Known> found =
                channels.find(waiting.channelId())
                        .filter(known -> known.accountId().equals(alert.accountId()));
        if (found.isEmpty()) {
            awaitChannel(waiting, alert, now);
            return;
        }
        ChannelBook.Known channel = found.get();
        ChannelChanged target = channel.event();
        boolean test = alert.kind() == AlertKind.TEST;
        if (target == null || (!test && !channel.live())) {
            expire(waiting, alert, channel.kind(), OFF, now);
            return;
        }
        String needless = needless(waiting, alert, channel.kind());
        if (needless != null) {
            expire(waiting, alert, channel.kind(), needless, now);
            return;
        }
        AlertDoor door = doors.get(channel.kind());
        if (door == null) {
            later(waiting, alert, channel.kind(), NO_DOOR, null);
        } else {
            handOver(waiting, alert, door, target);
        }
    }

    /** Topics have no order across each other: the channel may be told of in a moment. */
    private void awaitChannel(WaitingAlert waiting, MadeAlert alert, Instant now) {
        if (now.isAfter(waiting.queuedAt().plus(settings.channelWait()))) {
            expire(waiting, alert, null, UNKNOWN, now);
        } else {
            queue.postpone(waiting, alert, null, UNKNOWN, now.plusSeconds(1), now);
        }
    }

    /** Why there is no point in telling it any more; null when there is. Programs hear it all. */
    private @Nullable String needless(WaitingAlert waiting, MadeAlert alert, ChannelKind kind) {
        if (kind == ChannelKind.WEBHOOK || alert.kind() == AlertKind.TEST) {
            return null;
        }
        if (alert.part() == Part.CLOSES) {
            return threads.isNews(alert.id(), waiting.channelId()) ? null : NOT_TOLD;
        }
        return threads.allOver(alert.id()) ? OVERTAKEN : null;
    }

    private void handOver(
            WaitingAlert waiting, MadeAlert alert, AlertDoor door, ChannelChanged target) {
        Outcome outcome;
        try {
            outcome = door.deliver(target, alert.message(consoleUrl));
        } catch (RuntimeException e) {
            // The exception may quote the alert or its target.
            LOG.errorf("%s cannot be sent: %s", alert, e.getClass().getSimpleName());
            outcome = new Outcome.Later(DEFECT, null);
        }
        switch (outcome) {
            case Outcome.Taken _ -> {
                markSent(waiting, alert, door.kind());
                meters.count(door.kind(), alert.kind(), "sent");
            }
            case Outcome.Later(String why, Duration wished) ->
                    later(waiting, alert, door.kind(), why, wished);
            case Outcome.Refused(String why) -> {
                queue.failed(waiting, alert, door.kind(), why, now());
                meters.count(door.kind(), alert.kind(), "failed");
            }
            case Outcome.Gone(String why) -> lose(waiting, alert, door.kind(), why);
        }
    }

    private void later(
            WaitingAlert waiting,
            MadeAlert alert,
            ChannelKind kind,
            String why,
            @Nullable Duration wished) {
        Instant now = now();
        int attempts = waiting.attempts() + 1;
        boolean test = alert.kind() == AlertKind.TEST;
        boolean webhook = kind == ChannelKind.WEBHOOK;
        Duration patience = webhook ? settings.giveUpWebhookAfter() : settings.giveUpAfter();
        boolean over = now.isAfter(waiting.heldUntil().plus(patience));
        if (test ? attempts > AlertBackoff.TEST_RETRIES : over) {
            boolean dead =
                    webhook
                            && !test
                            && !queue.tookAnythingSince(waiting.channelId(), waiting.queuedAt());
            if (dead) {
                lose(waiting, alert, kind, SILENT);
            } else {
                queue.failed(waiting, alert, kind, why, now);
                meters.count(kind, alert.kind(), "failed");
            }
            return;
        }
        double chance = ThreadLocalRandom.current().nextDouble();
        Duration pause = AlertBackoff.after(alert.kind(), attempts, wished, chance);
        queue.postpone(waiting, alert, kind, why, now.plus(pause), now);
    }

    private void lose(WaitingAlert waiting, MadeAlert alert, ChannelKind kind, String why) {
        queue.lost(waiting, alert, kind, why, now());
        meters.count(kind, alert.kind(), "failed");
        LOG.infof("channel %s takes nothing any more", waiting.channelId());
    }

    private void expire(
            WaitingAlert waiting,
            MadeAlert alert,
            @Nullable ChannelKind kind,
            String why,
            Instant now) {
        queue.expired(waiting, alert, kind, why, now);
        meters.count(kind, alert.kind(), "expired");
    }

    /** Insists, because the alert is out: until the database has it, only this process knows. */
    private void markSent(WaitingAlert waiting, MadeAlert alert, ChannelKind kind) {
        while (true) {
            try {
                queue.sent(waiting, alert, kind, now());
                return;
            } catch (RuntimeException e) {
                LOG.warnf("%s is out but not marked yet: %s", alert, e.getMessage());
                try {
                    Thread.sleep(MARK_PAUSE);
                } catch (InterruptedException interrupt) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
