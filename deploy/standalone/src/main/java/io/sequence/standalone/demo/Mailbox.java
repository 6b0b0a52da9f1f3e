package io.sequence.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that arrive for one address, each printed once. */
final class Mailbox {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final HouseApi inbox;
    private final String address;
    private final PrintStream out;
    private final Set<String> shown = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    Mailbox(HouseApi inbox, String address, PrintStream out) {
        this.inbox = inbox;
        this.address = address;
        this.out = out;
    }

    /**
     * Waits for a new mail whose subject holds the given words, whatever their case; returns its
     * text.
     */
    String await(String subject, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            for (JsonNode mail : inbox.quietly("/api/v1/messages?limit=200").path("messages")) {
                if (!isFor(mail)) {
                    continue;
                }
                String id = mail.path("ID").asText();
                if (shown.add(id)) {
                    show(mail);
                }
                if (isAbout(mail, subject) && taken.add(id)) {
                    return text(mail);
                }
            }
            Thread.sleep(LOOK_AGAIN);
        }
        throw new DemoTrouble(
                "no mail about \"" + subject + "\" within " + atMost.toSeconds() + " s");
    }

    /** The six-digit code in a mail. */
    static String code(String text) {
        Matcher code = CODE.matcher(text);
        if (!code.find()) {
            throw new DemoTrouble("the mail holds no six-digit code");
        }
        return code.group(1);
    }

    private boolean isFor(JsonNode mail) {
        for (JsonNode to : mail.path("To")) {
            if (to.path("Address").asText().equals(address)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbout(JsonNode mail, String subject) {
        return mail.path("Subject").asText().toLowerCase(Locale.ROOT).contains(subject);
    }

    private String text(JsonNode mail) {
        return inbox.quietly("/api/v1/message/" + mail.path("ID").asText()).path("Text").asText();
    }

    private void show(JsonNode mail) {
        out.printf("  mail   %s%n", mail.path("Subject").asText());
        text(mail)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(6)
                .forEach(line -> out.printf("         | %s%n", line));
    }
}
