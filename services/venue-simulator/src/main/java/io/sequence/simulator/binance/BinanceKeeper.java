package io.sequence.simulator.binance;

import static io.sequence.simulator.binance.BinanceReplies.refusal;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.IpRules;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Hearing.Caller;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may pass at Binance: key and host, clock, signature, address. One answer, -2015, stands for
 * an unknown key, an address off the list and a missing right. Source: Binance Spot REST API,
 * "SIGNED endpoint security" and "Error codes".
 */
final class BinanceKeeper implements Door.Keeper {

    private static final BigDecimal MOST_WINDOW = new BigDecimal("60000");
    private static final BigDecimal MOST_AHEAD = new BigDecimal("1000");

    private final BinanceSite site;
    private final Accounts accounts;

    BinanceKeeper(BinanceSite site, Accounts accounts) {
        this.site = site;
        this.accounts = accounts;
    }

    @Override
    public Caller admit(VenueCall call) {
        String name = call.header("x-mbx-apikey");
        if (name == null || !name.matches("[A-Za-z0-9]{64}")) {
            throw new Refusal(BinanceReplies.no(401, -2014, "API-key format invalid."));
        }
        VenueAccount account = accounts.byKey(site.id(), name);
        ApiKey key = account == null ? null : key(account, name);
        if (account == null
                || key == null
                || gone(key, call.now())
                || !BinanceSite.sameSide(account.host(), call.host())) {
            throw new Refusal(BinanceReplies.denied(site, call));
        }
        Params params = BinanceForm.params(call);
        clock(params, call.now());
        String signature = BinanceForm.mandatory(params, "signature");
        if (!BinanceSignature.fits(call, key, signature)) {
            throw refusal(-1022, "Signature for this request is not valid.");
        }
        if (!IpRules.admits(key.ipWhitelist(), call.clientIp())) {
            throw new Refusal(BinanceReplies.denied(site, call));
        }
        return new Caller(account, key);
    }

    /** Binance's keys have no date; what ends at Binance US is taken for a deleted key. */
    private boolean gone(ApiKey key, Instant now) {
        return key.revoked() || site == BinanceSite.US && key.expired(now);
    }

    private static @Nullable ApiKey key(VenueAccount account, String name) {
        synchronized (account) {
            return account.key(name);
        }
    }

    /** Milliseconds, or microseconds when there are that many digits. */
    private static void clock(Params params, Instant now) {
        String timestamp = BinanceForm.mandatory(params, "timestamp");
        if (!timestamp.matches("\\d{1,18}")) {
            throw refusal(
                    -1100,
                    "Illegal characters found in parameter 'timestamp'; legal range is"
                            + " '^[0-9]{1,20}$'.");
        }
        BigDecimal window = params.has("recvWindow") ? params.decimal("recvWindow") : null;
        if (window == null) {
            window = new BigDecimal("5000");
        }
        if (window.signum() < 0 || window.scale() > 3 || window.compareTo(MOST_WINDOW) > 0) {
            throw refusal(-1131, "recvWindow must be less than 60000.");
        }
        BigDecimal sent = new BigDecimal(timestamp).movePointLeft(timestamp.length() > 14 ? 3 : 0);
        BigDecimal server = BigDecimal.valueOf(now.toEpochMilli());
        if (sent.compareTo(server.add(MOST_AHEAD)) >= 0) {
            throw refusal(
                    -1021, "Timestamp for this request was 1000ms ahead of the server's time.");
        }
        if (server.subtract(sent).compareTo(window) > 0) {
            throw refusal(-1021, "Timestamp for this request is outside of the recvWindow.");
        }
    }

    @Override
    public VenueReply notFound(VenueCall call) {
        return VenueReply.html(
                404,
                "<html>\n<head><title>404 Not Found</title></head>\n<body>\n"
                        + "<center><h1>404 Not Found</h1></center>\n<hr><center>nginx</center>\n"
                        + "</body>\n</html>\n");
    }

    @Override
    public VenueReply denied(Hearing hearing) {
        return BinanceReplies.denied(site, hearing.call());
    }

    @Override
    public VenueReply unreadable(Hearing hearing) {
        return BinanceReplies.no(400, -1100, "Illegal characters found in a parameter.");
    }
}
