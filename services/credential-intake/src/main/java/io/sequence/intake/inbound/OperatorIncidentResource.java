package io.sequence.intake.inbound;

import io.sequence.access.Roles;
import io.sequence.intake.outbound.support.IncidentBook;
import io.sequence.intake.outbound.support.IncidentView;
import io.sequence.intake.outbound.support.Page;
import io.sequence.intake.outbound.support.Window;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** When venues were in trouble as a whole; operators only. */
@Path("/v1/operator/incidents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@Tag(name = "Operator")
public class OperatorIncidentResource {
    private final IncidentBook book;

    OperatorIncidentResource(IncidentBook book) {
        this.book = book;
    }

    /**
     * Incidents, newest first.
     *
     * @param next for {@code after}, null at the end
     */
    public record Incidents(List<IncidentView> incidents, @Nullable String next) {}

    /** What is going on, and what was. */
    @GET
    @Operation(
            operationId = "listIncidents",
            summary = "Venues that were in trouble as a whole, newest first",
            description = "Keys of several accounts failed alike; no owner was asked to act.")
    @APIResponse(responseCode = "200", description = "A part of the list.")
    @APIResponse(responseCode = "422", description = "A parameter is not acceptable.")
    public Incidents all(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        var filters = new Filters();
        Window window = filters.window(limit, after);
        filters.check();
        Page<IncidentView> page = book.all(window);
        return new Incidents(page.rows(), page.next());
    }
}
