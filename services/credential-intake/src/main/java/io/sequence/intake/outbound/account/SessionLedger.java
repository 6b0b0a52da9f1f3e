package io.sequence.intake.outbound.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.access.AccessTokens;
import io.sequence.events.MailRequested;
import io.sequence.events.MailRequested.Content;
import io.sequence.events.MailRequested.Template;
import io.sequence.intake.domain.account.Account;
import io.sequence.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Sessions: chains of refresh tokens of which each is exchanged once. */
@ApplicationScoped
public class SessionLedger {
    private final SessionRows sessions;
    private final RefreshTokenRows tokens;
    private final AccountRows accounts;
    private final AccessTokens accessTokens;
    private final Outbox outbox;
    private final InstantSource clock;

    SessionLedger(
            SessionRows sessions,
            RefreshTokenRows tokens,
            AccountRows accounts,
            AccessTokens accessTokens,
            Outbox outbox,
            InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.accounts = accounts;
        this.accessTokens = accessTokens;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a caller holds from now on.
     *
     * @param accessToken JWT
     * @param lifetime how long it works
     * @param refreshToken for the cookie only
     */
    public record Session(String accessToken, Duration lifetime, String refreshToken) {
        /** Tokens belong in no log. */
        @Override
        public String toString() {
            return "Session[…]";
        }
    }

    /** Begins one, in the caller's transaction. */
    Session begin(Account account, Instant now) {
        UUID id = UUID.randomUUID();
        sessions.persist(SessionRow.of(id, account.id(), now));
        // The token's row refers to the session's, and only this order is sure to be written so.
        sessions.flush();
        return grant(account, id, now);
    }

    /**
     * Exchanges a refresh token for the next one. An old one ends the whole session, and its owner
     * is told.
     *
     * @return empty when the token is worth nothing
     */
    public Optional<Session> exchange(String refreshToken) {
        String hash = Codes.tokenHash(refreshToken);
        return QuarkusTransaction.requiringNew().call(() -> exchangeHashed(hash));
    }

    private Optional<Session> exchangeHashed(String hash) {
        RefreshTokenRow known = tokens.findById(hash);
        SessionRow session = known == null ? null : sessions.hold(known.sessionId());
        if (known == null || session == null) {
            return Optional.empty();
        }
        // Whoever held the session before may have used the token meanwhile.
        tokens.getEntityManager().refresh(known, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        Account account = accounts.findById(session.accountId()).toAccount();
        return switch (known.toToken().present(session.ended(), now)) {
            case ROTATE -> {
                known.use(now);
                yield Optional.of(grant(account, session.id(), now));
            }
            case REUSED -> {
                session.end("token_reused", now);
                outbox.append(
                        new MailRequested(
                                account.id(),
                                account.recipient(),
                                new Content(Template.SESSIONS_ENDED, null, null, null, null),
                                now));
                yield Optional.empty();
            }
            case DEAD -> Optional.empty();
        };
    }

    /** Ends the session that the token belongs to, if any. */
    public void end(String refreshToken) {
        String hash = Codes.tokenHash(refreshToken);
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            RefreshTokenRow known = tokens.findById(hash);
                            SessionRow session =
                                    known == null ? null : sessions.hold(known.sessionId());
                            if (session != null) {
                                session.end("signed_out", clock.instant());
                            }
                        });
    }

    private Session grant(Account account, UUID session, Instant now) {
        String refreshToken = Codes.nextToken();
        tokens.persist(RefreshTokenRow.of(Codes.tokenHash(refreshToken), session, now));
        return new Session(
                accessTokens.issue(account.id(), account.role(), now),
                accessTokens.lifetime(),
                refreshToken);
    }
}
