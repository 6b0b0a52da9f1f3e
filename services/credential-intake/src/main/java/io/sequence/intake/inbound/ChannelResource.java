package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.Roles;
import io.sequence.events.ChannelKind;
import io.sequence.faults.ApiFault;
import io.sequence.intake.domain.account.Device;
import io.sequence.intake.domain.alerts.Channel;
import io.sequence.intake.domain.alerts.Target;
import io.sequence.intake.outbound.alerts.AlertMeans;
import io.sequence.intake.outbound.alerts.ChannelLedger;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.PublicTarget;
import io.sequence.servicebase.TargetVerdict.Allowed;
import io.sequence.servicebase.TargetVerdict.Forbidden;
import io.sequence.servicebase.TargetVerdict.Unresolved;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where an account is alerted. */
@Path("/v1/alerts/channels")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TRADER, Roles.OPERATOR})
@SecurityRequirement(name = "bearer")
@Tag(name = "Alerts")
public class ChannelResource {
    private static final String SHOWN_ONCE = "no-store";

    private final ChannelLedger channels;
    private final AlertMeans means;
    private final PublicTarget guard;
    private final AlertLimits limits;
    private final Caller caller;
    private final InstantSource clock;

    ChannelResource(
            ChannelLedger channels,
            AlertMeans means,
            PublicTarget guard,
            AlertLimits limits,
            Caller caller,
            InstantSource clock) {
        this.channels = channels;
        this.means = means;
        this.guard = guard;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A channel, and of a webhook what its calls are signed with.
     *
     * @param channel as it is now
     * @param secret {@code whsec_…} (Standard Webhooks), in this answer and no other; null when
     *     there is none to show
     */
    public record ChannelWithSecret(ChannelView channel, @Nullable String secret) {
        /** The secret belongs in no log. */
        @Override
        public String toString() {
            return "ChannelWithSecret[" + channel + "]";
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "makeChannel",
            summary = "Be alerted by a webhook or in a browser",
            description =
                    "A webhook's secret is in this answer and in no other. Where there is a channel"
                            + " that leads to the same place, it is answered, without a secret.")
    @APIResponse(
            responseCode = "201",
            description = "The channel is on.",
            content = @Content(schema = @Schema(implementation = ChannelWithSecret.class)))
    @APIResponse(
            responseCode = "200",
            description = "There is one already that leads there.",
            content = @Content(schema = @Schema(implementation = ChannelWithSecret.class)))
    @APIResponse(
            responseCode = "409",
            description = "There are ten of the kind, or it is not set up here.")
    @APIResponse(responseCode = "422", description = "A field is not acceptable.")
    @APIResponse(responseCode = "429", description = "Too many changes.")
    public Response make(
            @Nullable ChannelForm body,
            @Parameter(hidden = true) @HeaderParam("User-Agent") @Nullable String userAgent) {
        ChannelForm form = Bodies.present(body);
        Bodies.refuse(form.objections());
        limits.change(caller.accountId());
        Target target = form.target();
        requireMeans(target.kind());
        refuse(form.addressField(), target.address());
        ChannelLedger.Made made =
                channels.make(
                                caller.accountId(),
                                target,
                                form.called(Device.describe(userAgent).orElse("A browser")),
                                Boolean.TRUE.equals(form.urgentOnly()))
                        .orElseThrow(() -> full(target.kind()));
        return answer(made.fresh() ? 201 : 200, made.channel(), made.fresh());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeChannel",
            summary = "Rename a channel, switch it on or off, choose what it takes",
            description =
                    "What is left out or null stays as it is. Switching a lost channel on tries it"
                            + " again.")
    @APIResponse(responseCode = "200", description = "The channel from now on.")
    @APIResponse(responseCode = "422", description = "A field is not acceptable.")
    @APIResponse(responseCode = "429", description = "Too many changes.")
    public ChannelView change(@PathParam("id") String id, @Nullable ChannelPatch body) {
        ChannelPatch patch = Bodies.present(body);
        Bodies.refuse(patch.objections());
        limits.change(caller.accountId());
        return channels.change(caller.accountId(), id(id), patch.change())
                .map(channel -> ChannelView.of(channel, clock.instant()))
                .orElseThrow(ApiException::notFound);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(operationId = "removeChannel", summary = "Remove a channel")
    @APIResponse(responseCode = "204", description = "Nothing is sent there any more.")
    public void remove(@PathParam("id") String id) {
        if (!channels.remove(caller.accountId(), id(id))) {
            throw ApiException.notFound();
        }
    }

    @POST
    @Path("/{id}/test")
    @ResponseStatus(202)
    @Operation(
            operationId = "testChannel",
            summary = "Send a test alert to a channel",
            description =
                    "How it fares is in the list of deliveries; GET /v1/events tells when it"
                            + " changes (alert.reported).")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way.",
            content = @Content(schema = @Schema(implementation = AlertResource.TestAlert.class)))
    @APIResponse(responseCode = "409", description = "The channel is off.")
    @APIResponse(responseCode = "429", description = "Too many tests.")
    public AlertResource.TestAlert test(@PathParam("id") String id) {
        Channel channel = channel(id);
        if (!channel.enabled()) {
            throw new ApiException(
                    ApiFault.CONFLICT, "The channel is off: switch it on, then test it.");
        }
        limits.test(caller.accountId());
        return new AlertResource.TestAlert(channels.test(caller.accountId(), channel.id()));
    }

    @POST
    @Path("/{id}/rotate-secret")
    @Operation(
            operationId = "rotateSecret",
            summary = "Give a webhook another secret",
            description =
                    "Calls are signed with both for 24 hours, then with the new one alone. If it"
                            + " was changed within the last 24 hours, the secret before that one"
                            + " ends now.")
    @APIResponse(
            responseCode = "200",
            description = "The secret, in this answer and no other.",
            content = @Content(schema = @Schema(implementation = ChannelWithSecret.class)))
    @APIResponse(responseCode = "409", description = "Webhooks are not set up here.")
    @APIResponse(responseCode = "429", description = "Too many changes.")
    public Response rotate(@PathParam("id") String id) {
        requireMeans(ChannelKind.WEBHOOK);
        limits.change(caller.accountId());
        Channel channel =
                channels.rotate(caller.accountId(), id(id)).orElseThrow(ApiException::notFound);
        return answer(200, channel, true);
    }

    private Response answer(int status, Channel channel, boolean withSecret) {
        String secret =
                withSecret && channel.target() instanceof Target.Hook
                        ? means.secret(channel.id(), channel.generation())
                        : null;
        return Response.status(status)
                .entity(new ChannelWithSecret(ChannelView.of(channel, clock.instant()), secret))
                .header("Cache-Control", SHOWN_ONCE)
                .build();
    }

    private void refuse(String field, String url) {
        switch (guard.check(url)) {
            case Allowed allowed -> {}
            case Forbidden forbidden -> Bodies.refuse(Map.of(field, forbidden.why()));
            case Unresolved unresolved -> Bodies.refuse(Map.of(field, unresolved.why()));
        }
    }

    private void requireMeans(ChannelKind kind) {
        means.missing(kind)
                .ifPresent(
                        words -> {
                            throw new ApiException(ApiFault.CONFLICT, words);
                        });
    }

    private Channel channel(String id) {
        return channels.find(caller.accountId(), id(id)).orElseThrow(ApiException::notFound);
    }

    private static UUID id(String text) {
        return Ids.uuid(text).orElseThrow(ApiException::notFound);
    }

    /** Says that there are as many as there may be. */
    static ApiException full(ChannelKind kind) {
        return new ApiException(
                ApiFault.CONFLICT,
                switch (kind) {
                    case TELEGRAM -> "There are ten Telegram chats already: remove one first.";
                    case WEB_PUSH -> "There are ten browsers already: remove one first.";
                    case WEBHOOK -> "There are ten webhooks already: remove one first.";
                    case MAIL -> ApiFault.CONFLICT.message();
                });
    }
}
