package io.sequence.simulator.hyperliquid;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.Right;
import io.sequence.simulator.domain.VenueAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which address may act for which account. A key of the simulator is an API wallet ("agent"), or
 * the account's own wallet when its address is the account's. A key without the right to trade is
 * an agent that nobody approved: the venue knows no other kind.
 */
final class HyperliquidAgents {

    /** How long an approval lasts when its name sets no end. */
    static final Duration USUAL_LIFE = Duration.ofDays(90);

    private final Accounts accounts;

    HyperliquidAgents(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account at an address on a host; null when nothing lies there. */
    @Nullable VenueAccount at(String address, String host) {
        VenueAccount account = accounts.byUid(HyperliquidVenue.ID, address);
        return account != null && account.host().equals(host) ? account : null;
    }

    /** The account that an address was made a key of; null when it was not. */
    @Nullable VenueAccount of(String address, String host) {
        VenueAccount account = accounts.byKey(HyperliquidVenue.ID, address);
        return account != null && account.host().equals(host) ? account : null;
    }

    /** Whether the address may act for the account it is a key of. */
    static boolean approved(VenueAccount account, String address, Instant now) {
        synchronized (account) {
            ApiKey key = account.key(address);
            return key != null && approved(key, now);
        }
    }

    static boolean approved(ApiKey key, Instant now) {
        return !key.revoked() && key.may(Right.TRADE) && now.isBefore(end(key));
    }

    /** When the approval ends. */
    static Instant end(ApiKey key) {
        Instant named = key.expiresAt();
        return named == null ? key.createdAt().plus(USUAL_LIFE) : named;
    }

    /** The address whose agents act for the account: its master's where it has one. */
    static String master(VenueAccount account) {
        String parent = account.parentUid();
        return parent == null ? account.uid() : parent;
    }

    /** Whether the account below a master is a vault: a sub-account by that name. */
    static boolean vault(VenueAccount account) {
        return account.parentUid() != null
                && account.keys().stream().anyMatch(key -> key.name().startsWith("vault"));
    }

    /** The accounts that a master's agents may act for. */
    List<VenueAccount> below(String master, String host) {
        return accounts.of(HyperliquidVenue.ID).stream()
                .filter(account -> account.host().equals(host))
                .filter(account -> master.equals(master(account)))
                .toList();
    }
}
