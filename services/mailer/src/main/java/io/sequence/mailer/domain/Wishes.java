package io.sequence.mailer.domain;

import io.sequence.events.AccountChanged;
import io.sequence.events.AlertWishes;
import io.sequence.events.Event;
import io.sequence.vocabulary.AccountId;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which mails an account does without and how it wants to be alerted, as an event told it.
 *
 * @param accountId whose wishes
 * @param unwanted only such as are optional
 * @param unsubscribePath path under the console's origin that switches reminders off, null when
 *     there is none; whoever has it may do so
 * @param alerts how alerts are wanted; null when as usual
 * @param asOf when that was wished; the newest counts
 */
public record Wishes(
        AccountId accountId,
        Set<Template> unwanted,
        @Nullable String unsubscribePath,
        @Nullable AlertWishes alerts,
        Instant asOf) {
    // It becomes part of a header and of a link: one path of the console, nothing else.
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*){1,8}");
    private static final int LONGEST_PATH = 300;

    /** The wishes that an event carries, if it carries any. */
    public static Optional<Wishes> in(Event event) {
        return event instanceof AccountChanged e
                ? Optional.of(
                        new Wishes(
                                e.accountId(),
                                optional(e.unwantedMails()),
                                path(e.unsubscribePath()),
                                e.alerts(),
                                e.at()))
                : Optional.empty();
    }

    /** Those of the named templates that may be left out; names that are none are ignored. */
    public static Set<Template> optional(Iterable<String> names) {
        Set<Template> found = EnumSet.noneOf(Template.class);
        for (String name : names) {
            Arrays.stream(Template.values())
                    .filter(template -> template.optional() && template.wireName().equals(name))
                    .forEach(found::add);
        }
        return found;
    }

    private static @Nullable String path(@Nullable String told) {
        return told != null && told.length() <= LONGEST_PATH && PATH.matcher(told).matches()
                ? told
                : null;
    }

    /** The path lets anybody switch reminders off. */
    @Override
    public String toString() {
        return "Wishes[" + accountId + ", unwanted " + unwanted + "]";
    }
}
