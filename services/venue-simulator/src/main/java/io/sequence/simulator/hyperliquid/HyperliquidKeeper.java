package io.sequence.simulator.hyperliquid;

import static io.sequence.simulator.hyperliquid.HyperliquidReplies.no;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.ether.Addresses;
import io.sequence.simulator.ether.WalletSignature;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueCall;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: the body must parse, then the nonce must lie in its window, then the recovered address
 * must be known. Source: "Exchange endpoint", "Nonces and API wallets".
 */
final class HyperliquidKeeper {

    private static final Duration BACK = Duration.ofDays(2);
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int NONCES = 100;

    /**
     * An action that was let in.
     *
     * @param account whose money moves
     */
    record Act(VenueAccount account, String signer, Map<String, @Nullable Object> action) {}

    private final HyperliquidAgents agents;

    HyperliquidKeeper(HyperliquidAgents agents) {
        this.agents = agents;
    }

    /**
     * Lets an action in and uses up its nonce.
     *
     * @throws io.sequence.simulator.wire.Refusal in the venue's words
     */
    Act admit(VenueCall call) {
        JsonNode body = Json.read(call.text());
        if (body == null || !body.path("action").isObject()) {
            throw HyperliquidReplies.unreadable();
        }
        otherNetwork(body.path("action"), call);
        Map<String, @Nullable Object> action = HyperliquidActions.canonical(body.path("action"));
        long nonce = HyperliquidActions.whole(body, "nonce");
        window(nonce, call);
        Long expires =
                body.hasNonNull("expiresAfter")
                        ? HyperliquidActions.whole(body, "expiresAfter")
                        : null;
        String vault = vault(body);
        String signer = signer(call, body, action, nonce, vault, expires);
        if (expires != null && expires < call.now().toEpochMilli()) {
            throw no("Action already expired");
        }
        VenueAccount account = account(call, signer, vault);
        use(account, signer, nonce);
        return new Act(account, signer, action);
    }

    /** The address that a body's signature leads to; null when it cannot be read that far. */
    @Nullable String signerOf(VenueCall call) {
        JsonNode body = Json.read(call.text());
        if (body == null) {
            return null;
        }
        try {
            return signer(
                    call,
                    body,
                    HyperliquidActions.canonical(body.path("action")),
                    HyperliquidActions.whole(body, "nonce"),
                    vault(body),
                    body.hasNonNull("expiresAfter")
                            ? HyperliquidActions.whole(body, "expiresAfter")
                            : null);
        } catch (io.sequence.simulator.wire.Refusal unreadable) {
            return null;
        }
    }

    /** Actions that only a master's own wallet signs name their network in words. */
    private static void otherNetwork(JsonNode action, VenueCall call) {
        String network = action.path("hyperliquidChain").asText("");
        String ours = mainnet(call) ? "Mainnet" : "Testnet";
        if (!network.isEmpty() && !network.equals(ours)) {
            throw no("Mainnet and testnet require different signature.");
        }
    }

    private static boolean mainnet(VenueCall call) {
        return call.host().equals("mainnet");
    }

    private static void window(long nonce, VenueCall call) {
        long least = call.now().minus(BACK).toEpochMilli();
        long most = call.now().plus(AHEAD).toEpochMilli();
        if (nonce < least) {
            throw no("Invalid nonce: nonce too low " + nonce + " < " + least);
        }
        if (nonce > most) {
            throw no("Invalid nonce: nonce too high " + nonce + " > " + most);
        }
    }

    private static @Nullable String vault(JsonNode body) {
        if (!body.hasNonNull("vaultAddress")) {
            return null;
        }
        String vault = Addresses.read(HyperliquidActions.text(body, "vaultAddress"));
        if (vault == null) {
            throw HyperliquidReplies.unreadable();
        }
        return vault;
    }

    private static String signer(
            VenueCall call,
            JsonNode body,
            Map<String, @Nullable Object> action,
            long nonce,
            @Nullable String vault,
            @Nullable Long expires) {
        JsonNode sent = body.path("signature");
        WalletSignature signature =
                WalletSignature.of(
                        HyperliquidActions.text(sent, "r"),
                        HyperliquidActions.text(sent, "s"),
                        (int) HyperliquidActions.whole(sent, "v"));
        byte[] id = HyperliquidSignature.connectionId(MsgPack.pack(action), nonce, vault, expires);
        String signer =
                signature == null
                        ? null
                        : HyperliquidSignature.signer(id, mainnet(call), signature);
        if (signer == null) {
            throw no("Unable to recover signer.");
        }
        return signer;
    }

    private VenueAccount account(VenueCall call, String signer, @Nullable String vault) {
        VenueAccount account = agents.of(signer, call.host());
        boolean known = account != null && HyperliquidAgents.approved(account, signer, call.now());
        if (!known || account == null) {
            account = agents.at(signer, call.host());
        }
        if (account == null) {
            throw no("User or API Wallet " + signer + " does not exist.");
        }
        String master = HyperliquidAgents.master(account);
        VenueAccount meant = agents.at(vault == null ? master : vault, call.host());
        if (vault != null
                && (meant == null
                        || meant.parentUid() == null
                        || !HyperliquidAgents.master(meant).equals(master))) {
            throw no("Vault not registered: " + vault);
        }
        if (meant == null) {
            throw no("Must deposit before performing actions. User: " + master);
        }
        return meant;
    }

    private static void use(VenueAccount account, String signer, long nonce) {
        synchronized (account) {
            var book = account.nonces(signer);
            switch (book.offer(BigInteger.valueOf(nonce), NONCES)) {
                case ADMITTED -> {}
                case USED -> throw no("Invalid nonce: duplicate nonce " + nonce);
                case TOO_LOW ->
                        throw no("Invalid nonce: nonce too low " + nonce + " < " + book.lowest());
            }
        }
    }
}
