package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.access.AccessTokens;
import io.sequence.intake.outbound.account.AccountSweeping;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class AccountSweepingTest {
    TestHouse house;
    @Inject AccessTokens tokens;
    @Inject AccountSweeping sweeping;

    @Test
    void forgetsWhatHasHadItsTimeAndNothingElse() {
        House rows = new House(house);
        Trader unproven = Trader.fresh(house, tokens);
        rows.run(
                "update credential_intake.account set email_proven_at = null, registered_at ="
                        + " now() - interval '4 days' where id = ?",
                unproven.account().value());
        Trader ada = Trader.fresh(house, tokens);
        UUID over = session(rows, ada, "now() - interval '40 days'");
        UUID going = session(rows, ada, "now() - interval '40 days'");
        UUID fresh = session(rows, ada, "now()");
        token(rows, over, "now() - interval '2 days'");
        token(rows, going, "now() + interval '2 days'");

        sweeping.sweep(Instant.now(), Duration.ofDays(3));

        assertThat(rows.count("credential_intake.account where id = ?", unproven.account().value()))
                .isZero();
        assertThat(
                        rows.column(
                                UUID.class,
                                "select id from credential_intake.session where account_id = ?",
                                ada.account().value()))
                .containsExactlyInAnyOrder(going, fresh);
        assertThat(
                        rows.column(
                                UUID.class,
                                "select session_id from credential_intake.refresh_token where"
                                        + " session_id in (?, ?)",
                                over,
                                going))
                .containsExactly(going);
    }

    private static UUID session(House rows, Trader trader, String started) {
        UUID id = UUID.randomUUID();
        rows.run(
                "insert into credential_intake.session (id, account_id, started_at, last_used_at,"
                        + " advanced_at) select ?, ?, at, at, at from (values ("
                        + started
                        + ")) as v (at)",
                id,
                trader.account().value());
        return id;
    }

    private static void token(House rows, UUID session, String expires) {
        rows.run(
                "insert into credential_intake.refresh_token (token_hash, session_id, issued_at,"
                        + " expires_at) values (?, ?, now() - interval '30 days', "
                        + expires
                        + ")",
                UUID.randomUUID().toString(),
                session);
    }
}
