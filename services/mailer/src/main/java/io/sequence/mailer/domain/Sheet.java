package io.sequence.mailer.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, before it is laid out as text and HTML. All of it is plain text.
 *
 * @param subject one line: what happened, and where there is one the connection's label in brackets
 * @param antiPhishingCode the user's own word, null until one was given
 * @param headline one sentence
 * @param greeting the account's name
 * @param happened what happened
 * @param message what a person wrote, line by line; empty when nobody did
 * @param meaning what it means, empty when there is no more to say
 * @param task what to do
 * @param code a one-time code to be read off, null when there is none
 * @param quote the venue's own words, null when it said nothing
 * @param quoted whose words they are, null when there are none
 * @param link the one thing to click, null when there is none
 * @param facts names and numbers, in order of use to support
 * @param unsubscribe where such mails are switched off without a sign-in, null when they are not to
 *     be or cannot
 * @param calendar an iCalendar file to go with it, null when there is none
 */
public record Sheet(
        String subject,
        @Nullable String antiPhishingCode,
        String headline,
        String greeting,
        String happened,
        List<String> message,
        String meaning,
        String task,
        @Nullable String code,
        @Nullable String quote,
        @Nullable String quoted,
        @Nullable Link link,
        List<Fact> facts,
        @Nullable String unsubscribe,
        @Nullable String calendar) {

    /** A link and the words on it. */
    public record Link(String words, String url) {}

    /** One line of the table at the end. */
    public record Fact(String name, String value) {}
}
