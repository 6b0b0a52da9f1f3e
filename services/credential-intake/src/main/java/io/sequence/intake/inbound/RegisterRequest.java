package io.sequence.intake.inbound;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/accounts}.
 *
 * @param email letter case is kept and matters
 * @param password 12 to 256 characters
 * @param name 1 to 64 characters
 */
public record RegisterRequest(
        @Schema(required = true, maxLength = 254, examples = "ada@example.org")
                @Nullable String email,
        @Schema(required = true, minLength = 12, maxLength = 256) @Nullable String password,
        @Schema(required = true, minLength = 1, maxLength = 64, examples = "Ada Lovelace")
                @Nullable String name) {
    /** A password belongs in no log. */
    @Override
    public String toString() {
        return "RegisterRequest[…]";
    }
}
