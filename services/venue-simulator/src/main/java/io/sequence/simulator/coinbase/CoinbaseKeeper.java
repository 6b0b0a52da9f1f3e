package io.sequence.simulator.coinbase;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.IpRules;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Hearing.Caller;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import org.jspecify.annotations.Nullable;

/**
 * Who may pass at Coinbase: a token of this minute for this very request, a key that lives, an
 * address on its list. Whatever is wrong, the trading API says no more than {@code Unauthorized};
 * the older one under {@code /v2} names a reason.
 */
final class CoinbaseKeeper implements Door.Keeper {

    private final Accounts accounts;

    CoinbaseKeeper(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Caller admit(VenueCall call) {
        CoinbaseToken token = CoinbaseToken.in(call);
        if (token == null || !token.wellFormed() || !token.names(call)) {
            throw unauthorized(call, "invalid_token", "The access token is invalid");
        }
        if (!token.timely(call.now())) {
            throw unauthorized(call, "expired_token", "The access token expired");
        }
        VenueAccount account = accounts.byKey(CoinbaseVenue.ID, token.keyName());
        ApiKey key = account == null ? null : key(account, token.keyName());
        if (account == null || key == null || !token.signedWith(key)) {
            throw unauthorized(call, "authentication_error", "invalid api key");
        }
        // Coinbase reports no expiry: a key whose time is over is gone, like a deleted one.
        if (key.revoked() || key.expired(call.now())) {
            throw unauthorized(call, "revoked_token", "The access token was revoked");
        }
        if (!IpRules.admits(key.ipWhitelist(), call.clientIp())) {
            throw unauthorized(call, "authentication_error", "ip address not allowed");
        }
        return new Caller(account, key);
    }

    private static Refusal unauthorized(VenueCall call, String id, String words) {
        return new Refusal(
                call.path().startsWith("/v2/")
                        ? CoinbaseReplies.appError(401, id, words)
                        : CoinbaseReplies.unauthorized());
    }

    private static @Nullable ApiKey key(VenueAccount account, String name) {
        synchronized (account) {
            return account.key(name);
        }
    }

    @Override
    public VenueReply notFound(VenueCall call) {
        return CoinbaseReplies.no(404, "NOT_FOUND", "Not Found");
    }

    @Override
    public VenueReply denied(Hearing hearing) {
        return hearing.call().path().startsWith("/v2/")
                ? CoinbaseReplies.appError(403, "invalid_scope", "Missing required scopes")
                : CoinbaseReplies.no(403, "PERMISSION_DENIED", "Missing required scopes");
    }

    @Override
    public VenueReply unreadable(Hearing hearing) {
        return CoinbaseReplies.no(400, "INVALID_ARGUMENT", "could not parse a number");
    }
}
