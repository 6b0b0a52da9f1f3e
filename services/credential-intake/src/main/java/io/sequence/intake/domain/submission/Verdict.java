package io.sequence.intake.domain.submission;

import io.sequence.intake.domain.catalogue.Strategy;
import io.sequence.intake.domain.support.SupportKind;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of checking a form. */
public sealed interface Verdict {
    /**
     * It can be taken in.
     *
     * @param order what is asked for
     * @param credentials by field name, with what pasting did to them mended
     * @param keyHint the last four characters of the key's public half
     * @param antiPhishingCode the code given, null when none was
     * @param note what to show beside the answer; null when there is nothing to say
     */
    record Acceptable(
            Order order,
            Map<String, Secret> credentials,
            String keyHint,
            @Nullable String antiPhishingCode,
            @Nullable String note)
            implements Verdict {}

    /** Some fields are not acceptable; never empty. */
    record Unacceptable(List<Violation> violations) implements Verdict {}

    /** A person must help first, because of that. */
    record ContactSupport(String words, SupportKind kind) implements Verdict {}

    /** What is asked for. */
    sealed interface Order {
        /** A new connection. */
        record Add(VenueId venue, Market market, Strategy strategy, String label)
                implements Order {}

        /** A new key for a connection that is there. */
        record Refresh(Refreshable connection, @Nullable String label) implements Order {}
    }
}
