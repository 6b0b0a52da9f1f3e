package io.sequence.health.domain;

import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keys that are asked alike, and whether they fail together: the keys of one venue with one kind of
 * failure. Several accounts whose keys begin to fail within moments have not all lost their keys;
 * that is trouble of the venue or of ours. Not safe for use by several threads.
 */
final class Crowd {
    private final CrowdRule rule;
    private final ArrayDeque<Begun> begun = new ArrayDeque<>();
    private final Set<ConnectionId> counted = new HashSet<>();
    private final ArrayDeque<Second> answered = new ArrayDeque<>();
    private final Map<ConnectionId, AccountId> failing = new HashMap<>();
    private Optional<Instant> since = Optional.empty();
    private boolean refusesAddress;

    Crowd(CrowdRule rule) {
        this.rule = rule;
    }

    /** A key failed that had worked until now. */
    private record Begun(
            Instant at, ConnectionId connection, AccountId account, boolean ofAddress) {}

    /** How many keys worked within a second. */
    private record Second(long epochSecond, int worked) {}

    /** A ping worked. */
    void worked(ConnectionId connection, Instant now) {
        forget(connection);
        long second = now.getEpochSecond();
        Second last = answered.peekLast();
        if (last != null && last.epochSecond() == second) {
            answered.removeLast();
            answered.addLast(new Second(second, last.worked() + 1));
        } else {
            answered.addLast(new Second(second, 1));
        }
    }

    /**
     * A ping failed.
     *
     * @param fresh whether the failure says something of the moment; that of a key that has been
     *     failing for long does not
     * @param ofAddress whether it is our address that was refused
     */
    void failed(
            ConnectionId connection,
            AccountId account,
            boolean fresh,
            boolean ofAddress,
            Instant now) {
        failing.put(connection, account);
        if (fresh && counted.add(connection)) {
            begun.addLast(new Begun(now, connection, account, ofAddress));
        }
    }

    /** A key that is not watched any more. */
    void forget(ConnectionId connection) {
        if (failing.remove(connection) != null && counted.remove(connection)) {
            begun.removeIf(first -> first.connection().equals(connection));
        }
    }

    /** What began lately had a reason of its own, unless it is taken for a crowd already. */
    void excuse() {
        if (since.isEmpty()) {
            begun.clear();
            counted.clear();
        }
    }

    /** Since when the crowd fails together; empty while it does not. */
    Optional<Instant> since(Instant now) {
        drop(now);
        if (since.isEmpty()) {
            if (begins()) {
                since = Optional.of(begun.getFirst().at());
                refusesAddress = begun.stream().allMatch(Begun::ofAddress);
            }
        } else if (ends(since.get(), now)) {
            since = Optional.empty();
            begun.clear();
            counted.clear();
        }
        return since;
    }

    /** Whether it failed together when it was looked at last. */
    boolean isTogether() {
        return since.isPresent();
    }

    /** Whether all that began it was that our address is refused. */
    boolean refusesAddress() {
        return refusesAddress;
    }

    /** How many keys fail now. */
    int failing() {
        return failing.size();
    }

    private boolean begins() {
        if (begun.isEmpty()) {
            return false;
        }
        Set<AccountId> accounts = new HashSet<>();
        begun.forEach(first -> accounts.add(first.account()));
        int worked = workedLately();
        if (accounts.size() >= rule.accounts()) {
            return begun.size() >= rule.share() * (worked + begun.size());
        }
        // Where hardly anybody is, all must fail.
        return accounts.size() >= 2 && worked == 0;
    }

    private boolean ends(Instant began, Instant now) {
        if (now.isAfter(began.plus(rule.longest()))) {
            return true;
        }
        // Every key had its turn since, so those that still fail fail on their own.
        boolean longEnough = !now.isBefore(began.plus(rule.shortest()));
        int few = Math.max(1, (int) (rule.share() / 2 * (workedLately() + failing.size())));
        return longEnough && failing.size() <= few;
    }

    private int workedLately() {
        return answered.stream().mapToInt(Second::worked).sum();
    }

    private void drop(Instant now) {
        Instant horizon = now.minus(rule.window());
        while (!begun.isEmpty() && begun.getFirst().at().isBefore(horizon)) {
            counted.remove(begun.removeFirst().connection());
        }
        long first = horizon.getEpochSecond();
        while (!answered.isEmpty() && answered.getFirst().epochSecond() < first) {
            answered.removeFirst();
        }
    }
}
