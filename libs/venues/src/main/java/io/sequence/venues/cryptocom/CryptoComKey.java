package io.sequence.venues.cryptocom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be learned of a key at a venue that has no introspection: reading by reading, trading by
 * cancelling an order that cannot exist, and the rest not at all. The probe can neither trade nor
 * move money. Source: the Exchange v1 documentation, "private/get-accounts", and what other clients
 * have met.
 */
final class CryptoComKey {
    /** Order ids have 19 digits today and had 8 once; this one was never given out. */
    private static final String NO_ORDER = "1";

    private final CryptoComCalls calls;

    CryptoComKey(CryptoComCalls calls) {
        this.calls = calls;
    }

    VenueAnswer<KeyFacts> inspect() {
        return calls.read(CryptoComCalls.BALANCE, Json.object(), CryptoComAccount::balances)
                .then(read -> calls.read("private/get-accounts", Json.object(), Account::of))
                .then(account -> mayTrade().map(trade -> facts(account, trade)));
    }

    /**
     * A business answer says that the order was looked for, so the key may trade; a refusal of the
     * 401 family, although reading went well, says that it may not. Trouble on the way says nothing
     * and is the answer itself. Which business code comes is not documented.
     */
    VenueAnswer<Grant> mayTrade() {
        ObjectNode params = Json.object().put("order_id", NO_ORDER);
        return switch (calls.readOrder("private/cancel-order", params, taken -> Grant.GRANTED)) {
            case Yes<Grant> yes -> yes;
            case Unknown<Grant> unknown -> unknown;
            case No<Grant> no -> read(no);
        };
    }

    private static VenueAnswer<Grant> read(No<Grant> no) {
        return switch (no.fault()) {
            case AMBIGUOUS_AUTH, PERMISSION_DENIED -> new Yes<>(Grant.DENIED);
            case ORDER_NOT_FOUND, ORDER_REJECTED, BAD_REQUEST, BAD_SYMBOL ->
                    new Yes<>(Grant.GRANTED);
            case UNRECOGNISED -> new Yes<>(Grant.UNKNOWN);
            default -> no;
        };
    }

    private static KeyFacts facts(Account account, Grant trade) {
        var grants = new EnumMap<Right, Grant>(Right.class);
        grants.put(Right.READ, Grant.GRANTED);
        grants.put(Right.TRADE_SPOT, trade);
        grants.put(Right.TRADE_DERIVATIVES, derivatives(account, trade));
        return new KeyFacts(
                new Rights(grants),
                account.uid(),
                account.parentUid(),
                account.subAccount(),
                List.of(),
                new KeyExpiry.NotReported(),
                null,
                null,
                account.warnings());
    }

    /** The account's access and the key's permission are both needed. */
    private static Grant derivatives(Account account, Grant trade) {
        return switch (account.derivativesAccess()) {
            case "DISABLED" -> Grant.DENIED;
            case "DEFAULT" -> trade;
            default -> trade == Grant.DENIED ? Grant.DENIED : Grant.UNKNOWN;
        };
    }

    /** The account behind the key, out of {@code private/get-accounts}. */
    record Account(
            String uid,
            @Nullable String parentUid,
            @Nullable Boolean subAccount,
            String derivativesAccess,
            List<String> warnings) {

        static Account of(JsonNode result) {
            JsonNode master = result.path("master_account");
            String masterUid = Json.textOr(master, "uuid", "");
            String own = Json.textOr(result.path("this_account"), "uuid", masterUid);
            if (own.isEmpty()) {
                throw new MalformedAnswer("uuid is missing");
            }
            JsonNode row = own.equals(masterUid) ? master : sub(result, own);
            Boolean isSub = isSub(result, own, masterUid);
            return new Account(
                    own,
                    Boolean.TRUE.equals(isSub) && !masterUid.isEmpty() && !masterUid.equals(own)
                            ? masterUid
                            : null,
                    isSub,
                    Json.textOr(row, "derivatives_access", "").toUpperCase(Locale.ROOT),
                    List.copyOf(warnings(row)));
        }

        private static JsonNode sub(JsonNode result, String uid) {
            for (JsonNode row : result.path("sub_account_list")) {
                if (uid.equals(Json.textOr(row, "uuid", ""))) {
                    return row;
                }
            }
            return result.path("this_account");
        }

        /** {@code this_account} came in April 2026; without it nobody says whose key it is. */
        private static @Nullable Boolean isSub(JsonNode result, String own, String masterUid) {
            String hierarchy =
                    Json.textOr(result.path("this_account"), "hierarchy", "")
                            .toUpperCase(Locale.ROOT);
            if (hierarchy.contains("SUB")) {
                return true;
            }
            if (hierarchy.contains("MASTER") || hierarchy.contains("MAIN")) {
                return false;
            }
            boolean told = result.path("this_account").has("uuid") && !masterUid.isEmpty();
            return told ? Boolean.valueOf(!own.equals(masterUid)) : null;
        }

        private static List<String> warnings(JsonNode row) {
            var warnings = new ArrayList<String>();
            Map<String, String> bad =
                    Map.of(
                            "suspended", "Crypto.com says that the account is suspended.",
                            "terminated", "Crypto.com says that the account is terminated.");
            bad.forEach(
                    (flag, sentence) -> {
                        if (row.path(flag).asBoolean(false)) {
                            warnings.add(sentence);
                        }
                    });
            if (!row.path("tradable").asBoolean(true) || !row.path("enabled").asBoolean(true)) {
                warnings.add("Crypto.com says that the account cannot trade at the moment.");
            }
            warnings.add(
                    "Crypto.com does not tell whether the key is bound to IP addresses: please"
                            + " check that its whitelist names ours.");
            return warnings;
        }
    }
}
