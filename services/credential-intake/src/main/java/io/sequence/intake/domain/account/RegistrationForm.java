package io.sequence.intake.domain.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who registers has filled in.
 *
 * @param email as typed
 * @param password as typed
 * @param name as typed
 */
public record RegistrationForm(
        @Nullable String email, @Nullable String password, @Nullable String name) {
    private static final int LONGEST_NAME = 64;
    private static final Pattern NAME =
            Pattern.compile(
                    "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} .'’_-]*[\\p{L}\\p{M}\\p{N}.'’_-])?");

    /** What is wrong, field by field; empty when nothing is. */
    public Map<String, String> objections(PasswordRule rule) {
        Map<String, String> found = new LinkedHashMap<>();
        note(found, "email", email == null ? "is required" : EmailAddress.objection(email));
        note(found, "password", password == null ? "is required" : rule.objection(password, email));
        note(found, "name", name == null ? "is required" : nameObjection(name));
        return found;
    }

    private static void note(Map<String, String> found, String field, @Nullable String objection) {
        if (objection != null) {
            found.put(field, objection);
        }
    }

    /** What is wrong with an account's name, or null. */
    public static @Nullable String nameObjection(String name) {
        if (name.isBlank() || Text.length(name) > LONGEST_NAME) {
            return "must be 1 to 64 characters";
        }
        return Text.isClean(name) && NAME.matcher(name).matches()
                ? null
                : "may hold letters, digits, spaces and . ' _ - and begins with a letter or digit";
    }

    /** A password belongs in no log. */
    @Override
    public String toString() {
        return "RegistrationForm[…]";
    }
}
