package io.sequence.mailer.domain;

import io.sequence.events.Recipient;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a letter goes to.
 *
 * @param recipient where to
 * @param unwanted templates that they do without
 * @param unsubscribePath path under the console's origin that switches reminders off, null when
 *     there is none
 */
public record Addressee(
        Recipient recipient, Set<Template> unwanted, @Nullable String unsubscribePath) {
    /** Somebody who wished nothing yet. */
    public static Addressee of(Recipient recipient) {
        return new Addressee(recipient, Set.of(), null);
    }

    /** Whether they want such letters; what is not optional is for everybody. */
    public boolean wants(Template template) {
        return !template.optional() || !unwanted.contains(template);
    }

    /** The path lets anybody switch reminders off. */
    @Override
    public String toString() {
        return "Addressee[" + recipient + ", unwanted " + unwanted + "]";
    }
}
