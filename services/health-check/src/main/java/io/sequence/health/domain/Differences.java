package io.sequence.health.domain;

import io.sequence.events.KeyDrifted.Change;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyDrifted.What;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is different between what was known of a key and what its venue says now, and what follows
 * from it. A pure function of both.
 */
public final class Differences {
    private static final Duration SAME_MOMENT = Duration.ofMinutes(2);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final int SHOWN_OF_UID = 4;

    private final String venue;
    private final Market market;
    private final List<String> ours;
    private final Optional<String> lapse;
    private final @Nullable String acceptedUid;

    /**
     * What differences are judged by.
     *
     * @param venue as people write it
     * @param market what the key trades
     * @param ours the addresses that we call from
     * @param lapse what the venue does to a key without an IP list, in words; empty when nothing
     * @param acceptedUid the account that was connected; null when unknown
     */
    public Differences(
            String venue,
            Market market,
            List<String> ours,
            Optional<String> lapse,
            @Nullable String acceptedUid) {
        this.venue = venue;
        this.market = market;
        this.ours = List.copyOf(ours);
        this.lapse = lapse;
        this.acceptedUid = acceptedUid;
    }

    /** What changed, the gravest first; empty when nothing did. */
    public List<Change> between(KeyReading before, KeyReading now) {
        var changes = new ArrayList<Change>();
        for (Right right : Right.values()) {
            change(right, before.rights().of(right), now.rights().of(right))
                    .ifPresent(changes::add);
        }
        account(before.accountUid(), now.accountUid()).ifPresent(changes::add);
        addresses(before.ipAllowList(), now.ipAllowList()).ifPresent(changes::add);
        expiry(before, now).ifPresent(changes::add);
        changes.sort(Comparator.comparing(Change::gravity));
        return List.copyOf(changes);
    }

    private Optional<Change> change(Right right, Grant before, Grant now) {
        boolean dangerous = right == Right.WITHDRAW || right == Right.TRANSFER;
        // What a venue tells for the first time is no change, unless the key must not have it.
        boolean silent = before == Grant.UNKNOWN && !(dangerous && now == Grant.GRANTED);
        if (now == Grant.UNKNOWN || now == before || silent) {
            return Optional.empty();
        }
        What what =
                switch (right) {
                    case WITHDRAW -> What.WITHDRAW;
                    case TRANSFER -> What.TRANSFER;
                    case READ -> What.READ;
                    case TRADE_SPOT, TRADE_DERIVATIVES -> What.TRADE;
                };
        return Optional.of(
                new Change(
                        what, gravity(right, now), word(before), word(now), meaning(right, now)));
    }

    private Gravity gravity(Right right, Grant now) {
        boolean granted = now == Grant.GRANTED;
        return switch (right) {
            case WITHDRAW, TRANSFER -> granted ? Gravity.QUARANTINE : Gravity.NOTE;
            case READ -> granted ? Gravity.NOTE : Gravity.ACT;
            case TRADE_SPOT, TRADE_DERIVATIVES ->
                    granted || right != market.tradeRight() ? Gravity.NOTE : Gravity.ACT;
        };
    }

    private static String word(Grant grant) {
        return switch (grant) {
            case GRANTED -> "allowed";
            case DENIED -> "not allowed";
            case UNKNOWN -> "not told";
        };
    }

    private String meaning(Right right, Grant now) {
        boolean granted = now == Grant.GRANTED;
        return switch (right) {
            case WITHDRAW ->
                    granted
                            ? "The key may withdraw funds now. We do not trade with it until"
                                    + " withdrawals are off again at %s.".formatted(venue)
                            : "The key may not withdraw funds any more, as it should be.";
            case TRANSFER ->
                    granted
                            ? "The key may transfer funds now. We do not trade with it until"
                                    + " transfers are off again at %s.".formatted(venue)
                            : "The key may not transfer funds any more, as it should be.";
            case READ ->
                    granted
                            ? "The key may read the account again."
                            : "The key may not read the account any more: allow it again at %s."
                                    .formatted(venue);
            case TRADE_SPOT, TRADE_DERIVATIVES -> trading(right, granted);
        };
    }

