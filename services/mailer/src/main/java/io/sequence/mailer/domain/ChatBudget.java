package io.sequence.mailer.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often a chat is answered: so many times in any stretch of time. For one thread. */
public final class ChatBudget {
    private static final int MOST_CHATS = 10_000;

    private final int most;
    private final Duration stretch;

    /** The chats heard of last; whoever comes back after ten thousand others begins anew. */
    private final Map<Long, Deque<Instant>> taken =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Deque<Instant>> eldest) {
                    return size() > MOST_CHATS;
                }
            };

    /** So many times in any stretch that long. */
    public ChatBudget(int most, Duration stretch) {
        this.most = most;
        this.stretch = stretch;
    }

    /** Takes one, if there is one left. */
    public boolean take(long chatId, Instant now) {
        Deque<Instant> times = taken.computeIfAbsent(chatId, any -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.getFirst().plus(stretch).isAfter(now)) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
