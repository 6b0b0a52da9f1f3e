package io.sequence.validation.domain;

import io.sequence.events.KeySubmitted;
import io.sequence.events.Reason;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Blame;
import io.sequence.faults.Fault;
import io.sequence.validation.domain.Verdict.Accepted;
import io.sequence.validation.domain.Verdict.NotYet;
import io.sequence.validation.domain.Verdict.Refused;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.Host;
import io.sequence.venues.outlook.Cautions;
import io.sequence.venues.outlook.KeyLife;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks a venue about one submitted key, in the fewest calls that decide, and says what came of it.
 * A key of which the default host knows nothing is shown to the venue's regional hosts, once each;
 * then to its test hosts, to tell a key of another environment from one that does not exist.
 */
public final class Examination {
    private final VenueProfile profile;
    private final KeySubmitted submission;
    private final Function<String, VenueClient> clientOn;
    private final Instant now;

    /**
     * An examination that has not asked anything yet.
     *
     * @param profile the venue as data
     * @param submission what was submitted
     * @param clientOn a client of the key on the host with the given label
     * @param now the house's clock
     */
    public Examination(
            VenueProfile profile,
            KeySubmitted submission,
            Function<String, VenueClient> clientOn,
            Instant now) {
        this.profile = profile;
        this.submission = submission;
        this.clientOn = clientOn;
        this.now = now;
    }

    /** Asks, blocking, and decides. */
    public Verdict verdict() {
        String host = profile.defaultHost();
        return switch (inspect(host)) {
            case Yes<KeyFacts> yes -> judge(host, yes.value());
            case No<KeyFacts> no when no.fault() == Fault.INVALID_KEY -> elsewhere(no);
            case No<KeyFacts> no when no.fault() == Fault.AMBIGUOUS_AUTH -> doubtful(host, no);
            case No<KeyFacts> no -> refusal(no);
            case Unknown<KeyFacts> unknown -> lost(unknown);
        };
    }

    /** A no without a reason: the venue's other answers may tell one. */
    private Verdict doubtful(String host, No<KeyFacts> no) {
        return switch (clientOn.apply(host).diagnose(no)) {
            case Yes<Pulse> works ->
                    new NotYet(
                            Reason.of(Fault.VENUE_UNAVAILABLE, no.venueCode(), no.venueWords()),
                            no.retryAfter());
            case No<Pulse> sharper -> refusal(sharper);
            case Unknown<Pulse> unknown -> refusal(no);
        };
    }

    private VenueAnswer<KeyFacts> inspect(String host) {
        return clientOn.apply(host).inspectKey();
    }

    private Verdict elsewhere(No<KeyFacts> unknownKey) {
        String silent = "";
        for (Host host : profile.hosts()) {
            if (!host.regional() || host.mode() != Mode.LIVE) {
                continue;
            }
            switch (inspect(host.label())) {
                case Yes<KeyFacts> yes -> {
                    return judge(host.label(), yes.value());
                }
                case No<KeyFacts> no when no.fault() == Fault.INVALID_KEY -> {}
                // Any other refusal of a key comes from a host that knows it.
                case No<KeyFacts> no when no.fault().userMustAct() -> {
                    return refusal(no);
                }
                // A host that does not know the question is not the key's home.
                case No<KeyFacts> no when no.fault().blame() == Blame.REQUEST -> {}
                case No<KeyFacts> no -> silent = host.label();
                case Unknown<KeyFacts> unknown -> silent = host.label();
            }
        }
        return silent.isEmpty() ? nowhere(unknownKey) : notEverywhere(unknownKey, silent);
    }

    private Verdict nowhere(No<KeyFacts> unknownKey) {
        return testHost()
                .<Verdict>map(host -> new Refused(environment(unknownKey, host)))
                .orElseGet(() -> refusal(unknownKey));
    }

    private Reason environment(No<KeyFacts> unknownKey, Host host) {
        return new Reason(
                Fault.ENVIRONMENT_MISMATCH,
                "The key answers on %s's %s environment and not on the live one."
                        .formatted(profile.displayName(), host.label()),
                unknownKey.venueCode(),
                unknownKey.venueWords(),
                Fault.ENVIRONMENT_MISMATCH.fix());
    }

    /** The key may live on the site that did not answer; {@link Patience} says for how long. */
    private NotYet notEverywhere(No<KeyFacts> unknownKey, String silent) {
        return new NotYet(
                new Reason(
                        unknownKey.fault(),
                        "%s's site %s could not be asked whether it knows the key."
                                .formatted(profile.displayName(), silent),
                        unknownKey.venueCode(),
                        unknownKey.venueWords(),
                        unknownKey.fault().fix()),
                null);
    }

    private Optional<Host> testHost() {
        return profile.hosts().stream()
                .filter(host -> host.mode() == Mode.SANDBOX)
                .filter(host -> inspect(host.label()) instanceof Yes<KeyFacts>)
                .findFirst();
    }

    private Verdict judge(String host, KeyFacts facts) {
        Optional<Reason> objection = RightsCheck.objection(profile, submission.market(), facts);
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        KeyLife life = KeyLife.of(facts.expiry(), profile.expiry(), submission.submittedAt());
        if (life.isOver(now)) {
            return new Refused(Reason.of(Fault.KEY_EXPIRED, "", ""));
        }
        Money minimum = submission.minimumBalance();
        if (submission.type() != SubmissionType.ADD
                || minimum == null
                || minimum.amount().signum() <= 0) {
            return accepted(host, facts, life, List.of());
        }
        return funded(host, facts, life, minimum);
    }

    private Verdict funded(String host, KeyFacts facts, KeyLife life, Money minimum) {
        return switch (clientOn.apply(host).balances(submission.market())) {
            case Yes<List<Balance>> yes ->
                    Funding.shortage(yes.value(), minimum)
                            .<Verdict>map(Refused::new)
                            .orElseGet(() -> accepted(host, facts, life, yes.value()));
            case No<List<Balance>> no -> refusal(no);
            case Unknown<List<Balance>> unknown -> lost(unknown);
        };
    }

    private Accepted accepted(String host, KeyFacts facts, KeyLife life, List<Balance> balances) {
        return new Accepted(
                host,
                facts.accountUid(),
                facts.rights(),
                facts.ipAllowList(),
                facts.subAccount(),
                life.expiresAt(),
                life.reported(),
                Cautions.of(profile, submission.market(), facts, life, now),
                Funding.wallets(balances));
    }

    /** Only what the user must mend is a verdict; our own and the venue's troubles are not. */
    private static Verdict refusal(No<?> no) {
        Fault fault = no.fault() == Fault.PERMISSION_DENIED ? Fault.READ_MISSING : no.fault();
        Reason reason = Reason.of(fault, no.venueCode(), no.venueWords());
        return fault.userMustAct() ? new Refused(reason) : new NotYet(reason, no.retryAfter());
    }

    private static NotYet lost(Unknown<?> unknown) {
        return new NotYet(Reason.of(Fault.UNKNOWN_OUTCOME, "", unknown.why()), null);
    }
}
