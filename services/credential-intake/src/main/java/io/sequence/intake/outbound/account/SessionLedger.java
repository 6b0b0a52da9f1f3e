package io.sequence.intake.outbound.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.access.AccessTokens;
import io.sequence.events.NoticeRequested;
import io.sequence.events.NoticeRequested.NoticeTemplate;
import io.sequence.intake.domain.account.Account;
import io.sequence.intake.domain.account.OpenSession;
import io.sequence.intake.domain.account.Origin;
import io.sequence.intake.domain.account.RefreshToken;
import io.sequence.intake.outbound.live.SessionEnds;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions: chains of refresh tokens, each exchanged for the next. */
@ApplicationScoped
public class SessionLedger {
    private static final int MOST_SHOWN = 200;

    private final SessionRows sessions;
    private final RefreshTokenRows tokens;
    private final AccountRows accounts;
    private final AccessTokens accessTokens;
    private final SessionEnds ends;
    private final Outbox outbox;
    private final InstantSource clock;

    SessionLedger(
            SessionRows sessions,
            RefreshTokenRows tokens,
            AccountRows accounts,
            AccessTokens accessTokens,
            SessionEnds ends,
            Outbox outbox,
            InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.accounts = accounts;
        this.accessTokens = accessTokens;
        this.ends = ends;
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
    Session begin(Account account, Origin origin, Instant now) {
        SessionRow session = SessionRow.of(UUID.randomUUID(), account.id(), origin, now);
        sessions.persist(session);
        // The token's row refers to the session's, and only this order is sure to be written so.
        sessions.flush();
        return grant(account, session, now);
    }

    /**
     * Exchanges a refresh token for the next one; once more within {@link RefreshToken#GRACE}. An
     * older one ends the whole session, and its owner is told.
     *
     * @param origin where it came from
     * @return empty when the token is worth nothing
     */
    public Optional<Session> exchange(String refreshToken, Origin origin) {
        String hash = Codes.tokenHash(refreshToken);
        return QuarkusTransaction.requiringNew().call(() -> exchangeHashed(hash, origin));
    }

    private Optional<Session> exchangeHashed(String hash, Origin origin) {
        RefreshTokenRow known = tokens.findById(hash);
        // Whoever holds the session is alone with its tokens.
        SessionRow session = known == null ? null : sessions.hold(known.sessionId());
        if (known == null || session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Account account = accounts.findById(session.accountId().value()).toAccount();
        return switch (known.toToken().present(session.chain(), now)) {
            case ROTATE -> {
                known.use(now);
                session.advance(now);
                session.use(origin, now);
                yield Optional.of(grant(account, session, now));
            }
            case REPEAT -> {
                session.repeat();
                session.use(origin, now);
                yield Optional.of(grant(account, session, now));
            }
            case REUSED -> {
                end(session, "token_reused", now);
                outbox.append(
                        NoticeRequested.of(
                                account.id(),
                                account.recipient(),
                                NoticeTemplate.SESSIONS_ENDED,
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
                                end(session, "signed_out", clock.instant());
                            }
                        });
    }

    /** The account's sessions that go on, last used first; the newest two hundred. */
    @Transactional
    public List<OpenSession> open(AccountId account) {
        return sessions.open(account, clock.instant(), MOST_SHOWN).stream()
                .map(SessionRow::toOpenSession)
                .toList();
    }

    /**
     * Ends one of the account's sessions.
     *
     * @return whether there was one that went on
     */
    @Transactional
    public boolean end(AccountId account, UUID id) {
        SessionRow session = sessions.hold(id);
        if (session == null || !session.accountId().equals(account) || session.ended()) {
            return false;
        }
        end(session, "ended", clock.instant());
        return true;
    }

    /**
     * Ends all of the account's sessions but one.
     *
     * @param kept the one that goes on; null for none
     */
    @Transactional
    public void endOthers(AccountId account, @Nullable UUID kept) {
        endOthers(account, kept, "ended");
    }

    /** The same for another reason, in the caller's transaction. */
    void endOthers(AccountId account, @Nullable UUID kept, String reason) {
        Instant now = clock.instant();
        sessions.holdOpen(account, now).stream()
                .filter(session -> !session.id().equals(kept))
                .forEach(session -> end(session, reason, now));
    }

    private void end(SessionRow session, String reason, Instant now) {
        if (!session.ended()) {
            session.end(reason, now);
            ends.tell(session.accountId(), session.id());
        }
    }

    private Session grant(Account account, SessionRow session, Instant now) {
        String refreshToken = Codes.nextToken();
        tokens.persist(RefreshTokenRow.of(Codes.tokenHash(refreshToken), session, now));
        return new Session(
                accessTokens.issue(account.id(), account.role(), session.id(), now),
                accessTokens.lifetime(),
                refreshToken);
    }
}
