package io.sequence.intake.inbound;

import java.util.UUID;

/**
 * The answer of {@code POST /v1/auth/sign-in} and {@code /v1/auth/resend}.
 *
 * @param challengeId what the mailed code is given back to
 */
public record ChallengeAnswer(UUID challengeId) {}
