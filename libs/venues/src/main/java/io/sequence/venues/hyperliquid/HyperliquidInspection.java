package io.sequence.venues.hyperliquid;

import io.sequence.faults.Fault;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.hyperliquid.HyperliquidKey.Approval;
import io.sequence.venues.hyperliquid.HyperliquidKey.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Finds out what a key is: its address from the key itself, its role and approval from public
 * reads, and that it signs from an action that does nothing.
 */
final class HyperliquidInspection {
    private static final String AGENTS = "extraAgents";
    private static final String APPROVAL_OVER = "the API wallet's approval is over";

    /** The official reference does not list the question: it may be taken away. */
    private static final Set<Fault> NOT_ASKABLE = EnumSet.of(Fault.BAD_REQUEST, Fault.UNRECOGNISED);

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

    /**
     * The account's list of approved wallets proves an API wallet by its address, which only its
     * key gives. A signed action proves those that are not listed, such as the unnamed one; each
     * costs one of the actions that the venue grants an address.
     */
    VenueAnswer<Pulse> pulse() {
        String agent = wallets.agent();
        var listed = new AtomicReference<Optional<Approval>>(Optional.empty());
        VenueAnswer<Pulse> looked =
                calls.look(
                        AGENTS,
                        wallets.account(),
                        answer -> listed.set(Approval.of(answer, agent)));
        return switch (looked) {
            case Yes<Pulse> yes ->
                    listed.get().map(found -> stillApproved(found, yes)).orElseGet(calls::pulse);
            case No<Pulse> no when NOT_ASKABLE.contains(no.fault()) -> calls.pulse();
            case VenueAnswer<Pulse> other -> other;
        };
    }

    private VenueAnswer<Pulse> stillApproved(Approval approval, VenueAnswer<Pulse> pulse) {
        Instant until = approval.validUntil();
        return until == null || until.isAfter(now())
                ? pulse
                : refused(Fault.KEY_EXPIRED, APPROVAL_OVER);
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
                ? refused(Fault.KEY_EXPIRED, APPROVAL_OVER)
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
        return calls.about(AGENTS, account, answer -> Approval.of(answer, agent))
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
