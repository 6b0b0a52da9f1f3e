package io.sequence.simulator.domain;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every simulated account of every venue, found by its id or by one of its keys. Safe for threads.
 */
public final class Accounts {

    /** There are as many accounts as the simulator keeps. */
    public static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        Full(int limit) {
            super("the simulator keeps at most " + limit + " accounts", null, false, false);
        }
    }

    /** Hears of accounts that changed, so that they can be written down. */
    public interface Journal {
        /** The account changed; write it soon. */
        void changed(VenueAccount account);

        /** The account changed; it is written when this returns. */
        void written(VenueAccount account);
    }

    /** Forgets everything; for tests and for a simulator without a state file. */
    public static final Journal NO_JOURNAL =
            new Journal() {
                @Override
                public void changed(VenueAccount account) {}

                @Override
                public void written(VenueAccount account) {}
            };

    private final ConcurrentHashMap<String, VenueAccount> byId = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, VenueAccount> byKey = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, VenueAccount> byUid = new ConcurrentHashMap<>();
    private final int limit;
    private final Journal journal;

    public Accounts(int limit, Journal journal) {
        this.limit = limit;
        this.journal = journal;
    }

    /**
     * Takes in a new account with its keys.
     *
     * @throws Full when there are too many already
     */
    public void add(VenueAccount account) {
        if (byId.size() >= limit) {
            throw new Full(limit);
        }
        restore(account);
        journal.written(account);
    }

    /** Takes in an account that was written down earlier. */
    public void restore(VenueAccount account) {
        byId.put(account.id(), account);
        byUid.put(account.venue() + ' ' + account.uid(), account);
        index(account);
    }

    /**
     * Finds the account by keys it got since; call after every change that an admin made, outside
     * the account's lock.
     */
    public void amended(VenueAccount account) {
        index(account);
        journal.written(account);
    }

    /** A venue's request changed the account. */
    public void changed(VenueAccount account) {
        journal.changed(account);
    }

    public @Nullable VenueAccount byId(String venue, String id) {
        VenueAccount account = byId.get(id);
        return account != null && account.venue().equals(venue) ? account : null;
    }

    /** The account that a venue's key belongs to, null when nobody has that key. */
    public @Nullable VenueAccount byKey(String venue, String apiKey) {
        return byKey.get(venue + ' ' + apiKey);
    }

    /** The account of that number, null when there is none. */
    public @Nullable VenueAccount byUid(String venue, String uid) {
        return byUid.get(venue + ' ' + uid);
    }

    /** A venue's accounts, oldest first. */
    public List<VenueAccount> of(String venue) {
        return byId.values().stream()
                .filter(a -> a.venue().equals(venue))
                .sorted(
                        java.util.Comparator.comparing(VenueAccount::createdAt)
                                .thenComparing(VenueAccount::id))
                .toList();
    }

    public Collection<VenueAccount> all() {
        return List.copyOf(byId.values());
    }

    private void index(VenueAccount account) {
        synchronized (account) {
            account.keys().forEach(key -> byKey.put(account.venue() + ' ' + key.apiKey(), account));
        }
    }
}
