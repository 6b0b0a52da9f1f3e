package io.sequence.intake.domain.submission;

import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.vocabulary.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether credentials have the form that a venue's catalogue entry asks for. */
final class CredentialRules {
    private static final String PREFIX = "credentials";
    private static final int HINT = 4;
    private static final Pattern LOGIN_EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cntrl}&&[^\\r"
                            + "\\n"
                            + "\\t]]|[\\u200B-\\u200F\\u2028-\\u202E\\u2060\\uFEFF\\u00AD]");

    // Of the catalogue's fields only, which are few.
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private CredentialRules() {}

    static Map<String, Secret> check(
            VenueProfile venue,
            @Nullable Map<String, @Nullable String> given,
            List<Violation> violations) {
        if (given == null) {
            violations.add(new Violation(PREFIX, "is missing; send " + names(venue)));
            return Map.of();
        }
        refuseUnknown(venue, given, violations);
        var checked = new LinkedHashMap<String, Secret>();
        for (CredentialField field : venue.fields()) {
            String value = given.get(field.name());
            String cleaned = value == null ? "" : value.strip();
            String problem = problem(field, cleaned, value);
            if (problem != null) {
                violations.add(new Violation(PREFIX + "." + field.name(), problem));
            } else if (!cleaned.isEmpty()) {
                checked.put(field.name(), Secret.of(cleaned));
            }
        }
        refuseTwins(given, violations);
        return checked;
    }

    /**
     * The last characters of the key's public half; nothing of a key so short that they would give
     * it away.
     */
    static String hint(VenueProfile venue, Map<String, @Nullable String> given) {
        String key = given.get("api_key");
        String cleaned = key == null ? "" : key.strip();
        return cleaned.length() < 3 * HINT ? "" : cleaned.substring(cleaned.length() - HINT);
    }

    private static void refuseUnknown(
            VenueProfile venue, Map<String, @Nullable String> given, List<Violation> violations) {
        var known = venue.fields().stream().map(CredentialField::name).toList();
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                violations.add(
                        new Violation(
                                PREFIX + "." + printable(name),
                                "is not a field of "
                                        + venue.displayName()
                                        + "; it takes "
                                        + names(venue)));
            }
        }
    }

    private static @Nullable String problem(
            CredentialField field, String cleaned, @Nullable String raw) {
        if (cleaned.isEmpty()) {
            boolean blankOptional = !field.required();
            return blankOptional ? null : "is missing: " + field.help();
        }
        if (cleaned.length() > field.maxLength()) {
            return "is longer than "
                    + field.maxLength()
                    + " characters: copy the "
                    + field.label()
                    + " only";
        }
        if (UNSEEN.matcher(cleaned).find()) {
            return "holds an invisible character: copy the "
                    + field.label()
                    + " again, with page translation off";
        }
        if (LOGIN_EMAIL.matcher(cleaned).matches()) {
            return "is an e-mail address; a browser may have filled in a login: paste the "
                    + field.label();
        }
        if (!pattern(field).matcher(cleaned).matches()) {
            return "does not look like " + article(field.label()) + ": " + field.help();
        }
        return null;
    }

    private static Pattern pattern(CredentialField field) {
        return PATTERNS.computeIfAbsent(field.pattern(), Pattern::compile);
    }

    private static void refuseTwins(
            Map<String, @Nullable String> given, List<Violation> violations) {
        String key = given.get("api_key");
        String secret = given.get("api_secret");
        if (key != null && secret != null && !key.isBlank() && key.strip().equals(secret.strip())) {
            violations.add(
                    new Violation(
                            PREFIX + ".api_secret",
                            "is the same as api_key: paste the secret here"));
        }
    }

    private static String article(String label) {
        return ("AEIOU".indexOf(Character.toUpperCase(label.charAt(0))) >= 0 ? "an " : "a ")
                + label;
    }

    private static String names(VenueProfile venue) {
        return String.join(", ", venue.fields().stream().map(CredentialField::name).toList());
    }

    private static String printable(String name) {
        String shortened = name.length() > 40 ? name.substring(0, 40) + "…" : name;
        return shortened.replaceAll("[^\\x20-\\x7E…]", "?");
    }
}
