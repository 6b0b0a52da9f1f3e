package io.sequence.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.Mode;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who sent the current request. Inject it into a resource whose methods are {@code @RolesAllowed}.
 */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The account that signed in.
     *
     * @throws UnauthorizedException when nobody did
     */
    public AccountId accountId() {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        try {
            return AccountId.parse(identity.getPrincipal().getName());
        } catch (IllegalArgumentException e) {
            throw new UnauthorizedException(e);
        }
    }

    /**
     * When what the caller showed stops working.
     *
     * @throws UnauthorizedException when nobody signed in
     */
    public Instant until() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return Instant.ofEpochSecond(token.getExpirationTime());
        }
        throw new UnauthorizedException();
    }

    /** The session that the caller's token was given to; empty for tokens of none. */
    public Optional<String> session() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.claim(AccessTokens.SESSION).map(Object::toString)
                : Optional.empty();
    }

    /** Whether the caller is an operator. */
    public boolean isOperator() {
        return identity.hasRole(Roles.OPERATOR);
    }

    /** Real venues or the simulator; whoever signed in with a password works on real ones. */
    public Mode mode() {
        return Mode.LIVE;
    }
}
