package io.sequence.intake.inbound;

import io.sequence.access.Rate;
import io.sequence.access.RateGate;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often an account may change its channels for alerts, link chats and send itself tests. */
@ApplicationScoped
class AlertLimits {
    private final RateGate changes;
    private final RateGate links;
    private final RateGate tests;

    AlertLimits(
            @ConfigProperty(name = "sequence.limits.alerts-by-account", defaultValue = "30/60")
                    Rate changes,
            @ConfigProperty(name = "sequence.limits.alert-links-by-account", defaultValue = "6/12")
                    Rate links,
            @ConfigProperty(name = "sequence.limits.alert-tests-by-account", defaultValue = "5/5")
                    Rate tests) {
        this.changes = new RateGate(changes);
        this.links = new RateGate(links);
        this.tests = new RateGate(tests);
    }

    void change(AccountId account) {
        pass(changes, account);
    }

    void link(AccountId account) {
        pass(links, account);
    }

    void test(AccountId account) {
        pass(tests, account);
    }

    private static void pass(RateGate gate, AccountId account) {
        gate.refusal(account.toString())
                .ifPresent(
                        wait -> {
                            throw AccountLimits.refusal(wait);
                        });
    }
}
