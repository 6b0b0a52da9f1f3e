package io.sequence.intake.inbound;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/auth/resend}.
 *
 * @param challengeId from signing in or registering
 */
public record ResendRequest(
        @Schema(required = true, format = "uuid") @Nullable String challengeId) {}
