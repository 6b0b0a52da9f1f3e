package io.sequence.intake.inbound;

import io.sequence.access.Roles;
import io.sequence.intake.domain.account.AccountBook;
import io.sequence.intake.outbound.alerts.ChannelLedger;
import io.sequence.servicebase.ApiException;
import io.sequence.vocabulary.AccountId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether an account can be reached; operators only. */
@Path("/v1/operator/accounts/{id}/channels")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@Tag(name = "Operator")
public class OperatorChannelResource {
    private final AccountBook accounts;
    private final ChannelLedger channels;

    OperatorChannelResource(AccountBook accounts, ChannelLedger channels) {
        this.accounts = accounts;
        this.channels = channels;
    }

    /** An account's channels beside the mail, oldest first. */
    public record ChannelStates(List<ChannelState> channels) {}

    /**
     * One channel; nothing of where it leads.
     *
     * @param kind what it is
     * @param state {@code on}, {@code off}, or {@code lost}: it takes nothing any more
     * @param createdAt since when there is this channel
     */
    public record ChannelState(
            @Schema(enumeration = {"telegram", "web_push", "webhook"}) String kind,
            @Schema(enumeration = {"on", "off", "lost"}) String state,
            Instant createdAt) {}

    @GET
    @Operation(
            operationId = "listChannelStates",
            summary = "By what an account is alerted beside the mail",
            description = "Nothing of where channels lead.")
    @APIResponse(responseCode = "200", description = "Kind and state of each.")
    @APIResponse(responseCode = "403", description = "Operators only.")
    @APIResponse(responseCode = "404", description = "There is no such account.")
    public ChannelStates of(@PathParam("id") String id) {
        AccountId account =
                Ids.account(id)
                        .filter(one -> accounts.find(one).isPresent())
                        .orElseThrow(ApiException::notFound);
        return new ChannelStates(
                channels.of(account).stream()
                        .map(
                                channel ->
                                        new ChannelState(
                                                channel.target().kind().wireName(),
                                                ChannelView.state(channel),
                                                channel.createdAt()))
                        .toList());
    }
}
