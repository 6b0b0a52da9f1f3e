package io.sequence.intake.inbound;

import io.sequence.intake.domain.account.MailKind;
import io.sequence.intake.outbound.account.UnsubscribeLedger;
import io.sequence.servicebase.ApiException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Switching reminders off by the link in one of them, without a sign-in. Following the link shows a
 * page and changes nothing: scanners of mail follow links, too. The page, and mail programs by
 * themselves (RFC 8058), post.
 */
@Path("/v1/mails/unsubscribe/{token}")
@Produces(MediaType.WILDCARD)
@RunOnVirtualThread
@PermitAll
@Tag(name = "Settings")
public class UnsubscribeResource {
    private final UnsubscribeLedger ledger;
    private final AccountLimits limits;

    UnsubscribeResource(UnsubscribeLedger ledger, AccountLimits limits) {
        this.ledger = ledger;
        this.limits = limits;
    }

    /**
     * What holds from now on.
     *
     * @param mail which mail
     * @param wanted whether it is sent
     */
    public record Unsubscribed(@Schema(examples = "expiring") String mail, boolean wanted) {}

    @GET
    @Operation(
            operationId = "showUnsubscribe",
            summary = "Where the link of a reminder leads",
            description = "To a page that asks; nothing changes by following the link.")
    @APIResponse(responseCode = "303", description = "The page.")
    @APIResponse(responseCode = "404", description = "No such link.")
    public Response show(@PathParam("token") String token, @Context HttpServerRequest from) {
        limits.unsubscribe(from);
        if (!ledger.knows(token)) {
            throw ApiException.notFound();
        }
        return Response.seeOther(URI.create("/unsubscribe/" + token)).build();
    }

    @POST
    @Operation(
            operationId = "unsubscribe",
            summary = "Switch reminders off",
            description =
                    "One click as of RFC 8058: takes a form, JSON or nothing, and looks at none of"
                            + " it.")
    @APIResponse(
            responseCode = "200",
            description = "Reminders are off.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Unsubscribed.class)))
    @APIResponse(responseCode = "404", description = "No such link.")
    public Response unsubscribe(@PathParam("token") String token, @Context HttpServerRequest from) {
        limits.unsubscribe(from);
        if (!ledger.unsubscribe(token)) {
            throw ApiException.notFound();
        }
        // Mail programs ask for all sorts of types and read none of the answer.
        return Response.ok(new Unsubscribed(MailKind.EXPIRING.wireName(), false))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
