package io.sequence.simulator.okx;

import static io.sequence.simulator.okx.OkxReplies.refusal;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.IpRules;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Hearing.Caller;
import io.sequence.simulator.wire.Macs;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Who may pass at OKX: clock, key and region, demo or live, passphrase, signature, address. */
final class OkxKeeper implements Door.Keeper {

    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final Accounts accounts;

    OkxKeeper(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Caller admit(VenueCall call) {
        String name = needed(call, "ok-access-key", "50103");
        String passphrase = needed(call, "ok-access-passphrase", "50104");
        String signature = needed(call, "ok-access-sign", "50106");
        String timestamp = needed(call, "ok-access-timestamp", "50107");
        clock(timestamp, call.now());
        if (!KEY.matcher(name).matches()) {
            throw refusal(401, "50111", "Invalid OK-ACCESS-KEY");
        }
        VenueAccount account = accounts.byKey(OkxVenue.ID, name);
        if (account == null || !account.host().equals(call.host())) {
            throw unknown();
        }
        ApiKey key;
        synchronized (account) {
            key = account.key(name);
        }
        // OKX reports no expiry: a key whose time is over is gone, like a deleted one.
        if (key == null || key.revoked() || key.expired(call.now())) {
            throw unknown();
        }
        if (key.demo() != "1".equals(call.header("x-simulated-trading"))) {
            throw refusal(401, "50101", "APIKey does not match current environment.");
        }
        String expected = key.passphrase();
        if (expected == null || !Macs.same(expected, passphrase)) {
            throw refusal(401, "50105", "Request header OK-ACCESS-PASSPHRASE incorrect.");
        }
        if (!OkxSignature.fits(call, key, timestamp, signature)) {
            throw refusal(401, "50113", "Invalid Sign");
        }
        if (!IpRules.admits(key.ipWhitelist(), call.clientIp())) {
            throw refusal(
                    401,
                    "50110",
                    "Your IP "
                            + call.clientIp()
                            + " is not included in your API key's "
                            + name
                            + " IP whitelist.");
        }
        return new Caller(account, key);
    }

    private static RuntimeException unknown() {
        return refusal(401, "50119", "API key doesn't exist");
    }

    private static String needed(VenueCall call, String header, String code) {
        String value = call.header(header);
        if (value == null) {
            throw refusal(
                    401,
                    code,
                    "Request header \""
                            + header.toUpperCase(java.util.Locale.ROOT)
                            + "\" can not be empty.");
        }
        return value;
    }

    private static void clock(String timestamp, Instant now) {
        Instant sent;
        try {
            if (!TIMESTAMP.matcher(timestamp).matches()) {
                throw refusal(401, "50112", "Invalid OK-ACCESS-TIMESTAMP");
            }
            sent = Instant.parse(timestamp);
        } catch (DateTimeException notATime) {
            throw refusal(401, "50112", "Invalid OK-ACCESS-TIMESTAMP");
        }
        if (Duration.between(sent, now).abs().compareTo(WINDOW) > 0) {
            throw refusal(401, "50102", "Timestamp request expired");
        }
    }

    @Override
    public VenueReply notFound(VenueCall call) {
        return OkxReplies.no(404, "404", "Not Found");
    }

    @Override
    public VenueReply denied(Hearing hearing) {
        return OkxReplies.no(
                401, "50120", "This API key doesn't have permission to use this function");
    }

    @Override
    public VenueReply unreadable(Hearing hearing) {
        return OkxReplies.no(400, "51000", "Parameter error");
    }
}
