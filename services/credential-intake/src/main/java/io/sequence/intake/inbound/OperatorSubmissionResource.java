package io.sequence.intake.inbound;

import io.sequence.access.Roles;
import io.sequence.intake.domain.support.SupportDesk;
import io.sequence.intake.outbound.support.OperatorBook;
import io.sequence.intake.outbound.support.OperatorSubmission;
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

/** Everybody's submissions with their reasons; operators only. */
@Path("/v1/operator/submissions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@Tag(name = "Operator")
public class OperatorSubmissionResource {
    private final OperatorBook book;
    private final SupportDesk desk;

    OperatorSubmissionResource(OperatorBook book, SupportDesk desk) {
        this.book = book;
        this.desk = desk;
    }

    /**
     * Submissions, newest first.
     *
     * @param next for {@code after}, null at the end
     */
    public record OperatorSubmissions(
            List<OperatorSubmission> submissions, @Nullable String next) {}

    /** What came in, and what became of it. */
    @GET
    @Operation(
            operationId = "listAllSubmissions",
            summary = "Everybody's submissions with their reasons, newest first")
    @APIResponse(responseCode = "200", description = "A part of the list.")
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable.")
    public OperatorSubmissions all(
            @QueryParam("status") @Nullable String status,
            @QueryParam("venue") @Nullable String venue,
            @QueryParam("account_id") @Nullable String account,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        var filters = new Filters();
        var wanted =
                new OperatorBook.Wanted(
                        filters.oneOf(
                                "status", status, "received", "validating", "accepted", "rejected"),
                        filters.read(
                                "venue",
                                venue,
                                desk::venue,
                                "is not a venue that we know; see GET /v1/venues"),
                        filters.account(account));
        Window window = filters.window(limit, after);
        filters.check();
        Page<OperatorSubmission> page = book.submissions(wanted, window);
        return new OperatorSubmissions(page.rows(), page.next());
    }
}
