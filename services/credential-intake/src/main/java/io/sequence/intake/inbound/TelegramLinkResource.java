package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.Roles;
import io.sequence.events.ChannelKind;
import io.sequence.faults.ApiFault;
import io.sequence.intake.domain.alerts.Channel;
import io.sequence.intake.domain.alerts.Target;
import io.sequence.intake.outbound.alerts.AlertMeans;
import io.sequence.intake.outbound.alerts.ChannelLedger;
import io.sequence.intake.outbound.alerts.TelegramLinks;
import io.sequence.servicebase.ApiException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Linking Telegram chats. */
@Path("/v1/alerts/telegram-links")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TRADER, Roles.OPERATOR})
@SecurityRequirement(name = "bearer")
@Tag(name = "Alerts")
public class TelegramLinkResource {
    private final TelegramLinks links;
    private final ChannelLedger channels;
    private final AlertMeans means;
    private final AlertLimits limits;
    private final Caller caller;

    TelegramLinkResource(
            TelegramLinks links,
            ChannelLedger channels,
            AlertMeans means,
            AlertLimits limits,
            Caller caller) {
        this.links = links;
        this.channels = channels;
        this.means = means;
        this.limits = limits;
        this.caller = caller;
    }

    /**
     * How to link a chat.
     *
     * @param bot the bot's name
     * @param url opens Telegram with the code
     * @param code for sending by hand: {@code /start <code>}
     * @param expiresAt until when the code works, once
     */
    public record TelegramLink(
            @Schema(examples = "SequenceConnectBot") String bot,
            @Schema(examples = "https://t.me/SequenceConnectBot?start=oNRXVg1HS2yDnGJp0uYbMA")
                    String url,
            @Schema(examples = "oNRXVg1HS2yDnGJp0uYbMA") String code,
            Instant expiresAt) {
        /** Who has the code becomes a channel of the account. */
        @Override
        public String toString() {
            return "TelegramLink[]";
        }
    }

    @POST
    @Operation(
            operationId = "linkTelegram",
            summary = "Link a Telegram chat",
            description =
                    "The chat that sends the code to the bot within 15 minutes becomes a channel;"
                            + " GET /v1/events tells of it (channel.changed). A newer code ends the"
                            + " one before.")
    @APIResponse(
            responseCode = "201",
            description = "A code that works once.",
            content = @Content(schema = @Schema(implementation = TelegramLink.class)))
    @APIResponse(
            responseCode = "409",
            description = "There are ten chats, or Telegram is not set up here.")
    @APIResponse(responseCode = "429", description = "Too many links.")
    public Response link() {
        String bot =
                means.bot()
                        .orElseThrow(
                                () ->
                                        new ApiException(
                                                ApiFault.CONFLICT,
                                                means.missing(ChannelKind.TELEGRAM).orElse("")));
        limits.link(caller.accountId());
        long chats =
                channels.of(caller.accountId()).stream()
                        .filter(channel -> channel.target() instanceof Target.Chat)
                        .count();
        if (chats >= Channel.MOST) {
            throw ChannelResource.full(ChannelKind.TELEGRAM);
        }
        TelegramLinks.Link link = links.open(caller.accountId());
        return Response.status(201)
                .entity(
                        new TelegramLink(
                                bot,
                                "https://t.me/" + bot + "?start=" + link.code(),
                                link.code(),
                                link.expiresAt()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
