package io.sequence.intake.outbound.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** Forgets what has had its time. */
@ApplicationScoped
public class AccountSweeping {
    private static final Duration CHALLENGES = Duration.ofDays(1);
    private static final Duration TOKENS = Duration.ofDays(1);

    private final AccountRows accounts;
    private final ChallengeRows challenges;
    private final RefreshTokenRows tokens;
    private final SessionRows sessions;

    AccountSweeping(
            AccountRows accounts,
            ChallengeRows challenges,
            RefreshTokenRows tokens,
            SessionRows sessions) {
        this.accounts = accounts;
        this.challenges = challenges;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /**
     * Deletes codes and tokens that work no more, and registrations whose address nobody proved: an
     * address must not be blocked by somebody who cannot read its mail.
     *
     * @param unproven how long a registration may wait for its proof
     */
    @Transactional
    public void sweep(Instant now, Duration unproven) {
        challenges.delete("openedAt < ?1", now.minus(CHALLENGES));
        tokens.delete("expiresAt < ?1", now.minus(TOKENS));
        sessions.delete(
                "delete from SessionRow s where s.startedAt < ?1 and not exists (select 1 from"
                        + " RefreshTokenRow t where t.sessionId = s.id)",
                now.minus(TOKENS));
        accounts.delete(
                "emailProvenAt is null and role = 'trader' and registeredAt < ?1",
                now.minus(unproven));
    }
}
