package io.sequence.intake.domain.alerts;

import io.sequence.events.ChannelChanged;
import io.sequence.vocabulary.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a user with alerts, beside the mail.
 *
 * @param id names it, never given twice
 * @param account whose
 * @param target where it leads
 * @param name for people
 * @param enabled whether alerts are sent there
 * @param urgentOnly whether it takes urgent alerts alone
 * @param generation of what a webhook's calls are signed with; counts from 1
 * @param previousUntil until when they carry a signature of the version before, too; null when
 *     there is none
 * @param loss why it takes nothing any more; null while it is thought to work
 * @param createdAt when it was made
 * @param revivedAt since when it is thought to work
 * @param changedAt when it became as it is
 */
public record Channel(
        UUID id,
        AccountId account,
        Target target,
        String name,
        boolean enabled,
        boolean urgentOnly,
        int generation,
        @Nullable Instant previousUntil,
        @Nullable Loss loss,
        Instant createdAt,
        Instant revivedAt,
        Instant changedAt) {
    /** How many of one kind an account may have. */
    public static final int MOST = 10;

    /** How long both secrets of a webhook work after a change. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /**
     * That a channel was lost.
     *
     * @param reason one sentence
     * @param at when
     */
    public record Loss(String reason, Instant at) {}

    /**
     * What is to be different; null leaves as it is.
     *
     * @param enabled true also for trying a lost channel again
     */
    public record Change(
            @Nullable String name, @Nullable Boolean enabled, @Nullable Boolean urgentOnly) {}

    /** A channel that is new. */
    public static Channel fresh(
            UUID id,
            AccountId account,
            Target target,
            String name,
            boolean urgentOnly,
            Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return new Channel(id, account, target, name, true, urgentOnly, 1, null, null, at, at, at);
    }

    /** As it is after a change; the same when nothing is different. */
    public Channel with(Change change, Instant now) {
        boolean on = change.enabled() == null ? enabled : change.enabled();
        String called = change.name() == null ? name : change.name();
        boolean urgent = change.urgentOnly() == null ? urgentOnly : change.urgentOnly();
        boolean again = on && loss != null;
        if (on == enabled && called.equals(name) && urgent == urgentOnly) {
            return this;
        }
        return copy(target, called, on, urgent, again ? null : loss, again, now);
    }

    /**
     * As it is after its owner led it there once more: a lost one works again, and a browser's
     * newer keys count. Who links a chat or a browser again wants it on; a URL that is only named
     * again stays off.
     *
     * @param address leads to the same
     */
    public Channel metAgain(Target address, Instant now) {
        boolean on = enabled || loss != null || !(target instanceof Target.Hook);
        if (loss == null && on == enabled && address.equals(target)) {
            return this;
        }
        return copy(address, name, on, urgentOnly, null, loss != null, now);
    }

    /** As it is after its loss; the same when it has been made to work since. */
    public Channel lost(Loss told, Instant now) {
        return loss != null || told.at().isBefore(revivedAt)
                ? this
                : copy(target, name, false, urgentOnly, told, false, now);
    }

    /** As it is with another secret; the one before works for {@link #OVERLAP}. */
    public Channel rotated(Instant now) {
        Instant at = after(now);
        return new Channel(
                id,
                account,
                target,
                name,
                enabled,
                urgentOnly,
                generation + 1,
                at.plus(OVERLAP),
                loss,
                createdAt,
                revivedAt,
                at);
    }

    /** What is said of it from now on. */
    public ChannelChanged told() {
        return event(false, changedAt);
    }

    /** What is said of it once it is gone. */
    public ChannelChanged toldRemoved(Instant now) {
        return event(true, after(now));
    }

    /** Where it leads is nobody's business. */
    @Override
    public String toString() {
        return "Channel[" + id + ", " + target.kind() + "]";
    }

    private ChannelChanged event(boolean removed, Instant at) {
        return new ChannelChanged(
                account,
                id,
                target.kind(),
                removed,
                enabled && !removed,
                urgentOnly,
                !removed && target instanceof Target.Chat(long chatId)
                        ? new ChannelChanged.TelegramChat(chatId)
                        : null,
                !removed
                                && target
                                        instanceof
                                        Target.Browser(String endpoint, String p256dh, String auth)
                        ? new ChannelChanged.PushSubscription(endpoint, p256dh, auth)
                        : null,
                !removed && target instanceof Target.Hook(String url)
                        ? new ChannelChanged.WebhookTarget(url, generation, previousUntil)
                        : null,
                at);
    }

    private Channel copy(
            Target to,
            String called,
            boolean on,
            boolean urgent,
            @Nullable Loss lost,
            boolean revived,
            Instant now) {
        Instant at = after(now);
        return new Channel(
                id,
                account,
                to,
                called,
                on,
                urgent,
                generation,
                previousUntil,
                lost,
                createdAt,
                revived ? at : revivedAt,
                at);
    }

    /** Readers go by the time of a change: it is later than the one before, whatever the clock. */
    private Instant after(Instant now) {
        Instant exact = now.truncatedTo(ChronoUnit.MICROS);
        Instant least = changedAt.plus(1, ChronoUnit.MICROS);
        return exact.isBefore(least) ? least : exact;
    }
}
