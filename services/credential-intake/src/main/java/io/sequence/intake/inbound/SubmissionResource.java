package io.sequence.intake.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.sequence.access.Caller;
import io.sequence.faults.ApiFault;
import io.sequence.intake.domain.submission.Applicant;
import io.sequence.intake.domain.submission.Refreshable;
import io.sequence.intake.domain.submission.SubmissionForm;
import io.sequence.intake.domain.submission.SubmissionRules;
import io.sequence.intake.domain.submission.Verdict;
import io.sequence.intake.domain.submission.Verdict.Acceptable;
import io.sequence.intake.outbound.connection.ConnectionBook;
import io.sequence.intake.outbound.connection.SubmissionView;
import io.sequence.intake.outbound.submission.Applicants;
import io.sequence.intake.outbound.submission.BodyFingerprint;
import io.sequence.intake.outbound.submission.Intake;
import io.sequence.intake.outbound.submission.SubmissionLedger;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.Secret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes credentials in, and tells what became of them. */
@Path("/v1/submissions")
@RolesAllowed("trader")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class SubmissionResource {
    private static final Logger LOG = Logger.getLogger(SubmissionResource.class);
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final Caller caller;
    private final Applicants applicants;
    private final ConnectionBook book;
    private final SubmissionRules rules;
    private final SubmissionLedger ledger;
    private final BodyFingerprint fingerprint;
    private final ObjectMapper json;
    private final MeterRegistry meters;

    SubmissionResource(
            Caller caller,
            Applicants applicants,
            ConnectionBook book,
            SubmissionRules rules,
            SubmissionLedger ledger,
            BodyFingerprint fingerprint,
            ObjectMapper json,
            MeterRegistry meters) {
        this.caller = caller;
        this.applicants = applicants;
        this.book = book;
        this.rules = rules;
        this.ledger = ledger;
        this.fingerprint = fingerprint;
        this.json = json;
        this.meters = meters;
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
        byte[] sent = body == null ? new byte[0] : body;
        try {
            return submit(once(idempotencyKey, sent), read(sent));
        } finally {
            Arrays.fill(sent, (byte) 0);
        }
    }

    private Response submit(Intake.@Nullable Once once, SubmissionForm form) {
        Applicant applicant = applicants.find(caller.accountId());
        var request = new Intake.Request(applicant, once);
        Optional<Intake.Outcome> before = ledger.answeredBefore(request);
        if (before.isPresent()) {
            return answer(before.get(), rules.note(form));
        }
        return switch (rules.check(form, applicant, refreshable(applicant, form))) {
            case Acceptable accepted -> receive(request, accepted);
            case Verdict.Unacceptable refused -> {
                count("refused");
                throw ApiException.invalid(
                        refused.violations().stream()
                                .map(
                                        violation ->
                                                new FieldError(
                                                        violation.field(), violation.message()))
                                .toList());
            }
            case Verdict.ContactSupport support -> {
                count("contact_support");
                throw new ApiException(ApiFault.CONTACT_SUPPORT, support.words());
            }
        };
    }

    private Response receive(Intake.Request request, Acceptable accepted) {
        try {
            Intake.Outcome outcome = ledger.receive(request, accepted);
            count(outcome instanceof Intake.Outcome.Received ? "received" : "refused");
            if (outcome instanceof Intake.Outcome.Received received) {
                LOG.infof(
                        "submission %s received for connection %s",
                        received.receipt().submissionId(), received.receipt().connectionId());
            }
            return answer(outcome, accepted.note());
        } finally {
            accepted.credentials().values().forEach(Secret::close);
        }
    }

    private static Response answer(Intake.Outcome outcome, @Nullable String note) {
        return switch (outcome) {
            case Intake.Outcome.Received received ->
                    Response.accepted(
                                    new Received(
                                            received.receipt().submissionId().toString(),
                                            received.receipt().connectionId().toString(),
                                            "received",
                                            note))
                            .header(
                                    "Location",
                                    "/v1/submissions/" + received.receipt().submissionId())
                            .build();
            case Intake.Outcome.KeyReused reused ->
                    throw new ApiException(ApiFault.IDEMPOTENCY_KEY_REUSED);
            case Intake.Outcome.Gone gone -> throw ApiException.notFound();
        };
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

    private @Nullable Refreshable refreshable(Applicant applicant, SubmissionForm form) {
        String named = form.connectionId();
        if (!"refresh".equals(form.type()) || named == null || named.isBlank()) {
            return null;
        }
        // Another account's connection, an ended one and one that never was are the same to the
        // caller.
        Optional<ConnectionId> id = Ids.connection(named);
        return id.flatMap(connection -> book.refreshable(applicant.accountId(), connection))
                .orElseThrow(ApiException::notFound);
    }

    private Intake.@Nullable Once once(@Nullable String key, byte[] body) {
        if (key == null) {
            return null;
        }
        if (!IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw ApiException.invalid(
                    List.of(
                            new FieldError(
                                    "Idempotency-Key",
                                    "must be 1 to 255 printable characters without blanks")));
        }
        return new Intake.Once(key, fingerprint.of(body));
    }

    private SubmissionForm read(byte[] body) throws JsonProcessingException {
        try {
            SubmissionForm form = json.readValue(body, SubmissionForm.class);
            if (form == null) {
                throw new ApiException(ApiFault.BAD_REQUEST, "The body must be a JSON object.");
            }
            return form;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (java.io.IOException e) {
            throw new ApiException(ApiFault.BAD_REQUEST, "The body must be JSON in UTF-8.");
        }
    }

    private void count(String outcome) {
        meters.counter("sequence.submissions", "outcome", outcome).increment();
    }
}
