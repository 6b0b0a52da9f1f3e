package io.sequence.simulator.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms that an admin call asks for a key; null means "not said".
 *
 * @param expiryGiven tells an expiry that was cleared from one that was not mentioned
 */
public record KeyTerms(
        @Nullable String name,
        @Nullable KeyType type,
        @Nullable Set<Right> rights,
        @Nullable Set<MarketKind> markets,
        @Nullable List<String> ipWhitelist,
        boolean expiryGiven,
        @Nullable Instant expiresAt,
        @Nullable Boolean revoked,
        @Nullable Boolean demo,
        @Nullable Long nonceWindow) {

    /** Terms that say nothing: read and trade on both markets, from anywhere, for ever. */
    public static KeyTerms none() {
        return new KeyTerms(null, null, null, null, null, false, null, null, null, null);
    }

    /** The same terms for a key of that kind, where none was named. */
    public KeyTerms usually(KeyType kind) {
        return new KeyTerms(
                name,
                type == null ? kind : type,
                rights,
                markets,
                ipWhitelist,
                expiryGiven,
                expiresAt,
                revoked,
                demo,
                nonceWindow);
    }

    /** A new key under these terms, with the usual terms where nothing was said. */
    public ApiKey issue(
            String apiKey,
            String secret,
            @Nullable String passphrase,
            @Nullable String publicKey,
            Instant now) {
        return new ApiKey(
                apiKey,
                secret,
                passphrase,
                name == null ? "sequence" : name,
                type == null ? KeyType.HMAC : type,
                publicKey,
                rights == null ? Set.of(Right.READ, Right.TRADE) : rights,
                markets == null ? Set.of(MarketKind.values()) : markets,
                ipWhitelist == null ? List.of() : ipWhitelist,
                expiresAt,
                Boolean.TRUE.equals(revoked),
                Boolean.TRUE.equals(demo),
                nonceWindow == null ? 0 : nonceWindow,
                now,
                now);
    }
}
