package io.sequence.simulator.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One simulated venue account: its keys, wallets, orders, fills and positions, and how often each
 * endpoint was called. Everything but the identity is guarded by the account's own monitor; callers
 * synchronise on the account.
 */
public final class VenueAccount {

    /** Finished orders, and fills, kept per account; older ones are forgotten. */
    static final int KEPT = 500;

    private final String id;
    private final String venue;
    private volatile String uid;
    private final String host;
    private final Instant createdAt;
    private @Nullable String parentUid;
    private String mode = "";
    private final Map<WalletKind, Wallet> wallets = new EnumMap<>(WalletKind.class);
    private final Map<String, ApiKey> keys = new LinkedHashMap<>();
    private final Map<String, NonceBook> nonces = new LinkedHashMap<>();
    private final Map<String, Instant> lastUsed = new LinkedHashMap<>();
    private final Map<String, Order> open = new LinkedHashMap<>();
    private final LinkedHashMap<String, Order> finished = new LinkedHashMap<>();
    private final ArrayList<Fill> fills = new ArrayList<>();
    private final Map<String, Position> positions = new TreeMap<>();
    private final Map<String, Integer> leverage = new TreeMap<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, Long> calls = new TreeMap<>();

    public VenueAccount(
            String id,
            String venue,
            String uid,
            @Nullable String parentUid,
            String host,
            Instant createdAt) {
        this.id = id;
        this.venue = venue;
        this.uid = uid;
        this.parentUid = parentUid;
        this.host = host;
        this.createdAt = createdAt;
        for (WalletKind kind : WalletKind.values()) {
            wallets.put(kind, new Wallet());
        }
    }

    public String id() {
        return id;
    }

    public String venue() {
        return venue;
    }

    /** The venue's own number for the account. */
    public String uid() {
        return uid;
    }

    /** Gives the account another number, as if its keys had become another account's. */
    public void uid(String other) {
        this.uid = other;
    }

    /** The number of the account above it, null for a main account. */
    public @Nullable String parentUid() {
        return parentUid;
    }

    /** Makes it a sub-account of {@code parent}, or a main account. */
    public void under(@Nullable String parent) {
        this.parentUid = parent;
    }

    /** Which of the venue's kinds of account it is; empty where there is only one. */
    public String mode() {
        return mode;
    }

    /** Turns it into another of the venue's kinds of account. */
    public void mode(String other) {
        this.mode = other;
    }

    /** The host label that the account lives on. */
    public String host() {
        return host;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The wallet of that kind; every account has all of them, empty where unused. */
    public Wallet wallet(WalletKind kind) {
        return java.util.Objects.requireNonNull(wallets.get(kind));
    }

    public Collection<ApiKey> keys() {
        return List.copyOf(keys.values());
    }

    public @Nullable ApiKey key(String apiKey) {
        return keys.get(apiKey);
    }

    /** Adds a key or replaces the one of the same name. */
    public void put(ApiKey key) {
        keys.put(key.apiKey(), key);
    }

    /** The nonces that were used with a key. */
    public NonceBook nonces(String apiKey) {
        return nonces.computeIfAbsent(apiKey, k -> new NonceBook());
    }

    public @Nullable Instant lastUsed(String apiKey) {
        return lastUsed.get(apiKey);
    }

    /** Notes an authenticated call; {@code endpoint} is the method and path template. */
    public void count(String apiKey, String endpoint, Instant now) {
        lastUsed.put(apiKey, now);
        calls.merge(endpoint, 1L, Long::sum);
    }

    public Map<String, Long> calls() {
        return new TreeMap<>(calls);
    }

    /** Open orders, oldest first. */
    public List<Order> openOrders() {
        return List.copyOf(open.values());
    }

    /** Finished orders, oldest first. */
    public List<Order> finishedOrders() {
        return List.copyOf(finished.values());
    }

    /** The order with that id, open or finished. */
    public Optional<Order> order(String orderId) {
        Order order = open.get(orderId);
        return Optional.ofNullable(order == null ? finished.get(orderId) : order);
    }

    /** The newest order that {@code wanted} accepts, open ones first. */
    public Optional<Order> order(Predicate<Order> wanted) {
        Optional<Order> standing = open.values().stream().filter(wanted).findFirst();
        return standing.isPresent()
                ? standing
                : finished.values().stream().filter(wanted).reduce((older, newer) -> newer);
    }

    /** Executions, oldest first. */
    public List<Fill> fills() {
        return List.copyOf(fills);
    }

    /** Positions ever held, flat ones included. */
    public List<Position> positions() {
        return List.copyOf(positions.values());
    }

    public @Nullable Position position(String symbol) {
        return positions.get(symbol);
    }

    /** Leverage in force for a contract: 10 until it is set. */
    public int leverage(String symbol) {
        return leverage.getOrDefault(symbol, 10);
    }

    public void leverage(String symbol, int times) {
        leverage.put(symbol, times);
    }

    /** A switch of the account in the venue's own words, null until it is set. */
    public @Nullable String setting(String name) {
        return settings.get(name);
    }

    public void setting(String name, String value) {
        settings.put(name, value);
    }

    void keep(Order order) {
        if (order.open()) {
            open.put(order.id(), order);
            return;
        }
        open.remove(order.id());
        finished.put(order.id(), order);
        if (finished.size() > KEPT) {
            finished.pollFirstEntry();
        }
    }

    void keep(Fill fill) {
        fills.add(fill);
        if (fills.size() > KEPT) {
            fills.removeFirst();
        }
    }

    void keep(Position position) {
        positions.put(position.symbol(), position);
    }

    /** Everything worth keeping over a restart. */
    public synchronized AccountState state() {
        Map<WalletKind, Map<String, Wallet.Holding>> holdings = new EnumMap<>(WalletKind.class);
        wallets.forEach((kind, wallet) -> holdings.put(kind, wallet.holdings()));
        Map<String, List<String>> used = new TreeMap<>();
        nonces.forEach((key, book) -> used.put(key, book.state()));
        return new AccountState(
                id,
                venue,
                uid,
                parentUid,
                mode,
                host,
                createdAt,
                holdings,
                List.copyOf(keys.values()),
                used,
                new TreeMap<>(lastUsed),
                openOrders(),
                finishedOrders(),
                fills(),
                positions(),
                new TreeMap<>(leverage),
                calls(),
                new TreeMap<>(settings));
    }

    /** The account that {@link #state()} described. */
    public static VenueAccount of(AccountState s) {
        VenueAccount account =
                new VenueAccount(
                        s.id(), s.venue(), s.uid(), s.parentUid(), s.host(), s.createdAt());
        synchronized (account) {
            account.mode = s.mode() == null ? "" : s.mode();
            s.wallets().forEach((kind, holdings) -> account.wallets.put(kind, Wallet.of(holdings)));
            s.keys().forEach(account::put);
            s.nonces().forEach((key, used) -> account.nonces.put(key, NonceBook.of(used)));
            account.lastUsed.putAll(s.lastUsed());
            s.open().forEach(account::keep);
            s.finished().forEach(account::keep);
            s.fills().forEach(account::keep);
            s.positions().forEach(account::keep);
            account.leverage.putAll(s.leverage());
            account.calls.putAll(s.calls());
            account.settings.putAll(s.settings());
        }
        return account;
    }
}
