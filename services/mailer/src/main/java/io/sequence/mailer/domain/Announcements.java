package io.sequence.mailer.domain;

import io.sequence.events.AlertKind;
import io.sequence.events.AlertWishes;
import io.sequence.mailer.domain.Tiding.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Makes alerts of what an account is to be told at one moment: one of each kind, listing all
 * connections that it is about, on every channel that wants it.
 */
public final class Announcements {
    private final List<AlertChannel> channels;
    private final AlertWishes wishes;
    private final Set<UUID> ended;
    private final Map<UUID, Map<UUID, Heard>> heard;

    /** What a channel heard of a thread. */
    public enum Heard {
        /** It was told. */
        TOLD,
        /** It waits to be told. */
        WAITING
    }

    /**
     * What is known beside the tidings.
     *
     * @param channels where alerts may go
     * @param wishes how the account wants them
     * @param ended those threads of the tidings that are over
     * @param heard what each channel heard of their threads, by channel and thread
     */
    public Announcements(
            List<AlertChannel> channels,
            AlertWishes wishes,
            Set<UUID> ended,
            Map<UUID, Map<UUID, Heard>> heard) {
        this.channels = channels;
        this.wishes = wishes;
        this.ended = ended;
        this.heard = new HashMap<>();
        heard.forEach((channel, threads) -> this.heard.put(channel, new HashMap<>(threads)));
    }

    private record Group(AlertKind kind, Part part) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int byPart = part.compareTo(other.part);
            return byPart == 0 ? kind.compareTo(other.kind) : byPart;
        }
    }

    /** The alerts of these tidings, beginnings before ends. */
    public List<Announcement> of(List<Tiding> tidings, Instant now) {
        var groups = new TreeMap<Group, List<Tiding>>();
        for (Tiding tiding : tidings) {
            groups.computeIfAbsent(new Group(tiding.kind(), tiding.part()), _ -> new ArrayList<>())
                    .add(tiding);
        }
        var alerts = new ArrayList<Announcement>();
        groups.forEach((group, members) -> alerts.addAll(announce(group, members, now)));
        return List.copyOf(alerts);
    }

    private List<Announcement> announce(Group group, List<Tiding> members, Instant now) {
        // Channels that are to hear the same hear it in the same alert.
        var bySubjects = new LinkedHashMap<List<Tiding>, Map<UUID, Instant>>();
        for (AlertChannel channel : channels) {
            List<Tiding> told = newest(members.stream().filter(t -> wants(channel, t)).toList());
            if (told.isEmpty()) {
                continue;
            }
            bySubjects
                    .computeIfAbsent(told, _ -> new LinkedHashMap<>())
                    .put(channel.id(), from(channel, group.kind(), now));
            if (group.part() == Part.OPENS) {
                told.forEach(t -> heardBy(channel.id()).put(t.thread(), Heard.WAITING));
            }
        }
        return bySubjects.entrySet().stream()
                .map(e -> new Announcement(group.kind(), group.part(), e.getKey(), e.getValue()))
                .toList();
    }

    private boolean wants(AlertChannel channel, Tiding tiding) {
        Heard of = heardBy(channel.id()).get(tiding.thread());
        boolean over = ended.contains(tiding.thread());
        boolean takes = !channel.urgentOnly() || tiding.kind().urgent();
        return switch (tiding.part()) {
            // A program hears of what is over already, too: it counts.
            case OPENS -> takes && (channel.forPrograms() || !over);
            // What still waits to be told for the first time need not be told again.
            case LASTS -> takes && (channel.forPrograms() || (!over && of != Heard.WAITING));
            // Whoever was alarmed is calmed, whatever else the channel takes.
            case CLOSES -> of != null;
        };
    }

    /** When it may be told: a person is not woken for what is not urgent. */
    private Instant from(AlertChannel channel, AlertKind kind, Instant now) {
        if (channel.forPrograms() || kind.urgent()) {
            return now;
        }
        Instant end = QuietSpell.endAt(wishes.quiet(), now);
        return end == null ? now : end;
    }

    private Map<UUID, Heard> heardBy(UUID channel) {
        return heard.computeIfAbsent(channel, _ -> new HashMap<>());
    }

    /** One tiding a connection, the newest: who went up and down all the time is listed once. */
    private static List<Tiding> newest(List<Tiding> tidings) {
        var kept = new ArrayList<Tiding>();
        var seen = new HashSet<Object>();
        for (Tiding tiding : tidings.reversed()) {
            Object about = tiding.connectionId() == null ? tiding.thread() : tiding.connectionId();
            if (seen.add(about)) {
                kept.addFirst(tiding);
            }
        }
        return List.copyOf(kept);
    }
}
