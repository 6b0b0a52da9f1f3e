package io.sequence.intake.inbound;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/auth/verify}.
 *
 * @param challengeId from signing in or registering
 * @param code the six digits of the mail
 */
public record VerifyRequest(
        @Schema(required = true, format = "uuid") @Nullable String challengeId,
        @Schema(required = true, pattern = "[0-9]{6}") @Nullable String code) {
    /** A code belongs in no log. */
    @Override
    public String toString() {
        return "VerifyRequest[…]";
    }
}
