package io.sequence.intake.domain.submission;

import io.sequence.events.SubmissionType;
import io.sequence.vocabulary.VenueId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What single fields of a submission must be, whatever the others say. */
final class FieldRules {
    private static final int LONGEST_LABEL = 64;
    // Controls, half characters, line separators and marks that turn the direction of text around:
    // mails and pages show these texts.
    private static final String PLAIN =
            "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]";
    // Of two codes that look the same the user could not tell which mail is ours.
    private static final Pattern ANTI_PHISHING =
            Pattern.compile("(?!.*[\\u00AD\\u200B-\\u200F\\u2060-\\u2064])" + PLAIN + "{4,20}");
    private static final Pattern LABEL = Pattern.compile(PLAIN + "{1," + LONGEST_LABEL + "}");

    private FieldRules() {}

    /** Whether a connection may be called that, blanks around it taken off. */
    static boolean isLabel(String label) {
        return LABEL.matcher(label).matches();
    }

    static void checkEmail(SubmissionForm form, Applicant applicant, List<Violation> violations) {
        if (form.email() == null || form.email().isEmpty()) {
            violations.add(
                    new Violation(
                            "email", "is missing: give the address that you registered with"));
        } else if (!form.email().equals(applicant.email())) {
            violations.add(
                    new Violation(
                            "email",
                            "must be the address that you registered with, capital letters"
                                    + " included"));
        }
    }

    static void checkConsent(
            SubmissionForm form,
            Applicant applicant,
            SubmissionType type,
            List<Violation> violations) {
        boolean adding = type == SubmissionType.ADD;
        String code = form.antiPhishingCode();
        // Left out, the account's own stays as it is.
        if (code == null ? applicant.antiPhishingCode() == null : !isAntiPhishingCode(code)) {
            violations.add(
                    new Violation(
                            "anti_phishing_code",
                            "must be 4 to 20 characters: a word that our mails to you will carry"));
        }
        if (adding
                ? !Boolean.TRUE.equals(form.fundedConfirmed())
                : Boolean.FALSE.equals(form.fundedConfirmed())) {
            violations.add(
                    new Violation(
                            "funded_confirmed",
                            "must be true: fund the account with the strategy's asset first"));
        }
        if (adding
                ? !Boolean.TRUE.equals(form.termsAccepted())
                : Boolean.FALSE.equals(form.termsAccepted())) {
            violations.add(
                    new Violation(
                            "terms_accepted", "must be true: the terms have to be agreed to"));
        }
    }

    static boolean isAntiPhishingCode(String code) {
        return ANTI_PHISHING.matcher(code).matches() && code.equals(code.strip());
    }

    static Optional<VenueId> venueName(@Nullable String venue, List<Violation> violations) {
        if (venue == null || venue.isBlank()) {
            violations.add(new Violation("venue", "is missing; see GET /v1/venues"));
            return Optional.empty();
        }
        try {
            return Optional.of(new VenueId(venue));
        } catch (IllegalArgumentException e) {
            violations.add(
                    new Violation("venue", "is not a venue that we know; see GET /v1/venues"));
            return Optional.empty();
        }
    }

    static String label(@Nullable String label, List<Violation> violations) {
        String cleaned = label == null ? "" : label.strip();
        if (!cleaned.isEmpty() && !isLabel(cleaned)) {
            violations.add(
                    new Violation(
                            "label",
                            "must be at most "
                                    + LONGEST_LABEL
                                    + " characters without control characters"));
        }
        return cleaned;
    }

    static void sameAs(
            @Nullable String given, String expected, String field, List<Violation> violations) {
        if (given != null && !given.equals(expected)) {
            violations.add(
                    new Violation(
                            field,
                            "must be " + expected + ", as the connection has it, or left out"));
        }
    }

    static <E extends Enum<E>> Optional<E> oneOf(
            @Nullable String given, String field, E[] values, List<Violation> violations) {
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(given)) {
                return Optional.of(value);
            }
        }
        var names =
                Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
        violations.add(
                new Violation(
                        field,
                        (given == null ? "is missing: send " : "must be ")
                                + String.join(" or ", names)));
        return Optional.empty();
    }
}
