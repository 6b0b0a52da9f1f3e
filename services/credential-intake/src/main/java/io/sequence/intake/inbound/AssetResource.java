package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.intake.outbound.connection.AssetBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What lies in the account's connections. */
@Path("/v1/assets")
@RolesAllowed("trader")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
public class AssetResource {
    private final Caller caller;
    private final AssetBook book;

    AssetResource(Caller caller, AssetBook book) {
        this.caller = caller;
        this.book = book;
    }

    /** Asset by asset; nothing is priced. */
    @GET
    @Operation(
            operationId = "listAssets",
            summary = "Balances across connections, by asset, each with its age; exact amounts")
    public AssetBook.Assets all() {
        return book.all(caller.accountId());
    }
}
