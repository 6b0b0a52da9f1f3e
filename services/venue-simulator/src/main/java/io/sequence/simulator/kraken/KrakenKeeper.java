package io.sequence.simulator.kraken;

import static io.sequence.simulator.kraken.KrakenReplies.refusal;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.IpRules;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Hearing.Caller;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who may pass at Kraken: key, signature, strictly increasing nonce. Kraken does not say what an
 * expired key or an address off the list answers; here it is {@code EAPI:Invalid key}, the likelier
 * of the candidates.
 */
final class KrakenKeeper implements Door.Keeper {

    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final Accounts accounts;

    KrakenKeeper(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Caller admit(VenueCall call) {
        String name = call.header("api-key");
        String signature = call.header("api-sign");
        if (name == null || signature == null) {
            throw refusal("EAPI:Invalid key");
        }
        VenueAccount account = accounts.byKey(KrakenVenue.ID, name);
        ApiKey key = account == null ? null : key(account, name);
        boolean alive =
                key != null
                        && !key.revoked()
                        && !key.expired(call.now())
                        && IpRules.admits(key.ipWhitelist(), call.clientIp());
        Params body = KrakenBody.of(call);
        // A one-time password sent with a key that has none is taken for a wrong key.
        if (account == null || key == null || !alive || body.has("otp")) {
            throw refusal("EAPI:Invalid key");
        }
        String nonce = body.get("nonce", "");
        if (!nonce.matches("\\d{1,20}") || new BigInteger(nonce).compareTo(MOST) > 0) {
            throw refusal("EAPI:Invalid nonce");
        }
        if (!KrakenSignature.fits(call, key.secret(), nonce, signature)) {
            throw refusal("EAPI:Invalid signature");
        }
        boolean fresh;
        synchronized (account) {
            fresh = account.nonces(name).admit(new BigInteger(nonce), key.nonceWindow());
        }
        if (!fresh) {
            throw refusal("EAPI:Invalid nonce");
        }
        return new Caller(account, key);
    }

    private static @Nullable ApiKey key(VenueAccount account, String name) {
        synchronized (account) {
            return account.key(name);
        }
    }

    @Override
    public VenueReply notFound(VenueCall call) {
        return call.path().startsWith("/0/")
                ? KrakenReplies.unknownMethod()
                : KrakenReplies.outside();
    }

    @Override
    public VenueReply denied(Hearing hearing) {
        return KrakenReplies.no("EGeneral:Permission denied");
    }

    @Override
    public VenueReply unreadable(Hearing hearing) {
        return KrakenReplies.no("EGeneral:Invalid arguments");
    }
}
