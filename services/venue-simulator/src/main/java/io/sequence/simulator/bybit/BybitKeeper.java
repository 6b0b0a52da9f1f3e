package io.sequence.simulator.bybit;

import static io.sequence.simulator.bybit.BybitReplies.refusal;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.IpRules;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Hearing.Caller;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who may pass at Bybit: key and host, expiry, clock, signature, address. */
final class BybitKeeper implements Door.Keeper {

    private static final long MOST_AHEAD = 1_000;

    private final Accounts accounts;

    BybitKeeper(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Caller admit(VenueCall call) {
        Instant now = call.now();
        String name = call.header("x-bapi-api-key");
        String timestamp = call.header("x-bapi-timestamp");
        String signature = call.header("x-bapi-sign");
        if (name == null || timestamp == null || signature == null) {
            throw new Refusal(
                    BybitReplies.envelope(401, 10003, "API key is invalid.", Json.object(), now));
        }
        VenueAccount account = accounts.byKey(BybitVenue.ID, name);
        ApiKey key = account == null ? null : key(account, name);
        if (account == null
                || key == null
                || key.revoked()
                || !account.host().equals(call.host())) {
            throw refusal(10003, "API key is invalid.", now);
        }
        if (key.expired(now)) {
            throw refusal(33004, "Your api key has expired.", now);
        }
        String window = call.header("x-bapi-recv-window");
        clock(timestamp, window == null ? "5000" : window, now);
        if (!BybitSignature.fits(call, key, timestamp, window == null ? "" : window, signature)
                && !(window == null
                        && BybitSignature.fits(call, key, timestamp, "5000", signature))) {
            throw refusal(
                    10004, "Error sign, please check your signature generation algorithm.", now);
        }
        if (!IpRules.admits(key.ipWhitelist(), call.clientIp())) {
            throw refusal(
                    10010, "Unmatched IP, please check your API key's bound IP addresses.", now);
        }
        return new Caller(account, key);
    }

    private static @Nullable ApiKey key(VenueAccount account, String name) {
        synchronized (account) {
            return account.key(name);
        }
    }

    private static void clock(String timestamp, String window, Instant now) {
        boolean fits = false;
        if (timestamp.matches("\\d{1,18}") && window.matches("\\d{1,9}")) {
            long sent = Long.parseLong(timestamp);
            long server = now.toEpochMilli();
            fits = server - Long.parseLong(window) <= sent && sent < server + MOST_AHEAD;
        }
        if (!fits) {
            throw refusal(
                    10002,
                    "invalid request, please check your server timestamp or recv_window param."
                            + " req_timestamp["
                            + timestamp
                            + "],server_timestamp["
                            + now.toEpochMilli()
                            + "],recv_window["
                            + window
                            + "]",
                    now);
        }
    }

    @Override
    public VenueReply notFound(VenueCall call) {
        return new VenueReply(404, java.util.Map.of(), "text/plain", "404 page not found");
    }

    @Override
    public VenueReply denied(Hearing hearing) {
        return BybitReplies.no(
                10005, "Permission denied, please check your API key permissions.", hearing.now());
    }

    @Override
    public VenueReply unreadable(Hearing hearing) {
        return BybitReplies.no(10001, "Request parameter error.", hearing.now());
    }
}
