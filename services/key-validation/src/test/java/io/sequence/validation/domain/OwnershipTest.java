package io.sequence.validation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeySubmitted;
import io.sequence.events.Reason;
import io.sequence.events.Recipient;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Fault;
import io.sequence.validation.domain.Ownership.Claim;
import io.sequence.venues.api.KeyFacts;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    private final AccountId me = AccountId.next();
    private final ConnectionId mine = ConnectionId.next();

    @Test
    void takesAVenueAccountThatNobodyHas() {
        assertThat(objection(SubmissionType.ADD, null, null)).isEmpty();
    }

    @Test
    void takesItsOwnVenueAccountAgain() {
        Claim own = new Claim("uid", me, mine);
        assertThat(objection(SubmissionType.ADD, own, own)).isEmpty();
        assertThat(objection(SubmissionType.REFRESH, own, own)).isEmpty();
    }

    @Test
    void refusesAnotherPlatformAccountsVenueAccountWithoutSayingWhose() {
        Claim other = new Claim("uid", AccountId.next(), ConnectionId.next());
        Reason reason = objection(SubmissionType.ADD, null, other).orElseThrow();
        assertThat(reason.fault()).isEqualTo(Fault.ACCOUNT_ALREADY_CONNECTED);
        assertThat(reason.toString())
                .doesNotContain(other.account().toString(), other.connection().toString());
    }

    @Test
    void refusesASecondConnectionOfTheSameAccountAndNamesRefresh() {
        Claim other = new Claim("uid", me, ConnectionId.next());
        Reason reason = objection(SubmissionType.ADD, null, other).orElseThrow();
        assertThat(reason.fault()).isEqualTo(Fault.ACCOUNT_ALREADY_CONNECTED);
        assertThat(reason.fix()).contains("Refresh API");
    }

    @Test
    void staysWithTheConnectionsAccountWhereTheVenueNamesNone() {
        String told = KeyFacts.uidOfKey("fingerprint");
        assertThat(Ownership.accountUid(told, null)).isEqualTo(told);
        assertThat(Ownership.accountUid(told, new Claim("earlier", me, mine))).isEqualTo("earlier");
        assertThat(Ownership.accountUid("uid", new Claim("earlier", me, mine))).isEqualTo("uid");
    }

    @Test
    void refusesARefreshWithAKeyOfAnotherVenueAccount() {
        Claim own = new Claim("another uid", me, mine);
        assertThat(objection(SubmissionType.REFRESH, own, null).orElseThrow().fault())
                .isEqualTo(Fault.DIFFERENT_ACCOUNT);
    }

    private Optional<Reason> objection(SubmissionType type, Claim ofConnection, Claim ofUid) {
        var submission =
                new KeySubmitted(
                        new About(
                                me,
                                mine,
                                CredentialVersion.FIRST,
                                1,
                                new VenueId("venue"),
                                Mode.LIVE),
                        SubmissionId.next(),
                        type,
                        Market.SPOT,
                        new StrategyId("s"),
                        null,
                        "mine",
                        "abcd",
                        new Recipient("a@example.org", "Ada", "0x001 / Ada", null),
                        Instant.EPOCH);
        return Ownership.objection(submission, "uid", ofConnection, ofUid);
    }
}
