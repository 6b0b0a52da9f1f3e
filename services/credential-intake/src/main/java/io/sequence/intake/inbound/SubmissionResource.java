package io.sequence.intake.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sequence.access.Caller;
import io.sequence.intake.domain.submission.SubmissionForm;
import io.sequence.intake.outbound.connection.ConnectionBook;
import io.sequence.intake.outbound.connection.SubmissionView;
import io.sequence.servicebase.ApiException;
import io.sequence.vocabulary.SubmissionId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes credentials in, and tells what became of them. */
@Path(SubmissionResource.PATH)
@RolesAllowed("trader")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class SubmissionResource {
    static final String PATH = "/v1/submissions";

    private final Caller caller;
    private final ConnectionBook book;
    private final Submissions submissions;

    SubmissionResource(Caller caller, ConnectionBook book, Submissions submissions) {
        this.caller = caller;
        this.book = book;
        this.submissions = submissions;
    }

    /**
     * What was taken in.
     *
     * @param submissionId follow it with {@code GET /v1/submissions/{id}} or on {@code GET
     *     /v1/events}
     * @param connectionId the connection that it makes or refreshes
     * @param status always {@code received}
     * @param note what else to do, null when there is nothing
     */
    public record Received(
            String submissionId, String connectionId, String status, @Nullable String note) {}

    /** Takes a credential in; 202 means that it is durable and sealed. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submit",
            summary = "Hand over an API key for a new connection or a refresh")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SubmissionForm.class)))
    @APIResponse(
            responseCode = "202",
            description = "Durably taken in; the verdict follows",
            content = @Content(schema = @Schema(implementation = Received.class)))
    @APIResponse(
            responseCode = "422",
            description = "Some fields are not acceptable, or support must help first")
    public Response submit(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, byte @Nullable [] body)
            throws JsonProcessingException {
        Received received =
                submissions.take(
                        caller.accountId(), idempotencyKey, body == null ? new byte[0] : body);
        return Response.accepted(received)
                .header("Location", PATH + "/" + received.submissionId())
                .build();
    }

    /**
     * A page of submissions.
     *
     * @param submissions newest first
     * @param next give it as {@code after} for the page behind; null when this is the last
     */
    public record SubmissionPage(List<SubmissionView> submissions, @Nullable String next) {}

    /** The account's submissions. */
    @GET
    @Operation(operationId = "listSubmissions", summary = "The account's submissions, newest first")
    @APIResponse(responseCode = "200", description = "A part of the list.")
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable.")
    public SubmissionPage all(
            @Parameter(description = "1 to 200, 50 when it is not given") @QueryParam("limit")
                    @Nullable String limit,
            @Parameter(description = "The next of the page before") @QueryParam("after")
                    @Nullable String after) {
        var filters = new Filters();
        int wanted = filters.limit(limit);
        SubmissionId before = filters.after(after, Ids::submission);
        filters.check();
        List<SubmissionView> found = book.submissions(caller.accountId(), before, wanted + 1);
        boolean more = found.size() > wanted;
        List<SubmissionView> page = more ? found.subList(0, wanted) : found;
        return new SubmissionPage(page, more ? page.getLast().submissionId().toString() : null);
    }

    /** What became of a submission. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getSubmission", summary = "What became of a submission")
    public SubmissionView find(@PathParam("id") String id) {
        return Ids.submission(id)
                .flatMap(submission -> book.submission(caller.accountId(), submission))
                .orElseThrow(ApiException::notFound);
    }
}
