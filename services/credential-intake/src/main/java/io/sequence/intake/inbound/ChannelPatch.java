package io.sequence.intake.inbound;

import io.sequence.intake.domain.alerts.Channel;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /v1/alerts/channels/{id}}; what is left out or null stays as it is.
 *
 * @param name 1 to 64 characters
 * @param enabled whether alerts are sent there; true also tries a lost channel again
 * @param urgentOnly whether it takes urgent alerts alone
 */
public record ChannelPatch(
        @Schema(minLength = 1, maxLength = 64) @Nullable String name,
        @Nullable Boolean enabled,
        @Nullable Boolean urgentOnly) {
    /** What is wrong, field by field; empty when nothing is. */
    Map<String, String> objections() {
        String ofName = ChannelForm.nameObjection(name);
        return ofName == null ? Map.of() : Map.of("name", ofName);
    }

    /** What is to be different. */
    Channel.Change change() {
        return new Channel.Change(name, enabled, urgentOnly);
    }
}
