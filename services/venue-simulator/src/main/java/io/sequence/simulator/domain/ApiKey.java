package io.sequence.simulator.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One key of a simulated account, with the terms under which the venue admits it.
 *
 * @param apiKey the public half, unique within a venue
 * @param secret the shared secret in the venue's own text form; for key pairs the private half
 * @param passphrase the passphrase of venues that ask for one
 * @param publicKey the public half of a pair (X.509, Base64), null for shared secrets
 * @param ipWhitelist addresses or CIDR blocks; empty means any address
 * @param expiresAt the end of the key's life, null for none
 * @param nonceWindow how far below the highest nonce an unused one is still admitted
 * @param demo whether the key was made in the venue's demo mode
 */
public record ApiKey(
        String apiKey,
        String secret,
        @Nullable String passphrase,
        String name,
        KeyType type,
        @Nullable String publicKey,
        Set<Right> rights,
        Set<MarketKind> markets,
        List<String> ipWhitelist,
        @Nullable Instant expiresAt,
        boolean revoked,
        boolean demo,
        long nonceWindow,
        Instant createdAt,
        Instant modifiedAt) {

    public ApiKey {
        rights = Set.copyOf(rights);
        markets = Set.copyOf(markets);
        ipWhitelist = List.copyOf(ipWhitelist);
    }

    /** Whether the key's life is over at {@code now}. */
    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Whether the key holds {@code right}. */
    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Whether the key may trade on {@code market}. */
    public boolean mayTrade(MarketKind market) {
        return rights.contains(Right.TRADE) && markets.contains(market);
    }

    /** The same key under other terms; a null leaves that term as it is, except the expiry. */
    public ApiKey under(KeyTerms terms, Instant now) {
        return new ApiKey(
                apiKey,
                secret,
                passphrase,
                terms.name() == null ? name : terms.name(),
                type,
                publicKey,
                terms.rights() == null ? rights : terms.rights(),
                terms.markets() == null ? markets : terms.markets(),
                terms.ipWhitelist() == null ? ipWhitelist : terms.ipWhitelist(),
                terms.expiryGiven() ? terms.expiresAt() : expiresAt,
                terms.revoked() == null ? revoked : terms.revoked(),
                terms.demo() == null ? demo : terms.demo(),
                terms.nonceWindow() == null ? nonceWindow : terms.nonceWindow(),
                createdAt,
                now);
    }

    /** Never shows the secret or the passphrase. */
    @Override
    public String toString() {
        return "ApiKey[" + name + ", " + type + ", " + rights + ", secret=***]";
    }
}
