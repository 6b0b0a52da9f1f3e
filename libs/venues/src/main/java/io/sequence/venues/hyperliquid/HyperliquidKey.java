package io.sequence.venues.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What addresses are to each other, and what follows for a key. */
final class HyperliquidKey {
    /** The house would otherwise advise an IP list, which this venue does not have. */
    private static final String NO_IP_LIST =
            "Hyperliquid has no IP lists: give this API wallet's key to nobody else.";

    private HyperliquidKey() {}

    /**
     * What an address is, by {@code userRole}.
     *
     * @param word {@code missing}, {@code user}, {@code agent}, {@code vault} or {@code subAccount}
     * @param master whose agent or sub-account it is, lower case
     */
    record Role(String word, @Nullable String master) {
        static Role of(JsonNode answer) {
            JsonNode data = answer.path("data");
            String master = Json.textOrNull(data, "user");
            String owner = master == null ? Json.textOrNull(data, "master") : master;
            return new Role(
                    Json.text(answer, "role"),
                    owner == null ? null : owner.toLowerCase(Locale.ROOT));
        }

        boolean isAgent() {
            return word.equals("agent");
        }

        boolean isAgentOf(String account) {
            return isAgent() && account.equals(master);
        }

        /** A vault does not tell its leader here; the venue refuses orders of anybody else. */
        boolean tradesFor(String account) {
            return word.equals("vault") || word.equals("subAccount") && account.equals(master);
        }
    }

    /**
     * One approval, by {@code extraAgents}.
     *
     * @param validUntil when it ends; null when the venue does not tell
     */
    record Approval(@Nullable String name, @Nullable Instant validUntil) {
        /** The approval of one agent; the unnamed agent may not be listed. */
        static Optional<Approval> of(JsonNode answer, String agent) {
            for (JsonNode row : answer) {
                if (Json.textOr(row, "address", "").equalsIgnoreCase(agent)) {
                    return Optional.of(
                            new Approval(
                                    Json.textOrNull(row, "name"),
                                    Json.millisOrNull(row, "validUntil")));
                }
            }
            return Optional.empty();
        }
    }

    /** An approved API wallet: it trades everything and, by the chain's rules, moves nothing. */
    static KeyFacts ofAgent(String account, Optional<String> vault, Optional<Approval> approval) {
        Instant until = approval.map(Approval::validUntil).orElse(null);
        var warnings = new ArrayList<String>();
        warnings.add(NO_IP_LIST);
        if (until == null) {
            warnings.add(
                    "Hyperliquid does not tell when this API wallet ends; approvals last 90 days"
                            + " unless another validity was chosen.");
        }
        return new KeyFacts(
                rights(Grant.DENIED),
                vault.orElse(account),
                vault.isPresent() ? account : null,
                vault.isPresent(),
                List.of(),
                until == null ? new KeyExpiry.NotReported() : new KeyExpiry.At(until),
                null,
                approval.map(Approval::name).orElse(null),
                warnings);
    }

    /** The account's own key: it can do everything, withdraw included. */
    static KeyFacts ofMaster(String account) {
        return new KeyFacts(
                rights(Grant.GRANTED),
                account,
                null,
                false,
                List.of(),
                new KeyExpiry.Never(),
                null,
                null,
                List.of(
                        "This is the account's own private key, which can withdraw everything; an"
                                + " API wallet is what is needed."));
    }

    private static Rights rights(Grant moving) {
        var grants = new EnumMap<Right, Grant>(Right.class);
        grants.put(Right.READ, Grant.GRANTED);
        grants.put(Right.TRADE_SPOT, Grant.GRANTED);
        grants.put(Right.TRADE_DERIVATIVES, Grant.GRANTED);
        grants.put(Right.WITHDRAW, moving);
        grants.put(Right.TRANSFER, moving);
        return new Rights(grants);
    }
}
