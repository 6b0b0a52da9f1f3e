package io.sequence.venues.hyperliquid;

import io.sequence.faults.Fault;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.hyperliquid.HyperliquidKey.Approval;
import io.sequence.venues.hyperliquid.HyperliquidKey.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Finds out what a key is: its address from the key itself, its role and approval from public
 * reads, and that it signs from an action that does nothing.
 */
final class HyperliquidInspection {
    private final HyperliquidCalls calls;
    private final HyperliquidWallets wallets;
    private final InstantSource clock;

    HyperliquidInspection(HyperliquidCalls calls, HyperliquidWallets wallets, InstantSource clock) {
        this.calls = calls;
        this.wallets = wallets;
        this.clock = clock;
    }

    VenueAnswer<KeyFacts> facts() {
        String agent = wallets.agent();
        String given = wallets.account();
        return role(agent).then(role -> of(agent, given, role));
    }

    VenueAnswer<Role> role(String address) {
        return calls.about("userRole", address, Role::of);
    }

    /** An API wallet's own address in place of the account's is mended by the venue's word. */
    private VenueAnswer<KeyFacts> of(String agent, String given, Role role) {
        String account = given.equals(agent) && role.master() != null ? role.master() : given;
        if (given.equals(agent) && !role.isAgent()) {
            return new Yes<>(HyperliquidKey.ofMaster(given));
        }
        if (role.isAgentOf(account)) {
            return approved(agent, account);
        }
        return role.isAgent()
                ? refused(
                        Fault.INVALID_KEY,
                        "this API wallet was approved by another account than the one given")
                : unknown(agent, account, role);
    }

    private VenueAnswer<KeyFacts> unknown(String agent, String account, Role role) {
        boolean over =
                approval(agent, account)
                        .map(Approval::validUntil)
                        .filter(until -> !until.isAfter(now()))
                        .isPresent();
        return over
                ? refused(Fault.KEY_EXPIRED, "the API wallet's approval is over")
                : new No<>(
                        Fault.INVALID_KEY,
                        role.word(),
                        "our check: the account has not approved this API wallet, or no longer",
                        null);
    }

    private VenueAnswer<KeyFacts> approved(String agent, String account) {
        Optional<String> vault = wallets.vault();
        return vault.map(address -> leads(account, address))
                .orElseGet(() -> new Yes<>(account))
                .then(trusted -> signs())
                .map(signed -> HyperliquidKey.ofAgent(account, vault, approval(agent, account)));
    }

    private VenueAnswer<String> leads(String account, String vault) {
        return role(vault)
                .then(
                        role ->
                                role.tradesFor(account)
                                        ? new Yes<>(account)
                                        : refused(
                                                Fault.INVALID_PASSPHRASE,
                                                "passphrase takes the address of a vault or"
                                                        + " sub-account of this account, or"
                                                        + " nothing"));
    }

    private VenueAnswer<String> signs() {
        VenueAnswer<String> answer = calls.noop(ok -> "");
        return answer instanceof No<String> no && no.venueCode().equals(HyperliquidFaults.NO_VAULT)
                ? new No<>(Fault.INVALID_PASSPHRASE, no.venueCode(), no.venueWords(), null)
                : answer;
    }

    /** The official reference does not list this question, so its absence is no reason to fail. */
    private Optional<Approval> approval(String agent, String account) {
        return calls.about("extraAgents", account, answer -> Approval.of(answer, agent))
                        instanceof Yes<Optional<Approval>> yes
                ? yes.value()
                : Optional.empty();
    }

    private Instant now() {
        return clock.instant();
    }

    private static <T> No<T> refused(Fault fault, String why) {
        return new No<>(fault, "", "our check: " + why, null);
    }
}
