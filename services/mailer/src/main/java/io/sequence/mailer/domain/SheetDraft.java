package io.sequence.mailer.domain;

import io.sequence.events.ConnectionEvent;
import io.sequence.events.Reason;
import io.sequence.events.Recipient;
import io.sequence.vocabulary.Mode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet while it is being worded; keeps other people's words harmless. */
final class SheetDraft {
    private static final int HINT_LENGTH = 4;

    private final Recipient to;
    private final @Nullable String path;
    private final Background known;
    private final String consoleUrl;
    private final List<Sheet.Fact> facts = new ArrayList<>();
    private String subject = "";
    private String headline = "";
    private String happened = "";
    private String meaning = "";
    private String task = "";
    private @Nullable String code;
    private @Nullable String quote;
    private @Nullable String quoted;
    private Sheet.@Nullable Link link;
    private List<String> message = List.of();
    private @Nullable String label;
    private @Nullable String unsubscribe;
    private @Nullable String calendar;

    SheetDraft(Addressee to, Background known, String consoleUrl) {
        this.to = to.recipient();
        this.path = to.unsubscribePath();
        this.known = known;
        this.consoleUrl = consoleUrl;
        fact("Client ID", Words.name(this.to.clientId()));
    }

    SheetDraft subject(String words) {
        subject = words;
        return this;
    }

    SheetDraft headline(String words) {
        headline = words;
        return this;
    }

    SheetDraft happened(String words) {
        happened = words;
        return this;
    }

    /** What a person of support wrote. */
    SheetDraft message(String words) {
        message = new SupportText(consoleUrl).lines(words);
        return this;
    }

    SheetDraft meaning(String words) {
        meaning = words;
        return this;
    }

    SheetDraft task(String words) {
        task = words;
        return this;
    }

    SheetDraft code(@Nullable String digits) {
        code = digits;
        return this;
    }

    /**
     * The one button, to a page of the console.
     *
     * @param path e.g. {@code /settings}
     */
    SheetDraft button(String words, String path) {
        link = new Sheet.Link(words, consoleUrl + path);
        return this;
    }

    /** The button to the page of the connection. */
    SheetDraft connectionButton(String words, ConnectionEvent.About about) {
        return button(words, "/connections/" + about.connectionId());
    }

    /** The button to the page where a new key of the connection is handed over. */
    SheetDraft refreshButton(String words, ConnectionEvent.About about) {
        return button(words, "/submit?type=refresh&connection=" + about.connectionId());
    }

    /** Where mails like this one are switched off, if there is such a place. */
    SheetDraft unsubscribe() {
        unsubscribe = path == null ? null : consoleUrl + path;
        return this;
    }

    SheetDraft calendar(String file) {
        calendar = file;
        return this;
    }

    /** The venue's own words of a reason, if it said any. */
    SheetDraft venueSaid(String venue, Reason reason) {
        String words = Words.quote(reason.venueWords());
        String number = Words.quote(reason.venueCode());
        String both = number.isEmpty() || words.contains(number) ? words : number + " " + words;
        if (!both.isBlank()) {
            quote = both.strip();
            quoted = venue;
        }
        return this;
    }

    SheetDraft fact(String name, String value) {
        facts.add(new Sheet.Fact(name, value));
        return this;
    }

    /** The bots that run on the connection. */
    SheetDraft bots() {
        known.botIds().forEach(this::bot);
        return this;
    }

    /** One bot, by its text form. */
    SheetDraft bot(@Nullable String botId) {
        return botId == null ? this : fact("BOT ID", Words.name(botId));
    }

    /** Which connection: its label, else the one of the address book; the subject names it too. */
    SheetDraft connection(ConnectionEvent.About about, @Nullable String told) {
        String name = told == null ? known.label() : told;
        if (name != null && !name.isBlank()) {
            label = Words.label(name);
            fact("Connection", Words.name(name));
        }
        fact("Exchange", VenueNames.of(about.venue()));
        if (about.mode() == Mode.SANDBOX) {
            fact("Mode", "Sandbox: no real orders");
        }
        return this;
    }

    /** The end of the key that the letter is about, as given or as the address book knows it. */
    SheetDraft key(@Nullable String hint) {
        return keyFact("API key", hint == null ? known.keyHint() : hint);
    }

    /** The ends of the new key and of the one that it replaced. */
    SheetDraft bothKeys() {
        keyFact("New API key", known.keyHint());
        return keyFact("Old API key", known.replacedKeyHint());
    }

    /** What the replaced key is called in a sentence. */
    String oldKey() {
        String hint = known.replacedKeyHint();
        return hint == null ? "the old API key" : "the old API key (" + ending(hint) + ")";
    }

    private SheetDraft keyFact(String name, @Nullable String hint) {
        return hint == null || hint.isBlank() ? this : fact(name, ending(hint));
    }

    private static String ending(String hint) {
        // Whatever comes in, no more than this leaves the house.
        return "ends in " + Words.name(hint.substring(Math.max(0, hint.length() - HINT_LENGTH)));
    }

    Sheet finish() {
        String word = to.antiPhishingCode();
        return new Sheet(
                label == null ? subject : subject + " (" + label + ")",
                word == null || word.isBlank() ? null : Words.name(word),
                headline,
                Words.name(to.name()),
                happened,
                message,
                meaning,
                task,
                code,
                quote,
                quoted,
                link,
                List.copyOf(facts),
                unsubscribe,
                calendar);
    }
}