    private String trading(Right right, boolean granted) {
        String what = right == Right.TRADE_SPOT ? "spot" : "derivatives";
        if (right != market.tradeRight()) {
            return "The key may %s trade %s, which this connection does not need."
                    .formatted(granted ? "now" : "no longer", what);
        }
        return granted
                ? "The key may trade %s again.".formatted(what)
                : "The key may not trade %s any more: allow it again at %s.".formatted(what, venue);
    }

    private Optional<Change> account(@Nullable String before, @Nullable String now) {
        if (before == null || now == null || before.equals(now)) {
            return Optional.empty();
        }
        boolean back = now.equals(acceptedUid);
        return Optional.of(
                new Change(
                        What.VENUE_ACCOUNT,
                        back ? Gravity.NOTE : Gravity.QUARANTINE,
                        shown(before),
                        shown(now),
                        back
                                ? "The key answers for the account that you connected again."
                                : "The key answers for another %s account than the one that you connected. We do not trade with it."
                                        .formatted(venue)));
    }

    private static String shown(String uid) {
        return uid.length() <= SHOWN_OF_UID
                ? uid
                : "…" + uid.substring(uid.length() - SHOWN_OF_UID);
    }

    private Optional<Change> addresses(List<String> before, List<String> now) {
        if (before.equals(now)) {
            return Optional.empty();
        }
        List<String> missing = AllowList.lacks(now, ours);
        Gravity gravity = Gravity.NOTE;
        String meaning;
        if (now.isEmpty()) {
            gravity = lapse.isPresent() ? Gravity.WARNING : Gravity.NOTE;
            meaning =
                    lapse.orElse("The key has no IP list any more: it works from any address.")
                            + (lapse.isPresent() ? " Its IP list was removed." : "");
        } else if (!missing.isEmpty()) {
            gravity = Gravity.WARNING;
            meaning =
                    "The key's IP list lacks our addresses %s: the key will stop working. Add them at %s."
                            .formatted(String.join(", ", missing), venue);
        } else {
            meaning =
                    before.isEmpty()
                            ? "The key is bound to a list of addresses now."
                            : "The key's IP list changed, and does not keep us out.";
        }
        return Optional.of(
                new Change(
                        What.IP_ALLOW_LIST,
                        gravity,
                        String.join(", ", before),
                        String.join(", ", now),
                        meaning));
    }

    private Optional<Change> expiry(KeyReading before, KeyReading now) {
        Instant old = before.expiresAt();
        Instant date = now.expiresAt();
        if (same(old, date)) {
            return Optional.empty();
        }
        if (date == null) {
            return Optional.of(dated(Gravity.NOTE, old, null, "The key does not expire any more."));
        }
        if (old == null) {
            return Optional.of(
                    dated(
                            Gravity.WARNING,
                            null,
                            date,
                            "The key expires on %s now. Plan a refresh before that."
                                    .formatted(MOMENT.format(date))));
        }
        boolean sooner = date.isBefore(old);
        return Optional.of(
                dated(
                        sooner ? Gravity.WARNING : Gravity.NOTE,
                        old,
                        date,
                        sooner
                                ? "The key expires sooner: on %s.".formatted(MOMENT.format(date))
                                : "The key lives longer: until %s."
                                        .formatted(MOMENT.format(date))));
    }

    private static boolean same(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == other;
        }
        return Duration.between(one, other).abs().compareTo(SAME_MOMENT) <= 0;
    }

    private static Change dated(
            Gravity gravity, @Nullable Instant before, @Nullable Instant now, String meaning) {
        return new Change(
                What.EXPIRY,
                gravity,
                before == null ? "" : MOMENT.format(before),
                now == null ? "" : MOMENT.format(now),
                meaning);
    }
}
