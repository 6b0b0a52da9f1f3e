package io.sequence.intake.inbound;

/**
 * The answer of {@code POST /v1/auth/verify} and {@code /v1/auth/refresh}.
 *
 * @param accessToken JWT, sent as {@code Authorization: Bearer …}
 * @param tokenType {@code Bearer}
 * @param expiresIn seconds
 */
public record TokenAnswer(String accessToken, String tokenType, long expiresIn) {
    /** A token belongs in no log. */
    @Override
    public String toString() {
        return "TokenAnswer[…]";
    }
}
