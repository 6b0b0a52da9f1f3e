package io.sequence.intake.outbound.alerts;

import io.sequence.events.AlertRequested;
import io.sequence.events.ChannelLost;
import io.sequence.intake.domain.alerts.Channel;
import io.sequence.intake.domain.alerts.Target;
import io.sequence.intake.outbound.live.LiveEvents;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.TimeOrderedUuid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Channels for alerts. Every change takes the account's row first and says {@code channel.changed}
 * in its transaction; open pages are told.
 */
@ApplicationScoped
public class ChannelLedger {
    static final String LIVE_EVENT = "channel.changed";

    private final ChannelRows rows;
    private final LiveEvents events;
    private final Outbox outbox;
    private final InstantSource clock;

    ChannelLedger(ChannelRows rows, LiveEvents events, Outbox outbox, InstantSource clock) {
        this.rows = rows;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What came of leading a channel somewhere.
     *
     * @param fresh whether there was none that leads there
     */
    public record Made(Channel channel, boolean fresh) {}

    /** All channels of an account, oldest first. */
    public List<Channel> of(AccountId account) {
        return rows.of(account);
    }

    /** One channel of an account. */
    public Optional<Channel> find(AccountId account, UUID id) {
        return rows.find(account, id);
    }

    /**
     * Makes a channel, or finds the one that leads there already; a lost one works again.
     *
     * @return empty when there are {@link Channel#MOST} of the kind, or no account
     */
    @Transactional
    public Optional<Made> make(AccountId account, Target target, String name, boolean urgentOnly) {
        return rows.hold(account) ? add(account, target, name, urgentOnly) : Optional.empty();
    }

    /** The same in the transaction of a caller who holds the account. */
    Optional<Made> add(AccountId account, Target target, String name, boolean urgentOnly) {
        Optional<Channel> known = rows.find(account, target);
        if (known.isPresent()) {
            Channel again = known.get().metAgain(target, clock.instant());
            write(known.get(), again);
            return Optional.of(new Made(again, false));
        }
        if (rows.count(account, target.kind()) >= Channel.MOST) {
            return Optional.empty();
        }
        Channel channel =
                Channel.fresh(
                        TimeOrderedUuid.next(), account, target, name, urgentOnly, clock.instant());
        rows.insert(channel);
        outbox.append(channel.told());
        tellPages(channel, "made");
        return Optional.of(new Made(channel, true));
    }

    /** Changes a channel; nothing is said when nothing is different. */
    @Transactional
    public Optional<Channel> change(AccountId account, UUID id, Channel.Change change) {
        return turn(account, id, channel -> channel.with(change, clock.instant()));
    }

    /** Gives a webhook another secret; empty when there is no such webhook. */
    @Transactional
    public Optional<Channel> rotate(AccountId account, UUID id) {
        return turn(
                account,
                id,
                channel ->
                        channel.target() instanceof Target.Hook
                                ? channel.rotated(clock.instant())
                                : null);
    }

    /** Writes down that a channel takes nothing any more, in the caller's transaction. */
    public void hear(ChannelLost lost) {
        if (rows.hold(lost.accountId())) {
            rows.find(lost.accountId(), lost.channelId())
                    .ifPresent(
                            channel ->
                                    write(
                                            channel,
                                            channel.lost(
                                                    new Channel.Loss(lost.reason(), lost.at()),
                                                    clock.instant())));
        }
    }

    /**
     * Removes a channel.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean remove(AccountId account, UUID id) {
        if (!rows.hold(account)) {
            return false;
        }
        Optional<Channel> known = rows.find(account, id);
        known.ifPresent(
                channel -> {
                    rows.delete(id);
                    outbox.append(channel.toldRemoved(clock.instant()));
                    tellPages(channel, "removed");
                });
        return known.isPresent();
    }

    /**
     * Asks for a test alert.
     *
     * @param channel an own one, or null for the mail
     * @return names the alert
     */
    @Transactional
    public UUID test(AccountId account, @Nullable UUID channel) {
        UUID alert = TimeOrderedUuid.next();
        outbox.append(new AlertRequested(account, alert, channel, clock.instant()));
        return alert;
    }

    private Optional<Channel> turn(
            AccountId account, UUID id, Function<Channel, @Nullable Channel> turned) {
        if (!rows.hold(account)) {
            return Optional.empty();
        }
        Channel before = rows.find(account, id).orElse(null);
        Channel after = before == null ? null : turned.apply(before);
        if (before == null || after == null) {
            return Optional.empty();
        }
        write(before, after);
        return Optional.of(after);
    }

    private void write(Channel before, Channel after) {
        if (after.equals(before)) {
            return;
        }
        rows.update(after);
        outbox.append(after.told());
        tellPages(after, after.loss() != null && before.loss() == null ? "lost" : "changed");
    }

    private void tellPages(Channel channel, String change) {
        events.append(
                channel.account(),
                LIVE_EVENT,
                Map.of(
                        "channel_id",
                        channel.id(),
                        "kind",
                        channel.target().kind().wireName(),
                        "change",
                        change));
    }
}
