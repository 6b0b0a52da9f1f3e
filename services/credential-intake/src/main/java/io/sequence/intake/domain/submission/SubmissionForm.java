package io.sequence.intake.domain.submission;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A submission as it was sent, nothing checked yet. Field names are those of the public contract in
 * snake case.
 *
 * @param email must equal the account's, letter case included
 * @param type {@code add} or {@code refresh}
 * @param market {@code spot} or {@code derivatives}
 * @param venue a venue of the catalogue
 * @param strategyId what is to run; for {@code add}
 * @param connectionId what is to be refreshed; for {@code refresh}
 * @param label the user's name for the connection
 * @param credentials by the venue's field names
 * @param antiPhishingCode 4 to 20 characters; left out, the account's own stays
 * @param fundedConfirmed that the account is funded
 * @param termsAccepted that the terms are agreed to
 */
public record SubmissionForm(
        @Nullable String email,
        @Nullable String type,
        @Nullable String market,
        @Nullable String venue,
        @Nullable String strategyId,
        @Nullable String connectionId,
        @Nullable String label,
        @Nullable Map<String, @Nullable String> credentials,
        @Nullable String antiPhishingCode,
        @Nullable Boolean fundedConfirmed,
        @Nullable Boolean termsAccepted) {
    /** What was sent stays out of logs. */
    @Override
    public String toString() {
        return "SubmissionForm[" + type + "]";
    }
}
