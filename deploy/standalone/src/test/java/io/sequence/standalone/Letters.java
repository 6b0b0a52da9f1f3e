package io.sequence.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which mails came about which labels. */
final class Letters {

    private static final Pattern LABEL = Pattern.compile("Key number \\d{3}");

    /** What a mail says does not change: each is read once, by house and id. */
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private Letters() {}

    /**
     * The Message-IDs of all mails, doubles included, by kind ({@code received}, {@code launched},
     * {@code rejected}, {@code other}) and label.
     */
    static Map<String, List<String>> in(WholeHouse house) throws Exception {
        HouseClient inbox = new HouseClient(house.inbox());
        Map<String, List<String>> letters = new HashMap<>();
        JsonNode all =
                inbox.expect(200, "GET", "/api/v1/messages?limit=10000", null)
                        .body()
                        .path("messages");
        Map<String, List<JsonNode>> byName =
                all.valueStream()
                        .collect(
                                Collectors.groupingBy(
                                        mail ->
                                                READ.computeIfAbsent(
                                                        house.inbox() + mail.path("ID").asText(),
                                                        unread -> name(inbox, mail))));
        byName.forEach(
                (name, mails) ->
                        letters.put(
                                name,
                                mails.stream()
                                        .map(mail -> mail.path("MessageID").asText())
                                        .toList()));
        return letters;
    }

    private static String name(HouseClient inbox, JsonNode mail) {
        String subject = mail.path("Subject").asText();
        String kind =
                subject.startsWith("We received")
                        ? "received"
                        : subject.startsWith("Strategy launched")
                                ? "launched"
                                : subject.startsWith("Rejected") ? "rejected" : "other";
        if (kind.equals("other")) {
            return kind + " " + subject;
        }
        String text =
                inbox.insist("GET", "/api/v1/message/" + mail.path("ID").asText(), null)
                        .text("Text");
        Matcher label = LABEL.matcher(text);
        return kind + " " + (label.find() ? label.group() : "without a label");
    }
}
