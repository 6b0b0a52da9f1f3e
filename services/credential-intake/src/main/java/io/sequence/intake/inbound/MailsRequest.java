package io.sequence.intake.inbound;

import io.sequence.intake.domain.account.MailKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /v1/me/mails}.
 *
 * @param unwanted names of optional mails; one that comes twice counts once
 */
public record MailsRequest(@Schema(required = true) @Nullable List<@Nullable String> unwanted) {
    private static final int MOST = 100;

    /** What is wrong, field by field; empty when nothing is. */
    Map<String, String> objections() {
        if (unwanted == null) {
            return Map.of("unwanted", "is required: a list, which may be empty");
        }
        if (unwanted.size() > MOST) {
            return Map.of("unwanted", "is too long");
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < unwanted.size(); i++) {
            String field = "unwanted[" + i + "]";
            Optional<MailKind> kind = kind(unwanted.get(i));
            if (kind.isEmpty()) {
                found.put(field, "is not a mail that we send; see GET /v1/me/mails");
            } else if (!kind.get().optional()) {
                found.put(field, "cannot be switched off: it protects the account or its money");
            }
        }
        return found;
    }

    /** The mails that were named; asked for when there are no objections. */
    Set<MailKind> kinds() {
        Set<MailKind> kinds = EnumSet.noneOf(MailKind.class);
        if (unwanted != null) {
            unwanted.forEach(name -> kind(name).ifPresent(kinds::add));
        }
        return kinds;
    }

    private static Optional<MailKind> kind(@Nullable String name) {
        return name == null ? Optional.empty() : MailKind.named(name);
    }
}
