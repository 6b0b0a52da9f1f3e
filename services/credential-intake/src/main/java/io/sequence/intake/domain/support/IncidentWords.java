package io.sequence.intake.domain.support;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What operators are told of an incident. */
public final class IncidentWords {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM, HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private IncidentWords() {}

    /**
     * What is known of it.
     *
     * @param venue where; null when the trouble is ours
     * @param kind what of ours; null when it is a venue's
     */
    public record Facts(
            @Nullable String venue,
            @Nullable String kind,
            boolean planned,
            String code,
            String words,
            int connections,
            Instant beganAt,
            @Nullable Instant expectedUntil,
            @Nullable Instant endedAt) {}

    /** One line. */
    public static String subject(Facts facts) {
        String what =
                facts.venue() == null
                        ? "Trouble of ours, " + ours(facts.kind())
                        : facts.venue()
                                + (facts.planned() ? " is under maintenance" : " is in trouble");
        return facts.endedAt() == null ? what : "Over: " + what;
    }

    /** What is known, a line each. */
    public static List<String> lines(Facts facts) {
        var lines = new ArrayList<String>();
        if (!facts.words().isEmpty() || !facts.code().isEmpty()) {
            lines.add((facts.code() + " " + facts.words()).strip());
        }
        lines.add("Since " + MOMENT.format(facts.beganAt()) + ".");
        if (facts.expectedUntil() != null) {
            lines.add(
                    "The venue expects it to last until "
                            + MOMENT.format(facts.expectedUntil())
                            + ".");
        }
        if (facts.endedAt() != null) {
            lines.add("Over since " + MOMENT.format(facts.endedAt()) + ".");
        }
        lines.add(
                "Connections that failed with it, as far as was told: "
                        + facts.connections()
                        + ".");
        return List.copyOf(lines);
    }

    private static String ours(@Nullable String kind) {
        return switch (kind == null ? "" : kind) {
            case "egress" -> "venues cannot be reached";
            case "clock" -> "our clock is wrong";
            case "egress_address" -> "our address is refused";
            case "database" -> "the database takes nothing";
            default -> "of a kind unknown here";
        };
    }
}
