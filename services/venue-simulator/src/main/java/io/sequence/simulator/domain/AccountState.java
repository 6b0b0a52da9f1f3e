package io.sequence.simulator.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of an account, one JSON object a line. Holds simulated secrets, hence no
 * text form of its own.
 */
public record AccountState(
        String id,
        String venue,
        String uid,
        @Nullable String parentUid,
        @Nullable String mode,
        String host,
        Instant createdAt,
        Map<WalletKind, Map<String, Wallet.Holding>> wallets,
        List<ApiKey> keys,
        Map<String, List<String>> nonces,
        Map<String, Instant> lastUsed,
        List<Order> open,
        List<Order> finished,
        List<Fill> fills,
        List<Position> positions,
        Map<String, Integer> leverage,
        Map<String, Long> calls,
        Map<String, String> settings) {

    /** Accounts that were written down before there were settings have none. */
    public AccountState {
        settings = Objects.requireNonNullElse(settings, Map.of());
    }

    @Override
    public String toString() {
        return "AccountState[" + venue + " " + id + "]";
    }
}
