package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.Rate;
import io.sequence.access.RateGate;
import io.sequence.access.Roles;
import io.sequence.intake.domain.submission.Applicant;
import io.sequence.intake.domain.support.PlainText;
import io.sequence.intake.domain.support.SupportDesk;
import io.sequence.intake.domain.support.SupportSubject;
import io.sequence.intake.outbound.submission.Applicants;
import io.sequence.intake.outbound.support.SupportLedger;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Asking for support. */
@Path("/v1/support-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.TRADER)
@SecurityRequirement(name = "bearer")
@Tag(name = "Support")
public class SupportResource {
    private static final int LONGEST = 2000;

    private final Caller caller;
    private final Applicants applicants;
    private final SupportDesk desk;
    private final SupportLedger ledger;
    private final InstantSource clock;
    private final RateGate gate;

    SupportResource(
            Caller caller,
            Applicants applicants,
            SupportDesk desk,
            SupportLedger ledger,
            InstantSource clock,
            @ConfigProperty(name = "sequence.limits.support-by-account", defaultValue = "6/12")
                    Rate rate) {
        this.caller = caller;
        this.applicants = applicants;
        this.desk = desk;
        this.ledger = ledger;
        this.clock = clock;
        this.gate = new RateGate(rate);
    }

    /**
     * The body of {@code POST /v1/support-requests}; all may be left out.
     *
     * @param venue a venue of the catalogue, when it is about one
     * @param market {@code spot} or {@code derivatives}, when it is about one
     * @param strategyId a strategy of the catalogue, when it is about one
     * @param message what to tell support, up to 2000 characters of plain text
     */
    public record SupportRequestForm(
            @Nullable String venue,
            @Schema(enumeration = {"spot", "derivatives"}) @Nullable String market,
            @Nullable String strategyId,
            @Schema(maxLength = LONGEST) @Nullable String message) {
        /** The user's words belong in no log. */
        @Override
        public String toString() {
            return "SupportRequestForm[]";
        }
    }

    /**
     * What was written down.
     *
     * @param supportRequestId names the open request, new or the one that this was added to
     */
    public record Requested(UUID supportRequestId) {}

    /** Asks for support; more about the same is added to the open request. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(
            operationId = "requestSupport",
            summary = "Ask support for help",
            description =
                    "A submission that is refused with CONTACT_SUPPORT, or for want of an"
                            + " invitation, is written down as a request by itself. There is one"
                            + " open request at most about the same; more is added to it.")
    @APIResponse(
            responseCode = "202",
            description = "Support will see it.",
            content = @Content(schema = @Schema(implementation = Requested.class)))
    @APIResponse(responseCode = "422", description = "Some fields are not acceptable.")
    @APIResponse(responseCode = "429", description = "Too many requests.")
    public Requested ask(@Nullable SupportRequestForm body) {
        SupportRequestForm form = Bodies.present(body);
        SupportSubject.Reading reading = desk.read(form.venue(), form.market(), form.strategyId());
        Map<String, String> objections = new LinkedHashMap<>(reading.objections());
        String message = form.message() == null ? "" : PlainText.tidy(form.message());
        String objection = message.isEmpty() ? null : PlainText.objection(message, LONGEST, true);
        if (objection != null) {
            objections.put("message", objection);
        }
        Bodies.refuse(objections);
        Applicant applicant = applicants.find(caller.accountId());
        Optional<Duration> wait = gate.refusal(applicant.accountId().toString());
        if (wait.isPresent()) {
            throw AccountLimits.refusal(wait.get());
        }
        SupportSubject subject = reading.subject();
        var asking = new SupportDesk.Asking(applicant.supportFirst(), applicant.invitations());
        return new Requested(
                ledger.record(
                        new SupportLedger.Note(
                                applicant.accountId(),
                                desk.kind(subject, asking, !message.isEmpty()),
                                subject,
                                message.isEmpty() ? null : message,
                                1,
                                clock.instant())));
    }
}
