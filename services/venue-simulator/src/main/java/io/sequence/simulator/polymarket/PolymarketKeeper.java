package io.sequence.simulator.polymarket;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.ether.Addresses;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Hearing.Caller;
import io.sequence.simulator.wire.Macs;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who may pass: by wallet (L1) or by derived credentials (L2). How old a timestamp may be is not
 * documented; here it is five minutes.
 */
final class PolymarketKeeper implements Door.Keeper {

    private static final long WINDOW_SECONDS = 300;

    private final Accounts accounts;

    PolymarketKeeper(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Caller admit(VenueCall call) {
        String name = call.header("poly_api_key");
        String timestamp = call.header("poly_timestamp");
        VenueAccount account = name == null ? null : accounts.byKey(PolymarketVenue.ID, name);
        ApiKey key = account == null || name == null ? null : key(account, name);
        if (account == null || key == null || timestamp == null || key.revoked()) {
            throw PolymarketReplies.unauthorized();
        }
        String expected =
                PolymarketSignature.keyed(
                        key.secret(), timestamp, call.method(), call.path(), call.body());
        boolean fits =
                Macs.same(expected, Objects.requireNonNullElse(call.header("poly_signature"), ""))
                        && Macs.same(
                                String.valueOf(key.passphrase()),
                                Objects.requireNonNullElse(call.header("poly_passphrase"), ""))
                        && Addresses.checksummed(PolymarketWallets.signer(account))
                                .equals(call.header("poly_address"))
                        && fresh(timestamp, call)
                        && !key.expired(call.now());
        if (!fits) {
            throw PolymarketReplies.unauthorized();
        }
        return new Caller(account, key);
    }

    private static @Nullable ApiKey key(VenueAccount account, String name) {
        synchronized (account) {
            return account.key(name);
        }
    }

    /** The account whose wallet signed the L1 headers, and the nonce that was asked for. */
    record Wallet(VenueAccount account, long nonce) {}

    /**
     * Knows a wallet by its L1 headers.
     *
     * @throws io.sequence.simulator.wire.Refusal when they do not fit
     */
    Wallet wallet(VenueCall call) {
        String sent = Objects.requireNonNullElse(call.header("poly_address"), "");
        String address = Addresses.read(sent);
        String timestamp = Objects.requireNonNullElse(call.header("poly_timestamp"), "");
        String nonce = Objects.requireNonNullElse(call.header("poly_nonce"), "0");
        String signature = Objects.requireNonNullElse(call.header("poly_signature"), "");
        boolean fits =
                address != null
                        && Addresses.checksummed(address).equals(sent)
                        && nonce.matches("\\d{1,18}")
                        && fresh(timestamp, call)
                        && PolymarketSignature.attests(
                                address,
                                timestamp,
                                new BigInteger(nonce),
                                PolymarketSignature.POLYGON,
                                signature);
        if (!fits || address == null) {
            throw PolymarketReplies.refusal(401, "Invalid L1 Request headers");
        }
        VenueAccount account = PolymarketWallets.ofSigner(accounts, address);
        if (account == null) {
            throw PolymarketReplies.refusal(400, "Could not derive api key!");
        }
        return new Wallet(account, Long.parseLong(nonce));
    }

    private static boolean fresh(String timestamp, VenueCall call) {
        return timestamp.matches("\\d{1,12}")
                && Math.abs(Long.parseLong(timestamp) - call.now().getEpochSecond())
                        <= WINDOW_SECONDS;
    }

    @Override
    public VenueReply notFound(VenueCall call) {
        return PolymarketReplies.notFound();
    }

    @Override
    public VenueReply denied(Hearing hearing) {
        return PolymarketReplies.no(
                400,
                "address "
                        + PolymarketWallets.signer(hearing.account())
                        + " is in closed only mode");
    }

    @Override
    public VenueReply unreadable(Hearing hearing) {
        return PolymarketReplies.no(400, "Invalid order payload");
    }
}
