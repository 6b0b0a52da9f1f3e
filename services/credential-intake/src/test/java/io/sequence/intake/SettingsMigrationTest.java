package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.testing.TestHouse;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class SettingsMigrationTest {
    private static final String BEFORE = "1011";
    private static final String AFTER = "1021";

    @Test
    void keepsSessionsAndGivesEveryAccountATokenOfItsOwn() {
        try (TestHouse house = TestHouse.open()) {
            migrate(house, BEFORE);
            House rows = new House(house.dataSource("credential-intake"));
            UUID ada = account(rows, 1001);
            account(rows, 1002);
            UUID session = UUID.randomUUID();
            rows.run(
                    "insert into session (id, account_id, started_at) values (?, ?, now() -"
                            + " interval '2 days')",
                    session,
                    ada);
            token(rows, session, "used", "2 days", "now() - interval '1 day'");
            token(rows, session, "newest", "1 day", "null");

            migrate(house, AFTER);

            assertThat(rows.column(String.class, "select mail_token from account"))
                    .hasSize(2)
                    .doesNotHaveDuplicates()
                    .allMatch(token -> token.matches("[0-9a-f]{64}"));
            assertThat(rows.count("account where told or unwanted_mails <> '{}'")).isZero();
            assertThat(
                            rows.column(
                                    String.class,
                                    "select t.token_hash from refresh_token t join session s on"
                                            + " s.id = t.session_id and s.generation ="
                                            + " t.generation"))
                    .containsExactly("newest");
            // A token that was exchanged before must not come to life again.
            assertThat(rows.count("session where advanced_at > now() - interval '1 hour'"))
                    .isZero();
            OffsetDateTime used =
                    rows.column(OffsetDateTime.class, "select last_used_at from session")
                            .getFirst();
            assertThat(used)
                    .isBetween(
                            OffsetDateTime.now().minusHours(25),
                            OffsetDateTime.now().minusHours(23));
            rows.run("update session set ended_at = now(), end_reason = 'password_changed'");
        }
    }

    private static void migrate(TestHouse house, String target) {
        Flyway.configure()
                .dataSource(house.dataSource("credential-intake"))
                .locations("db/messaging", "db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static UUID account(House rows, long number) {
        UUID id = UUID.randomUUID();
        rows.run(
                "insert into account (id, client_number, email, name, password_hash, role,"
                        + " support_clearance, registered_at) values (?, ?, ?, 'Ada', '-',"
                        + " 'trader', 'not_needed', now())",
                id,
                number,
                id + "@example.org");
        return id;
    }

    private static void token(House rows, UUID session, String hash, String ago, String usedAt) {
        rows.run(
                "insert into refresh_token (token_hash, session_id, issued_at, expires_at,"
                        + " used_at) values (?, ?, now() - interval '"
                        + ago
                        + "', now() + interval '20 days', "
                        + usedAt
                        + ")",
                hash,
                session);
    }
}
