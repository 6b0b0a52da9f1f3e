package io.sequence.simulator.bitget;

import static io.sequence.simulator.bitget.BitgetReplies.refusal;

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
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may pass at Bitget: clock, key, demo or live, passphrase, signature, address, and last
 * whether the path is meant for that kind of account.
 */
final class BitgetKeeper implements Door.Keeper {

    private static final Pattern KEY = Pattern.compile("bg_[0-9a-f]{32}");
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final Accounts accounts;
    private final String mode;

    /**
     * The keeper of one family's paths.
     *
     * @param mode which kind of account may use them
     */
    BitgetKeeper(Accounts accounts, String mode) {
        this.accounts = accounts;
        this.mode = mode;
    }

    @Override
    public Caller admit(VenueCall call) {
        Instant now = call.now();
        String name = needed(call, "access-key", "40001", "ACCESS_KEY");
        String signature = needed(call, "access-sign", "40002", "ACCESS_SIGN");
        String timestamp = needed(call, "access-timestamp", "40003", "ACCESS_TIMESTAMP");
        String passphrase = needed(call, "access-passphrase", "40011", "ACCESS_PASSPHRASE");
        clock(timestamp, now);
        if (!KEY.matcher(name).matches()) {
            throw refusal("40006", "Invalid ACCESS_KEY", now);
        }
        VenueAccount account = accounts.byKey(BitgetVenue.ID, name);
        ApiKey key = account == null ? null : key(account, name);
        // Bitget reports no expiry: a key whose time is over is gone, like a deleted one.
        if (account == null || key == null || key.revoked() || key.expired(now)) {
            throw refusal("40037", "Apikey does not exist", now);
        }
        if (key.demo() != "1".equals(call.header("paptrading"))) {
            throw refusal("40099", "exchange environment is incorrect", now);
        }
        String expected = key.passphrase();
        if (expected == null || !Macs.same(expected, passphrase)) {
            throw refusal("40012", "apikey/password is incorrect", now);
        }
        if (!BitgetSignature.fits(call, key, timestamp, signature)) {
            throw refusal("40009", "sign signature error", now);
        }
        if (!IpRules.admits(key.ipWhitelist(), call.clientIp())) {
            throw refusal("40018", "Invalid IP", now);
        }
        family(account, now);
        return new Caller(account, key);
    }

    private void family(VenueAccount account, Instant now) {
        String actual;
        synchronized (account) {
            actual = account.mode();
        }
        if (actual.equals(mode)) {
            return;
        }
        throw mode.equals(BitgetVenue.UNIFIED)
                ? refusal(
                        "40084",
                        "You are in Classic Account mode, and the Unified Account API is not"
                                + " supported at this time",
                        now)
                : refusal(
                        "40085",
                        "You are in Unified Account mode, and the Classic Account API is not"
                                + " supported at this time",
                        now);
    }

    private static @Nullable ApiKey key(VenueAccount account, String name) {
        synchronized (account) {
            return account.key(name);
        }
    }

    private static String needed(VenueCall call, String header, String code, String name) {
        String value = call.header(header);
        if (value == null) {
            throw refusal(code, name + " cannot be empty", call.now());
        }
        return value;
    }

    private static void clock(String timestamp, Instant now) {
        if (!timestamp.matches("\\d{1,18}")) {
            throw refusal("40005", "Invalid ACCESS_TIMESTAMP", now);
        }
        Instant sent = Instant.ofEpochMilli(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(WINDOW) > 0) {
            throw refusal("40008", "Request timestamp expired", now);
        }
    }

    @Override
    public VenueReply notFound(VenueCall call) {
        return BitgetReplies.no(404, "40404", "Request URL NOT FOUND", call.now());
    }

    @Override
    public VenueReply denied(Hearing hearing) {
        return BitgetReplies.denied(hearing.now());
    }

    @Override
    public VenueReply unreadable(Hearing hearing) {
        return BitgetReplies.no("40020", "Parameter error", hearing.now());
    }
}
