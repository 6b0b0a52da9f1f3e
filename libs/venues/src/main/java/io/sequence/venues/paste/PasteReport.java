package io.sequence.venues.paste;

import io.sequence.venues.paste.PasteFinding.Severity;
import java.util.List;
import java.util.Map;

/**
 * What the doctor found.
 *
 * @param findings in the order of the profile's fields
 * @param normalised every field that has a value, mended, by its name; holds secrets
 */
public record PasteReport(List<PasteFinding> findings, Map<String, String> normalised) {
    public PasteReport {
        findings = List.copyOf(findings);
        normalised = Map.copyOf(normalised);
    }

    /** Whether nothing stands in the way. */
    public boolean ok() {
        return refused().isEmpty();
    }

    /** What stands in the way. */
    public List<PasteFinding> refused() {
        return findings.stream().filter(f -> f.severity() == Severity.REFUSED).toList();
    }

    /** The findings; the values stay out of logs. */
    @Override
    public String toString() {
        return "PasteReport" + findings;
    }
}
