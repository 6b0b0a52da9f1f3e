package io.sequence.simulator.inbound;

import io.sequence.simulator.SimulatedVenues;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.Faults;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.Outcome;
import io.sequence.simulator.domain.RequestLimits;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.SimulatedVenue;
import io.sequence.simulator.wire.VenueReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The admin API under {@code /_sim/{venue}}: accounts, keys, faults, limits and prices. */
@ApplicationScoped
public class AdminResource {

    private static final int MOST_KEYS = 50;
    private static final Set<String> KEY_FIELDS =
            Set.of(
                    "name",
                    "key_type",
                    "permissions",
                    "markets",
                    "ip_whitelist",
                    "expires_at",
                    "revoked",
                    "demo",
                    "nonce_window");
    private static final Set<String> ACCOUNT_FIELDS =
            plus(
                    KEY_FIELDS,
                    "balances",
                    "funding_balances",
                    "futures_balances",
                    "sub_account",
                    "account_mode",
                    "host");
    private static final Set<String> PATCH_FIELDS = plus(ACCOUNT_FIELDS, "api_key", "uid");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Set<String> FAULT_FIELDS =
            Set.of("kind", "rate", "millis", "account_id", "seed", "begins_at", "ends_at");

    private final SimulatedVenues venues;
    private final Accounts accounts;
    private final Clock clock;

