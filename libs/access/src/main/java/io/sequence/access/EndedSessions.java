package io.sequence.access;

/**
 * Sessions that ended before the tokens they were given: a service that knows of them provides one,
 * and their tokens are refused. Asked for every request, so it answers from memory.
 */
public interface EndedSessions {
    /**
     * Whether this session has ended.
     *
     * @param session the token's {@link AccessTokens#SESSION} claim
     */
    boolean contains(String session);
}
