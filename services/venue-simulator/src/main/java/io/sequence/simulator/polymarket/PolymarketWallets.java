package io.sequence.simulator.polymarket;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.ether.Addresses;
import io.sequence.simulator.ether.Keccak;
import io.sequence.simulator.wire.Macs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wallets of an account: the one that signs, which follows from the account's id, and the one
 * that holds the money, which follows from the first and the signature type.
 */
final class PolymarketWallets {

    /** Names of a key that choose the signature type; any other name is a plain wallet. */
    private static final List<String> TYPES = List.of("eoa", "proxy", "safe", "deposit");

    static final int DEPOSIT = 3;

    private PolymarketWallets() {}

    static String privateKey(String accountId) {
        return Addresses.privateKey("polymarket wallet " + accountId);
    }

    /** The signing wallet of an account, lower case. */
    static String signer(VenueAccount account) {
        return Addresses.ofPrivateKey(privateKey(account.id()));
    }

    /** The address of a new account: the wallet that holds the money. */
    static String holder(String accountId, KeyTerms terms) {
        String name = terms.name();
        int type = name == null ? 0 : Math.max(0, TYPES.indexOf(name));
        return holder(Addresses.ofPrivateKey(privateKey(accountId)), type);
    }

    private static String holder(String signer, int type) {
        return type == 0
                ? signer
                : Addresses.contract("polymarket " + TYPES.get(type) + " of " + signer);
    }

    /** The signature type under which the account's wallet is reached. */
    static int type(VenueAccount account) {
        String signer = signer(account);
        int type = 0;
        while (type < DEPOSIT && !holder(signer, type).equals(account.uid())) {
            type++;
        }
        return type;
    }

    /** The account that a wallet signs for; null when it signs for none. */
    static @Nullable VenueAccount ofSigner(Accounts accounts, String signer) {
        for (int type = 0; type < TYPES.size(); type++) {
            VenueAccount account = accounts.byUid(PolymarketVenue.ID, holder(signer, type));
            if (account != null && signer(account).equals(signer)) {
                return account;
            }
        }
        return null;
    }

    /** The L2 credentials of a nonce: always the same ones. */
    static ApiKey l2(String accountId, long nonce, KeyTerms terms, Instant now) {
        return terms.issue(
                apiKey(accountId, nonce),
                Base64.getUrlEncoder().encodeToString(hash("secret", accountId, nonce)),
                Macs.hex(hash("passphrase", accountId, nonce)),
                null,
                now);
    }

    static String apiKey(String accountId, long nonce) {
        return UUID.nameUUIDFromBytes(hash("key", accountId, nonce)).toString();
    }

    private static byte[] hash(String what, String accountId, long nonce) {
        return Keccak.hash((what + nonce + accountId).getBytes(StandardCharsets.UTF_8));
    }
}
