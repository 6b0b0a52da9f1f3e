package io.sequence.intake.domain.submission;

import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.paste.PasteDoctor;
import io.sequence.venues.paste.PasteFinding;
import io.sequence.venues.paste.PasteReport;
import io.sequence.vocabulary.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether credentials have the form that a venue's catalogue entry asks for. */
final class CredentialRules {
    private static final String PREFIX = "credentials";
    private static final int HINT = 4;

    private CredentialRules() {}

    /**
     * Credentials that were checked.
     *
     * @param secrets by field name, with what pasting did to them mended
     * @param keyHint the last characters of the key's public half; nothing of a key so short that
     *     they would give it away
     */
    record Checked(Map<String, Secret> secrets, String keyHint) {}

    static Checked check(
            VenueProfile venue,
            @Nullable Map<String, @Nullable String> given,
            List<Violation> violations) {
        if (given == null) {
            violations.add(new Violation(PREFIX, "is missing; send " + names(venue)));
            return new Checked(Map.of(), "");
        }
        PasteReport report = PasteDoctor.examine(venue, given);
        for (PasteFinding finding : report.refused()) {
            violations.add(
                    new Violation(
                            PREFIX + "." + finding.field(),
                            finding.message() + ". " + finding.fix(),
                            finding.code()));
        }
        var secrets = new LinkedHashMap<String, Secret>();
        report.normalised().forEach((name, value) -> secrets.put(name, Secret.of(value)));
        return new Checked(secrets, hint(report.normalised().getOrDefault("api_key", "")));
    }

    private static String hint(String key) {
        return key.length() < 3 * HINT ? "" : key.substring(key.length() - HINT);
    }

    private static String names(VenueProfile venue) {
        return String.join(", ", venue.fields().stream().map(CredentialField::name).toList());
    }
}
