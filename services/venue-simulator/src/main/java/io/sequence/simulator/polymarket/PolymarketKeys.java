package io.sequence.simulator.polymarket;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.Right;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.polymarket.PolymarketKeeper.Wallet;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;
import org.jspecify.annotations.Nullable;

/** L2 credentials: derived from a wallet, listed, given up. Source: "Authentication". */
final class PolymarketKeys {

    private static final int MOST_KEYS = 50;

    private final PolymarketKeeper keeper;
    private final Accounts accounts;

    PolymarketKeys(PolymarketKeeper keeper, Accounts accounts) {
        this.keeper = keeper;
        this.accounts = accounts;
    }

    /** {@code GET /auth/derive-api-key}: the credentials of a nonce that were made before. */
    VenueReply derive(Hearing hearing) {
        Wallet wallet = keeper.wallet(hearing.call());
        ApiKey key = existing(wallet);
        if (key == null || key.revoked()) {
            return PolymarketReplies.no(400, "Could not derive api key!");
        }
        return told(key);
    }

    /** {@code POST /auth/api-key}: makes the credentials of a nonce, once. */
    VenueReply create(Hearing hearing) {
        Wallet wallet = keeper.wallet(hearing.call());
        VenueAccount account = wallet.account();
        ApiKey made;
        synchronized (account) {
            if (existing(wallet) != null || account.keys().size() >= MOST_KEYS) {
                throw new Refusal(PolymarketReplies.no(400, "Could not create api key"));
            }
            made =
                    PolymarketWallets.l2(
                            account.id(), wallet.nonce(), KeyTerms.none(), hearing.now());
            account.put(made);
        }
        accounts.amended(account);
        return told(made);
    }

    private static @Nullable ApiKey existing(Wallet wallet) {
        VenueAccount account = wallet.account();
        synchronized (account) {
            return account.key(PolymarketWallets.apiKey(account.id(), wallet.nonce()));
        }
    }

    private static VenueReply told(ApiKey key) {
        return PolymarketReplies.ok(
                Json.object(
                        "apiKey", key.apiKey(),
                        "secret", key.secret(),
                        "passphrase", key.passphrase()));
    }

    /** {@code GET /auth/api-keys}. */
    static VenueReply list(Hearing hearing) {
        return PolymarketReplies.ok(
                Json.object(
                        "apiKeys",
                        hearing.account().keys().stream()
                                .filter(key -> !key.revoked())
                                .map(ApiKey::apiKey)
                                .toList()));
    }

    /** {@code DELETE /auth/api-key}: the key that signs is gone. */
    static VenueReply delete(Hearing hearing) {
        KeyTerms gone = new KeyTerms(null, null, null, null, null, false, null, true, null, null);
        hearing.account().put(hearing.key().under(gone, hearing.now()));
        return PolymarketReplies.ok("OK");
    }

    /** {@code GET /auth/ban-status/closed-only}: whether the account may only close positions. */
    static VenueReply closedOnly(Hearing hearing) {
        return PolymarketReplies.ok(Json.object("closed_only", !hearing.key().may(Right.TRADE)));
    }
}
