package io.sequence.simulator.cryptocom;

import static io.sequence.simulator.cryptocom.CryptocomReplies.refusal;

import io.sequence.simulator.cryptocom.CryptocomReplies.Code;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.IpRules;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Hearing.Caller;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigInteger;

/**
 * Who may pass at Crypto.com: a body that names its own method, a nonce within a minute of the
 * venue's clock, a key, its signature, its address, a nonce that was not used before. A missing
 * right is worded like a wrong key.
 */
final class CryptocomKeeper implements Door.Keeper {

    private static final long WINDOW = 60_000;

    private final Accounts accounts;

    CryptocomKeeper(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Caller admit(VenueCall call) {
        CryptocomBody body = CryptocomBody.of(call);
        if (body.json().isEmpty()) {
            throw refusal(call, Code.BAD_REQUEST);
        }
        if (!body.text("method").equals(CryptocomReplies.method(call))
                || !body.params().isObject()
                || !body.text("id").matches("\\d{1,19}")) {
            throw refusal(call, Code.INVALID_REQUEST);
        }
        BigInteger nonce = timely(call, body.text("nonce"));
        String name = body.text("api_key");
        VenueAccount account = accounts.byKey(CryptocomVenue.ID, name);
        if (account == null || !account.host().equals(call.host())) {
            throw refusal(call, Code.UNAUTHORIZED);
        }
        synchronized (account) {
            ApiKey key = account.key(name);
            // No expiry is documented: a key whose time is over is gone, like a deleted one.
            if (key == null
                    || key.revoked()
                    || key.expired(call.now())
                    || !CryptocomSignature.fits(body, key)) {
                throw refusal(call, Code.UNAUTHORIZED);
            }
            if (!IpRules.admits(key.ipWhitelist(), call.clientIp())) {
                throw refusal(call, Code.IP_ILLEGAL);
            }
            if (!account.nonces(name).admit(nonce, 2 * WINDOW)) {
                throw refusal(call, Code.DUPLICATE_REQUEST);
            }
            return new Caller(account, key);
        }
    }

    private static BigInteger timely(VenueCall call, String nonce) {
        if (!nonce.matches("\\d{1,18}")) {
            throw refusal(call, Code.INVALID_NONCE);
        }
        if (Math.abs(Long.parseLong(nonce) - call.now().toEpochMilli()) > WINDOW) {
            throw refusal(call, Code.INVALID_NONCE);
        }
        return new BigInteger(nonce);
    }

    @Override
    public VenueReply notFound(VenueCall call) {
        return CryptocomReplies.no(call, Code.METHOD_NOT_FOUND);
    }

    @Override
    public VenueReply denied(Hearing hearing) {
        return CryptocomReplies.no(hearing.call(), Code.UNAUTHORIZED);
    }

    @Override
    public VenueReply unreadable(Hearing hearing) {
        return CryptocomReplies.no(hearing.call(), Code.MISSING_OR_INVALID_ARGUMENT);
    }
}
