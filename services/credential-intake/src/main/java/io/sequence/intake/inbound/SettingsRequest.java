package io.sequence.intake.inbound;

import io.sequence.intake.domain.account.RegistrationForm;
import io.sequence.intake.domain.submission.SubmissionRules;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /v1/me}.
 *
 * @param name 1 to 64 characters; null leaves it as it is
 * @param antiPhishingCode 4 to 20 characters that mails to the account carry from now on; null
 *     leaves it as it is
 */
public record SettingsRequest(@Nullable String name, @Nullable String antiPhishingCode) {
    /** What is wrong, field by field; empty when nothing is. */
    Map<String, String> objections() {
        Map<String, String> found = new LinkedHashMap<>();
        String ofName = name == null ? null : RegistrationForm.nameObjection(name);
        if (ofName != null) {
            found.put("name", ofName);
        }
        if (antiPhishingCode != null && !SubmissionRules.isAntiPhishingCode(antiPhishingCode)) {
            found.put(
                    "anti_phishing_code",
                    "must be 4 to 20 characters: a word that our mails to you will carry");
        }
        return found;
    }

    /** The code belongs in no log. */
    @Override
    public String toString() {
        return "SettingsRequest[…]";
    }
}
