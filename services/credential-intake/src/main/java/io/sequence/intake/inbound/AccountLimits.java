package io.sequence.intake.inbound;

import io.sequence.access.Rate;
import io.sequence.access.RateGate;
import io.sequence.servicebase.ApiException;
import io.sequence.vocabulary.AccountId;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often accounts and sessions may be asked about: by source address, and by what is named in
 * the request, whether or not it exists.
 */
@ApplicationScoped
class AccountLimits {
    private final RateGate registerByAddress;
    private final RateGate registerByEmail;
    private final RateGate signInByAddress;
    private final RateGate signInByEmail;
    private final RateGate verifyByAddress;
    private final RateGate verifyByChallenge;
    private final RateGate sessionByAddress;
    private final RateGate passwordByAddress;
    private final RateGate passwordByAccount;
    private final RateGate settingsByAccount;
    private final RateGate unsubscribeByAddress;

    AccountLimits(
            @ConfigProperty(name = "sequence.limits.register-by-address", defaultValue = "60/200")
                    Rate registerByAddress,
            @ConfigProperty(name = "sequence.limits.register-by-email", defaultValue = "5/10")
                    Rate registerByEmail,
            @ConfigProperty(name = "sequence.limits.sign-in-by-address", defaultValue = "60/200")
                    Rate signInByAddress,
            @ConfigProperty(name = "sequence.limits.sign-in-by-email", defaultValue = "5/10")
                    Rate signInByEmail,
            @ConfigProperty(name = "sequence.limits.verify-by-address", defaultValue = "240/400")
                    Rate verifyByAddress,
            @ConfigProperty(name = "sequence.limits.verify-by-challenge", defaultValue = "10/20")
                    Rate verifyByChallenge,
            @ConfigProperty(name = "sequence.limits.session-by-address", defaultValue = "240/400")
                    Rate sessionByAddress,
            @ConfigProperty(name = "sequence.limits.password-by-address", defaultValue = "60/200")
                    Rate passwordByAddress,
            @ConfigProperty(name = "sequence.limits.password-by-account", defaultValue = "5/10")
                    Rate passwordByAccount,
            @ConfigProperty(name = "sequence.limits.settings-by-account", defaultValue = "20/40")
                    Rate settingsByAccount,
            @ConfigProperty(
                            name = "sequence.limits.unsubscribe-by-address",
                            defaultValue = "240/400")
                    Rate unsubscribeByAddress) {
        this.registerByAddress = new RateGate(registerByAddress);
        this.registerByEmail = new RateGate(registerByEmail);
        this.signInByAddress = new RateGate(signInByAddress);
        this.signInByEmail = new RateGate(signInByEmail);
        this.verifyByAddress = new RateGate(verifyByAddress);
        this.verifyByChallenge = new RateGate(verifyByChallenge);
        this.sessionByAddress = new RateGate(sessionByAddress);
        this.passwordByAddress = new RateGate(passwordByAddress);
        this.passwordByAccount = new RateGate(passwordByAccount);
        this.settingsByAccount = new RateGate(settingsByAccount);
        this.unsubscribeByAddress = new RateGate(unsubscribeByAddress);
    }

    void register(HttpServerRequest from, String email) {
        pass(registerByAddress, source(from));
        pass(registerByEmail, email);
    }

    void signIn(HttpServerRequest from, String email) {
        pass(signInByAddress, source(from));
        pass(signInByEmail, email);
    }

    void verify(HttpServerRequest from, String challenge) {
        pass(verifyByAddress, source(from));
        pass(verifyByChallenge, challenge);
    }

    void session(HttpServerRequest from) {
        pass(sessionByAddress, source(from));
    }

    void password(HttpServerRequest from, AccountId account) {
        pass(passwordByAddress, source(from));
        pass(passwordByAccount, account.toString());
    }

    void settings(AccountId account) {
        pass(settingsByAccount, account.toString());
    }

    void unsubscribe(HttpServerRequest from) {
        pass(unsubscribeByAddress, source(from));
    }

    private static void pass(RateGate gate, String key) {
        Optional<Duration> wait = gate.refusal(key);
        if (wait.isPresent()) {
            throw refusal(wait.get());
        }
    }

    /** Says no, and when to come back. */
    static ApiException refusal(Duration wait) {
        return ApiException.rateLimited(wait.plusMillis(999).toSeconds());
    }

    /** One IPv4 address, or the /64 that one IPv6 customer has. */
    private static String source(HttpServerRequest from) {
        SocketAddress address = from.remoteAddress();
        String host = address == null ? null : address.hostAddress();
        if (host == null) {
            return "unknown";
        }
        if (!host.contains(":") || host.contains(".")) {
            return host;
        }
        String[] groups = host.split(":", -1);
        return host.contains("::") && groups.length < 6
                ? host
                : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
