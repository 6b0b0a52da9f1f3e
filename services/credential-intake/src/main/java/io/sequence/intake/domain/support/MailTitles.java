package io.sequence.intake.domain.support;

import java.util.Locale;
import java.util.Map;

/** What mails are called on pages; a template that is not known here is called by its own name. */
public final class MailTitles {
    private static final Map<String, String> TITLES =
            Map.ofEntries(
                    Map.entry("received", "Key received"),
                    Map.entry("delayed", "Check of a key takes longer"),
                    Map.entry("rejected", "Key not accepted"),
                    Map.entry("refresh_rejected", "New key not accepted"),
                    Map.entry("launched", "Strategy launched"),
                    Map.entry("paused", "Strategy paused"),
                    Map.entry("resumed", "Strategy runs again"),
                    Map.entry("refreshed", "New key in use"),
                    Map.entry("failing", "Connection failing"),
                    Map.entry("recovered", "Connection works again"),
                    Map.entry("expiring", "Key expires soon"),
                    Map.entry("expired", "Key expired"),
                    Map.entry("disconnected", "Connection ended"),
                    Map.entry("welcome", "Welcome, with a code"),
                    Map.entry("already_registered", "Address registered already"),
                    Map.entry("sign_in_code", "Sign-in code"),
                    Map.entry("sessions_ended", "Sessions ended"),
                    Map.entry("password_changed", "Password changed"),
                    Map.entry("anti_phishing_code_changed", "Anti-phishing code changed"),
                    Map.entry("support_message", "Message from support"));

    private MailTitles() {}

    /** The title of a template, e.g. of {@code expiring}. */
    public static String of(String template) {
        String known = TITLES.get(template);
        if (known != null) {
            return known;
        }
        String words = template.replace('_', ' ');
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
