package io.sequence.simulator.kucoin;

import static io.sequence.simulator.kucoin.KucoinReplies.refusal;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.IpRules;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Hearing.Caller;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import org.jspecify.annotations.Nullable;

/**
 * Who may pass at KuCoin: clock, key, address, signature, passphrase. One key is good on both
 * hosts.
 */
final class KucoinKeeper implements Door.Keeper {

    private static final long MOST_OFF = 5_000;

    private final Accounts accounts;

    KucoinKeeper(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Caller admit(VenueCall call) {
        String name = needed(call, "kc-api-key");
        String signature = needed(call, "kc-api-sign");
        String timestamp = needed(call, "kc-api-timestamp");
        String passphrase = needed(call, "kc-api-passphrase");
        String type = call.header("content-type");
        if (call.body().length > 0 && (type == null || !type.startsWith("application/json"))) {
            throw refusal(415, "415000", "Unsupported Media Type");
        }
        boolean timely =
                timestamp.matches("\\d{1,18}")
                        && Math.abs(call.now().toEpochMilli() - Long.parseLong(timestamp))
                                <= MOST_OFF;
        if (!timely) {
            throw refusal(400, "400002", "KC-API-TIMESTAMP Invalid");
        }
        VenueAccount account = accounts.byKey(KucoinVenue.ID, name);
        ApiKey key = account == null ? null : key(account, name);
        if (account == null || key == null || key.revoked() || key.expired(call.now())) {
            throw refusal(401, "400003", "KC-API-KEY not exists");
        }
        if (!IpRules.admits(key.ipWhitelist(), call.clientIp())) {
            throw refusal(
                    403,
                    "400006",
                    "Invalid request ip, the current clientIp is:" + call.clientIp());
        }
        if (!KucoinSignature.fits(call, key, timestamp, signature)) {
            throw refusal(401, "400005", "Invalid KC-API-SIGN");
        }
        String version = call.header("kc-api-key-version");
        if (version != null && !version.matches("[123]")) {
            throw refusal(400, "400008", "Invalid KC-API-KEY-VERSION");
        }
        // A missing version means 1, whose passphrase is plain text: never right for today's keys.
        boolean current = "2".equals(version) || "3".equals(version);
        if (!current || !KucoinSignature.passphraseFits(key, passphrase)) {
            throw refusal(401, "400004", "Invalid KC-API-PASSPHRASE");
        }
        return new Caller(account, key);
    }

    private static String needed(VenueCall call, String header) {
        String value = call.header(header);
        if (value == null) {
            throw refusal(
                    401,
                    "400001",
                    "Please check the header of your request for KC-API-KEY, KC-API-SIGN,"
                            + " KC-API-TIMESTAMP, KC-API-PASSPHRASE");
        }
        return value;
    }

    private static @Nullable ApiKey key(VenueAccount account, String name) {
        synchronized (account) {
            return account.key(name);
        }
    }

    @Override
    public VenueReply notFound(VenueCall call) {
        return KucoinReplies.no(404, "404000", "Url Not Found");
    }

    @Override
    public VenueReply denied(Hearing hearing) {
        return KucoinReplies.no(403, "400007", "Access denied, require more permission.");
    }

    @Override
    public VenueReply unreadable(Hearing hearing) {
        return KucoinReplies.no(400, "400100", "Parameter error");
    }
}
