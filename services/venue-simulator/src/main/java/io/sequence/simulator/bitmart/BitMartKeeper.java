package io.sequence.simulator.bitmart;

import static io.sequence.simulator.bitmart.BitMartReplies.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.IpRules;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Hearing.Caller;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may pass at BitMart. A GET is KEYED: the key's name is enough and no signature is looked at.
 * A POST is SIGNED: clock and signature as well, where a wrong secret and a wrong memo look the
 * same.
 */
final class BitMartKeeper implements Door.Keeper {

    private static final long WINDOW = 60_000;

    private final Accounts accounts;

    BitMartKeeper(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Caller admit(VenueCall call) {
        String name = call.header("x-bm-key");
        if (name == null) {
            throw refusal(401, 30001, "Header X-BM-KEY is empty");
        }
        VenueAccount account = accounts.byKey(BitMartVenue.ID, name);
        ApiKey key = account == null ? null : key(account, name);
        if (account == null || key == null || key.revoked()) {
            throw refusal(401, 30002, "Header X-BM-KEY not found");
        }
        if (!call.method().equals("GET")) {
            signed(call, key);
        }
        if (!IpRules.admits(key.ipWhitelist(), call.clientIp())) {
            throw refusal(
                    403,
                    30010,
                    "IP is forbidden. We recommend enabling IP whitelist for API trading. After"
                            + " that reauth your account");
        }
        if (key.expired(call.now())) {
            throw refusal(403, 30011, "Header X-BM-KEY over expire time");
        }
        return new Caller(account, key);
    }

    private static void signed(VenueCall call, ApiKey key) {
        String signature = call.header("x-bm-sign");
        String timestamp = call.header("x-bm-timestamp");
        if (signature == null) {
            throw refusal(401, 30004, "Header X-BM-SIGN is empty");
        }
        if (timestamp == null) {
            throw refusal(401, 30006, "Header X-BM-TIMESTAMP is empty");
        }
        JsonNode body = Json.read(call.text());
        clock(timestamp, window(call), call.now());
        if (!BitMartSignature.fits(call, key, timestamp, signature)) {
            throw refusal(401, 30005, "Header X-BM-SIGN is wrong");
        }
        if (body == null || !body.isObject()) {
            throw refusal(503, 30018, "The request body must be JSON");
        }
    }

    /** How far a clock may be off: a minute, less when the body asks for less. */
    private static long window(VenueCall call) {
        String asked = call.json().get("recvWindow", "");
        return asked.matches("\\d{1,5}") ? Math.min(WINDOW, Long.parseLong(asked)) : WINDOW;
    }

    private static void clock(String timestamp, long window, Instant now) {
        if (!timestamp.matches("\\d{13}")) {
            throw refusal(401, 30008, "Header X-BM-TIMESTAMP invalid format");
        }
        long off = now.toEpochMilli() - Long.parseLong(timestamp);
        if (off >= window || off <= -WINDOW) {
            throw refusal(401, 30007, "Header X-BM-TIMESTAMP range. Within a minute");
        }
    }

    private static @Nullable ApiKey key(VenueAccount account, String name) {
        synchronized (account) {
            return account.key(name);
        }
    }

    @Override
    public VenueReply notFound(VenueCall call) {
        return BitMartReplies.no(404, 30000, "Not found");
    }

    @Override
    public VenueReply denied(Hearing hearing) {
        return BitMartReplies.no(403, 30012, "Header X-BM-KEY is forbidden to request it");
    }

    @Override
    public VenueReply unreadable(Hearing hearing) {
        return BitMartReplies.no(400, 50000, "Bad Request");
    }
}
