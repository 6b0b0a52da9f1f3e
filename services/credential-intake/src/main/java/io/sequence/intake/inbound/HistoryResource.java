package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.intake.outbound.connection.HistoryBook;
import io.sequence.intake.outbound.connection.HistoryView;
import io.sequence.servicebase.ApiException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a connection fared over the last day. */
@Path("/v1/connections/{id}/history")
@RolesAllowed("trader")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
public class HistoryResource {
    private final Caller caller;
    private final HistoryBook book;
    private final InstantSource clock;

    HistoryResource(Caller caller, HistoryBook book, InstantSource clock) {
        this.caller = caller;
        this.book = book;
        this.clock = clock;
    }

    /** Pings by slots of five minutes, and outages. */
    @GET
    @Operation(
            operationId = "getConnectionHistory",
            summary = "The last 24 hours: pings in slots of five minutes, and outages")
    public HistoryView history(@PathParam("id") String id) {
        return Ids.connection(id)
                .flatMap(connection -> book.find(caller.accountId(), connection, clock.instant()))
                .orElseThrow(ApiException::notFound);
    }
}
