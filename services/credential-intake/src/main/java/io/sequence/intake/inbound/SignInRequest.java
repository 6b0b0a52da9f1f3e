package io.sequence.intake.inbound;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/auth/sign-in}.
 *
 * @param email exactly as registered
 * @param password the account's
 */
public record SignInRequest(
        @Schema(required = true) @Nullable String email,
        @Schema(required = true) @Nullable String password) {
    /** A password belongs in no log. */
    @Override
    public String toString() {
        return "SignInRequest[…]";
    }
}
