package io.sequence.health.domain;

import io.sequence.health.domain.Allowance.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Pings that are due and for which a budget has no room: they wait in their order, budget by
 * budget, and go on as fast as there is room again; so a budget that is too small stretches the
 * intervals of all alike. Not safe for use by several threads.
 */
final class HeldPings<E> {
    private final Comparator<E> order;
    private final Map<Lane, Queue<E>> queues = new HashMap<>();

    /** Nobody waits; the order says who goes first. */
    HeldPings(Comparator<E> order) {
        this.order = order;
    }

    private static final class Queue<E> {
        private final TreeSet<E> waiting;
        private Instant openAt = Instant.MIN;

        Queue(Comparator<E> order) {
            waiting = new TreeSet<>(order);
        }
    }

    /** Whether nobody waits anywhere, and nothing is closed. */
    boolean isEmpty() {
        return queues.isEmpty();
    }

    /** Whether who comes now has to wait behind others. */
    boolean holds(Lane lane) {
        return queues.containsKey(lane);
    }

    /** Has one wait; others of its budget wait until then too. */
    void add(Lane lane, E held, @Nullable Instant openAt) {
        Queue<E> queue = queues.computeIfAbsent(lane, any -> new Queue<>(order));
        queue.waiting.add(held);
        if (openAt != null && openAt.isAfter(queue.openAt)) {
            queue.openAt = openAt;
        }
    }

    /** Lets go of one that waits no longer. */
    void remove(Lane lane, E held) {
        Queue<E> queue = queues.get(lane);
        if (queue != null) {
            queue.waiting.remove(held);
        }
    }

    /** Those for whom there is room now, so many at most. */
    List<E> release(Instant now, int most, ToLongFunction<Lane> room) {
        var released = new ArrayList<E>();
        var each = queues.entrySet().iterator();
        while (each.hasNext() && released.size() < most) {
            Map.Entry<Lane, Queue<E>> entry = each.next();
            Queue<E> queue = entry.getValue();
            if (queue.openAt.isAfter(now)) {
                continue;
            }
            if (queue.waiting.isEmpty()) {
                each.remove();
                continue;
            }
            long free = room.applyAsLong(entry.getKey());
            if (free <= 0) {
                queue.openAt = now.plusMillis(Math.max(1, -free));
            }
            while (free-- > 0 && !queue.waiting.isEmpty() && released.size() < most) {
                released.add(queue.waiting.pollFirst());
            }
        }
        return released;
    }

    /** When the next of them may go on; empty when nobody waits. */
    Optional<Instant> nextAt() {
        return queues.values().stream().map(queue -> queue.openAt).min(Comparator.naturalOrder());
    }

    /** Who waits, budget by budget. */
    void each(BiConsumer<Lane, Collection<E>> look) {
        queues.forEach((lane, queue) -> look.accept(lane, queue.waiting));
    }

    /** The first that wait at each budget, so many at most of each. */
    List<E> first(int most) {
        var soon = new ArrayList<E>();
        for (Queue<E> queue : queues.values()) {
            queue.waiting.stream().limit(most).forEach(soon::add);
        }
        return soon;
    }
}
