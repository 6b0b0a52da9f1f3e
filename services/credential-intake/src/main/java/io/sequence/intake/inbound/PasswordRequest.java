package io.sequence.intake.inbound;

import io.sequence.intake.domain.account.PasswordRule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /v1/me/password}.
 *
 * @param currentPassword the account's
 * @param newPassword what it shall be
 */
public record PasswordRequest(
        @Schema(required = true) @Nullable String currentPassword,
        @Schema(required = true) @Nullable String newPassword) {
    private static final int LONGEST = 512;

    /** What is wrong, field by field; empty when nothing is. */
    Map<String, String> objections(PasswordRule rule, String email) {
        Map<String, String> found = new LinkedHashMap<>();
        if (currentPassword == null || currentPassword.isBlank()) {
            found.put("current_password", "is required");
        } else if (currentPassword.length() > LONGEST) {
            found.put("current_password", "is too long");
        }
        String ofNew = newPassword == null ? "is required" : rule.objection(newPassword, email);
        if (ofNew != null) {
            found.put("new_password", ofNew);
        } else if (newPassword != null && newPassword.equals(currentPassword)) {
            found.put("new_password", "must be another one");
        }
        return found;
    }

    /** Passwords belong in no log. */
    @Override
    public String toString() {
        return "PasswordRequest[…]";
    }
}
