package io.sequence.mailer.outbound.doors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is remembered about a bot, for as long as a test lasts. */
final class NotedPlaces implements TelegramMemory {
    final List<ChatFact> facts = new ArrayList<>();
    private final Map<Long, Long> moved;
    private Place place = new Place(0, null);
    private UUID holder;
    private Instant heldUntil = Instant.MIN;

    NotedPlaces(Map<Long, Long> moved) {
        this.moved = moved;
    }

    @Override
    public Place hold(String bot, UUID asking, Instant now, Instant until) {
        if (holder != null && !holder.equals(asking) && !heldUntil.isBefore(now)) {
            return null;
        }
        holder = asking;
        heldUntil = until;
        return place;
    }

    @Override
    public boolean took(String bot, UUID asking, long next, List<ChatFact> said, Instant now) {
        if (!asking.equals(holder)) {
            return false;
        }
        place = new Place(next, now);
        facts.addAll(said);
        return true;
    }

    @Override
    public void release(String bot, UUID asking, Instant now) {
        if (asking.equals(holder)) {
            heldUntil = Instant.MIN;
        }
    }

    @Override
    public long current(long chatId) {
        return moved.getOrDefault(chatId, chatId);
    }

    @Override
    public void moved(long from, long to) {
        moved.put(from, to);
    }
}
