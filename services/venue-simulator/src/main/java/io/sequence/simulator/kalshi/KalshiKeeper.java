package io.sequence.simulator.kalshi;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Hearing.Caller;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;

/**
 * Who may pass at Kalshi: key and host, clock, signature, and whether the user's location is still
 * attested. There are no lists of addresses. How far a clock may be behind lies between 5 and 30
 * seconds; 10 is chosen here, and 30 ahead.
 */
final class KalshiKeeper implements Door.Keeper {

    private static final long MOST_BEHIND_MS = 10_000;
    private static final long MOST_AHEAD_MS = 30_000;

    private final Accounts accounts;

    KalshiKeeper(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Caller admit(VenueCall call) {
        String name = call.header("kalshi-access-key");
        String timestamp = call.header("kalshi-access-timestamp");
        String signature = call.header("kalshi-access-signature");
        if (name == null || timestamp == null || signature == null) {
            throw new Refusal(
                    KalshiReplies.no(
                            401,
                            "signature_is_missing_from_headers",
                            "signature is missing from headers",
                            null));
        }
        VenueAccount account = accounts.byKey(KalshiVenue.ID, name);
        if (account == null || !account.host().equals(call.host())) {
            throw KalshiReplies.unauthenticated("NOT_FOUND");
        }
        ApiKey key;
        synchronized (account) {
            key = account.key(name);
        }
        if (key == null || key.revoked()) {
            throw KalshiReplies.unauthenticated("NOT_FOUND");
        }
        clock(timestamp, call.now());
        String text = timestamp + call.method() + call.path();
        String publicKey = key.publicKey();
        if (publicKey == null || !KalshiSignature.fits(publicKey, text, signature)) {
            throw KalshiReplies.unauthenticated("INCORRECT_API_KEY_SIGNATURE");
        }
        if (key.expired(call.now())) {
            throw new Refusal(
                    KalshiReplies.no(
                            403, "forbidden", "forbidden", "location attestation has expired"));
        }
        return new Caller(account, key);
    }

    private static void clock(String timestamp, Instant now) {
        boolean fits = false;
        if (timestamp.matches("\\d{1,18}")) {
            long ahead = Long.parseLong(timestamp) - now.toEpochMilli();
            fits = -MOST_BEHIND_MS <= ahead && ahead <= MOST_AHEAD_MS;
        }
        if (!fits) {
            throw new Refusal(
                    KalshiReplies.no(
                            401, "header_timestamp_expired", "header timestamp expired", null));
        }
    }

    @Override
    public VenueReply notFound(VenueCall call) {
        return KalshiReplies.no(404, "page_not_found", "page not found", null);
    }

    @Override
    public VenueReply denied(Hearing hearing) {
        return KalshiReplies.no(403, "forbidden", "forbidden", "missing scope");
    }

    @Override
    public VenueReply unreadable(Hearing hearing) {
        return KalshiReplies.invalid("a number cannot be read");
    }
}
