package io.sequence.venues.paste;

import io.sequence.venues.Venues;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.paste.PasteFinding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was pasted instead of what a venue asks for, and mends what can be mended without a
 * doubt. Pure: sends nothing, keeps nothing, and no finding repeats anything of a value.
 */
public final class PasteDoctor {
    private static final int LONGEST_NAME = 40;

    private PasteDoctor() {}

    /** Examines credentials by the venue's field names; values may be null or missing. */
    public static PasteReport examine(
            VenueProfile profile, Map<String, @Nullable String> credentials) {
        return examine(profile, credentials, Venues.profiles());
    }

    /**
     * The same, with the venues whose values may have been taken for this one's.
     *
     * @param all every venue that people have keys of
     */
    static PasteReport examine(
            VenueProfile profile,
            Map<String, @Nullable String> credentials,
            List<VenueProfile> all) {
        var findings = new ArrayList<PasteFinding>();
        refuseUnknown(profile, credentials, findings);
        Map<String, String> values = new HashMap<>();
        credentials.forEach((name, value) -> values.put(name, value == null ? "" : value));
        DownloadedFile.unpack(profile, values, findings);
        Map<String, String> normalised = new LinkedHashMap<>();
        for (CredentialField field : profile.fields()) {
            String cleaned = Cleaning.clean(field, values.getOrDefault(field.name(), ""), findings);
            if (findings.stream().noneMatch(known -> refuses(known, field))) {
                new FieldExam(profile, field, cleaned, all).problem().ifPresent(findings::add);
            }
            if (!cleaned.isEmpty()) {
                normalised.put(field.name(), cleaned);
            }
        }
        PairExam.examine(profile, normalised, findings);
        return new PasteReport(findings, normalised);
    }

    private static boolean refuses(PasteFinding finding, CredentialField field) {
        return finding.severity() == Severity.REFUSED && finding.field().equals(field.name());
    }

    private static void refuseUnknown(
            VenueProfile profile,
            Map<String, @Nullable String> credentials,
            List<PasteFinding> findings) {
        List<String> known = profile.fields().stream().map(CredentialField::name).toList();
        for (String name : credentials.keySet()) {
            if (!known.contains(name)) {
                findings.add(
                        PasteFinding.refused(
                                printable(name),
                                "unknown_field",
                                "is not a field of " + profile.displayName(),
                                "It takes " + String.join(", ", known) + "."));
            }
        }
    }

    private static String printable(String name) {
        String shortened =
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return shortened.replaceAll("[^\\x20-\\x7E…]", "?");
    }
}
