package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.Roles;
import io.sequence.faults.ApiFault;
import io.sequence.intake.outbound.support.Page;
import io.sequence.intake.outbound.support.SupportLedger;
import io.sequence.intake.outbound.support.SupportRequestView;
import io.sequence.intake.outbound.support.Window;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.RequestId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who waits for support; operators only. */
@Path("/v1/operator/support-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@Tag(name = "Operator")
public class OperatorSupportResource {
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    private final SupportLedger ledger;
    private final Caller caller;
    private final InstantSource clock;

    OperatorSupportResource(SupportLedger ledger, Caller caller, InstantSource clock) {
        this.ledger = ledger;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Requests, newest first.
     *
     * @param next for {@code after}, null at the end
     */
    public record SupportRequests(
            List<SupportRequestView> supportRequests, @Nullable String next) {}

    /**
     * The body of {@code PATCH /v1/operator/support-requests/{id}}.
     *
     * @param state {@code closed}, or {@code open} to take that back
     */
    public record StateRequest(
            @Schema(
                            required = true,
                            enumeration = {OPEN, CLOSED})
                    @Nullable String state) {}

    /** Who waits, and for what. */
    @GET
    @Operation(
            operationId = "listSupportRequests",
            summary = "Who waits for support, newest first",
            description = "Clearing an account and inviting it close what waited for that.")
    @APIResponse(responseCode = "200", description = "A part of the list.")
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable.")
    public SupportRequests all(
            @QueryParam("state") @Nullable String state,
            @QueryParam("account_id") @Nullable String account,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        var filters = new Filters();
        var wanted =
                new SupportLedger.Wanted(
                        filters.oneOf("state", state, OPEN, CLOSED), filters.account(account));
        Window window = filters.window(limit, after);
        filters.check();
        Page<SupportRequestView> page = ledger.all(wanted, window);
        return new SupportRequests(page.rows(), page.next());
    }

    /** Closes a request, or takes that back. */
    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "turnSupportRequest", summary = "Close a request, or take that back")
    @APIResponse(responseCode = "200", description = "The request from now on.")
    @APIResponse(responseCode = "404", description = "There is none.")
    @APIResponse(responseCode = "409", description = "A newer one about the same is open.")
    @APIResponse(responseCode = "422", description = "No such field or value.")
    public SupportRequestView turn(
            @PathParam("id") String id,
            @Nullable StateRequest body,
            @Context RoutingContext context) {
        UUID request = Ids.uuid(id).orElseThrow(ApiException::notFound);
        String state = Bodies.required("state", Bodies.present(body).state());
        if (!List.of(OPEN, CLOSED).contains(state)) {
            Bodies.refuse(Map.of("state", "must be open or closed"));
        }
        boolean open = OPEN.equals(state);
        if (!ledger.turn(
                request,
                open,
                new SupportLedger.Act(
                        caller.accountId(), RequestId.of(context), clock.instant()))) {
            throw new ApiException(
                    ApiFault.CONFLICT, "A newer request of this account about the same is open.");
        }
        return ledger.find(request).orElseThrow(ApiException::notFound);
    }
}