    AdminResource(SimulatedVenues venues, Accounts accounts, Clock clock) {
        this.venues = venues;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Answers an admin call.
     *
     * @param path below {@code /_sim/}, without a leading slash
     */
    public VenueReply answer(String method, String path, String body) {
        try {
            return route(method, path.split("/", -1), body);
        } catch (HouseError error) {
            return error.reply();
        }
    }

    private VenueReply route(String method, String[] parts, String body) {
        SimulatedVenue venue = venues.find(parts[0]);
        if (venue == null) {
            throw new HouseError(404, "NOT_FOUND", "There is no such venue here.");
        }
        String what = parts.length > 1 ? parts[1] : "";
        return switch (method + ' ' + what + ' ' + parts.length) {
            case "POST accounts 2" -> create(venue, body);
            case "GET accounts 2" ->
                    VenueReply.json(
                            200,
                            Json.object(
                                    "accounts",
                                    accounts.of(venue.id()).stream()
                                            .map(AccountView::brief)
                                            .toList()));
            case "GET accounts 3" ->
                    VenueReply.json(200, AccountView.full(account(venue, parts[2])));
            case "PATCH accounts 3" -> patch(venue, account(venue, parts[2]), body);
            case "POST accounts 4" -> {
                if (!parts[3].equals("keys")) {
                    throw new HouseError(404, "NOT_FOUND", "There is nothing here.");
                }
                yield addKey(venue, account(venue, parts[2]), body);
            }
            case "PUT faults 2" -> putFault(venue, body);
            case "GET faults 2" -> VenueReply.json(200, faults(venue));
            case "DELETE faults 2" -> {
                venues.faults(venue.id()).clear();
                yield new VenueReply(204, Map.of(), "application/json", "");
            }
            case "PUT limits 2" -> putLimits(venue, body);
            case "GET limits 2" -> VenueReply.json(200, limits(venue));
            case "DELETE limits 2" -> {
                venues.limits(venue.id()).off();
                yield new VenueReply(204, Map.of(), "application/json", "");
            }
            case "PUT prices 2" -> pin(venue, body);
            case "GET prices 2" -> VenueReply.json(200, prices(venue));
            case "DELETE prices 2" -> {
                venues.prices(venue.id()).unpin();
                yield new VenueReply(204, Map.of(), "application/json", "");
            }
            default -> throw new HouseError(404, "NOT_FOUND", "There is nothing here.");
        };
    }

    private VenueReply create(SimulatedVenue venue, String text) {
        AdminBody body = AdminBody.read(text, ACCOUNT_FIELDS);
        KeyTerms terms = body.terms(venue);
        Map<String, BigDecimal> balances = body.amounts("balances", venue);
        Map<String, BigDecimal> funding = body.amounts("funding_balances", venue);
        Map<String, BigDecimal> futures = body.amounts("futures_balances", venue);
        Boolean sub = body.flag("sub_account");
        String host = body.text("host", 40);
        if (host != null && !venue.hosts().contains(host)) {
            body.blame("host", "must be one of " + String.join(", ", venue.hosts()));
        }
        String mode = mode(body, venue);
        body.done();
        Instant now = Instant.ofEpochMilli(clock.millis());
        String id = UUID.randomUUID().toString();
        VenueAccount account =
                new VenueAccount(
                        id,
                        venue.id(),
                        venue.newUid(id, terms),
                        Boolean.TRUE.equals(sub) ? venue.newUid() : null,
                        host == null ? venue.hosts().getFirst() : host,
                        now);
        account.mode(mode == null ? venue.modes().stream().findFirst().orElse("") : mode);
        ApiKey key = venue.newKey(account, terms, now);
        account.put(key);
        fund(account, balances, funding, futures, futuresApart(venue, key.markets()));
        try {
            accounts.add(account);
        } catch (Accounts.Full full) {
            throw new HouseError(409, "LIMIT_REACHED", String.valueOf(full.getMessage()));
        }
        return issued(venue, account, key);
    }

    private VenueReply addKey(SimulatedVenue venue, VenueAccount account, String text) {
        AdminBody body = AdminBody.read(text, KEY_FIELDS);
        KeyTerms terms = body.terms(venue);
        body.done();
        ApiKey key;
        synchronized (account) {
            if (account.keys().size() >= MOST_KEYS) {
                throw new HouseError(
                        409, "LIMIT_REACHED", "An account has at most " + MOST_KEYS + " keys.");
            }
            key = venue.newKey(account, terms, Instant.ofEpochMilli(clock.millis()));
            account.put(key);
        }
        accounts.amended(account);
        return issued(venue, account, key);
    }

    private VenueReply patch(SimulatedVenue venue, VenueAccount account, String text) {
        AdminBody body = AdminBody.read(text, PATCH_FIELDS);
        KeyTerms terms = body.terms(venue);
        Map<String, BigDecimal> balances = body.amounts("balances", venue);
        Map<String, BigDecimal> funding = body.amounts("funding_balances", venue);
        Map<String, BigDecimal> futures = body.amounts("futures_balances", venue);
        Boolean sub = body.flag("sub_account");
        String only = body.text("api_key", 200);
        if (body.has("key_type") || body.has("host")) {
            body.blame(body.has("host") ? "host" : "key_type", "cannot be changed");
        }
        String mode = mode(body, venue);
        String uid = uid(body, account);
        body.done();
        synchronized (account) {
            List<ApiKey> keys =
                    account.keys().stream()
                            .filter(k -> only == null || k.apiKey().equals(only))
                            .toList();
            if (keys.isEmpty()) {
                throw HouseError.field("api_key", "is not a key of this account");
            }
            if (mode != null && !account.openOrders().isEmpty()) {
                throw HouseError.field("account_mode", "cannot be changed with open orders");
            }
            if (mode != null) {
                account.mode(mode);
            }
            fund(account, balances, funding, futures, futuresApart(venue, markets(account)));
            Instant now = Instant.ofEpochMilli(clock.millis());
            keys.forEach(key -> account.put(key.under(terms, now)));
            if (uid != null) {
                account.uid(uid);
            }
            if (sub != null && sub != (account.parentUid() != null)) {
                account.under(sub ? venue.newUid() : null);
            }
        }
        accounts.amended(account);
        return VenueReply.json(200, AccountView.full(account));
    }

    private static @Nullable String uid(AdminBody body, VenueAccount account) {
        String uid = body.text("uid", 18);
        if (uid != null && !NUMBER.matcher(account.uid()).matches()) {
            body.blame("uid", "cannot be changed where accounts have no plain numbers");
        } else if (uid != null && !NUMBER.matcher(uid).matches()) {
            body.blame("uid", "must be a number of at most 18 digits");
        }
        return uid;
    }

    private static @Nullable String mode(AdminBody body, SimulatedVenue venue) {
        String mode = body.text("account_mode", 40);
        if (mode != null && !venue.modes().contains(mode)) {
            body.blame("account_mode", "is not a kind of account that " + venue.id() + " has");
        }
        return mode;
    }

    private static boolean futuresApart(SimulatedVenue venue, Set<MarketKind> markets) {
        return markets.contains(MarketKind.DERIVATIVES)
                && venue.instruments().all().stream()
                        .anyMatch(i -> i.wallet() == WalletKind.FUTURES);
    }

    private static Set<MarketKind> markets(VenueAccount account) {
        return account.keys().stream()
                .flatMap(key -> key.markets().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Puts money where it trades; where spot and futures have wallets of their own, into each that
     * the markets name.
     */
    private static void fund(
            VenueAccount account,
            @Nullable Map<String, BigDecimal> balances,
            @Nullable Map<String, BigDecimal> funding,
            @Nullable Map<String, BigDecimal> futures,
            boolean futuresToo) {
        try {
            if (balances != null) {
                set(account, WalletKind.TRADING, balances);
                if (futures == null && futuresToo) {
                    set(account, WalletKind.FUTURES, balances);
                }
            }
            if (futures != null) {
                set(account, WalletKind.FUTURES, futures);
            }
            if (funding != null) {
                set(account, WalletKind.FUNDING, funding);
            }
        } catch (IllegalStateException overdrawn) {
            throw HouseError.field("balances", "must cover what open orders hold");
        }
    }

    private static void set(
            VenueAccount account, WalletKind kind, Map<String, BigDecimal> amounts) {
        amounts.forEach((asset, amount) -> account.wallet(kind).set(asset, amount));
    }

    private VenueReply putFault(SimulatedVenue venue, String text) {
        AdminBody body = AdminBody.read(text, FAULT_FIELDS);
        FaultKind kind = body.word("kind", FaultKind.class);
        double rate = body.share("rate");
        Long millis = body.whole("millis", 0, 600_000);
        Long seed = body.whole("seed", 0, Long.MAX_VALUE);
        String account = body.text("account_id", 60);
        Instant beginsAt = body.instant("begins_at");
        Instant endsAt = body.instant("ends_at");
        if (kind == null && !body.has("kind")) {
            body.blame("kind", "is missing");
        }
        if (account != null && accounts.byId(venue.id(), account) == null) {
            body.blame("account_id", "is not an account of this venue");
        }
        body.done();
        if (kind == null) {
            throw HouseError.field("kind", "is missing");
        }
        long usual = kind == FaultKind.SKEW ? 60_000 : 30_000;
        venues.faults(venue.id())
                .put(
                        new Faults.Fault(
                                kind,
                                rate,
                                millis == null ? usual : millis,
                                account,
                                seed == null ? 1 : seed,
                                beginsAt,
                                endsAt));
        return VenueReply.json(200, faults(venue));
    }

    private Map<String, @Nullable Object> faults(SimulatedVenue venue) {
        return Json.object(
                "faults",
                venues.faults(venue.id()).all().stream()
                        .map(
                                f ->
                                        Json.object(
                                                "kind", f.kind().name().toLowerCase(Locale.ROOT),
                                                "rate", f.rate(),
                                                "millis", f.millis(),
                                                "account_id", f.accountId(),
                                                "seed", f.seed(),
                                                "begins_at", text(f.beginsAt()),
                                                "ends_at", text(f.endsAt())))
                        .toList());
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private VenueReply putLimits(SimulatedVenue venue, String text) {
        AdminBody body = AdminBody.read(text, Set.of("scale", "elsewhere"));
        double scale = body.share("scale");
        Long elsewhere = body.whole("elsewhere", 0, 1_000_000);
        body.done();
        venues.limits(venue.id())
                .on(new RequestLimits.Switch(scale, elsewhere == null ? 0 : elsewhere));
        return VenueReply.json(200, limits(venue));
    }

    private Map<String, @Nullable Object> limits(SimulatedVenue venue) {
        RequestLimits.Switch state = venues.limits(venue.id()).state();
        return state == null
                ? Json.object("on", false)
                : Json.object("on", true, "scale", state.scale(), "elsewhere", state.elsewhere());
    }

    private VenueReply pin(SimulatedVenue venue, String text) {
        Set<String> assets = pinnable(venue);
        AdminBody body = AdminBody.read(text, assets);
        body.done();
        for (String asset : assets) {
            String price = body.text(asset, 30);
            if (price != null
                    && price.matches("\\d{1,9}(\\.\\d{1,8})?")
                    && new BigDecimal(price).signum() > 0) {
                venues.prices(venue.id()).pin(asset, new BigDecimal(price));
            } else if (price != null) {
                body.blame(asset, "must be a price in dollars, as text");
            }
        }
        body.done();
        return VenueReply.json(200, prices(venue));
    }

    /** The usual assets, and the outcomes that are traded at the venue. */
    private static Set<String> pinnable(SimulatedVenue venue) {
        return plus(outcomes(venue), "BTC", "ETH", "SOL", "USDC", "USDT");
    }

    private static Set<String> outcomes(SimulatedVenue venue) {
        return venue.instruments().all().stream()
                .map(Instrument::base)
                .filter(asset -> Outcome.of(asset) != null)
                .collect(Collectors.toSet());
    }

    private Map<String, @Nullable Object> prices(SimulatedVenue venue) {
        Map<String, @Nullable Object> prices = Json.object();
        for (String asset : new TreeSet<>(plus(outcomes(venue), "BTC", "ETH", "SOL"))) {
            prices.put(
                    asset,
                    Json.plain(
                            venues.prices(venue.id())
                                    .usd(asset, Instant.ofEpochMilli(clock.millis()))));
        }
        return Json.object("prices", prices, "pinned", venues.prices(venue.id()).pinned().keySet());
    }

    private VenueAccount account(SimulatedVenue venue, String id) {
        VenueAccount account = accounts.byId(venue.id(), id);
        if (account == null) {
            throw new HouseError(404, "NOT_FOUND", "There is no such account.");
        }
        return account;
    }

    private static VenueReply issued(SimulatedVenue venue, VenueAccount account, ApiKey key) {
        Map<String, @Nullable Object> answer =
                Json.object(
                        "account_id", account.id(), "uid", account.uid(), "host", account.host());
        if (account.parentUid() != null) {
            answer.put("parent_uid", account.parentUid());
        }
        answer.put("credentials", venue.credentials(account, key));
        return VenueReply.json(201, answer);
    }

    private static Set<String> plus(Set<String> some, String... more) {
        Set<String> all = new java.util.HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
