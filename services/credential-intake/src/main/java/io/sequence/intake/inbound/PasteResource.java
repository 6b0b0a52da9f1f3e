package io.sequence.intake.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.faults.ApiFault;
import io.sequence.intake.outbound.catalogue.Catalogues.VenueBook;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.paste.PasteDoctor;
import io.sequence.venues.paste.PasteFinding;
import io.sequence.venues.paste.PasteReport;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Looks at pasted credentials before they are handed over. Keeps nothing and logs nothing. */
@Path("/v1/venues/{venue}/check-paste")
@RolesAllowed("trader")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class PasteResource {
    private final VenueBook venues;
    private final ObjectMapper json;

    PasteResource(VenueBook venues, ObjectMapper json) {
        this.venues = venues;
        this.json = json;
    }

    /**
     * What was found.
     *
     * @param findings nothing of any value is in them
     * @param ok whether a submission would take the credentials, mended
     */
    public record PasteAnswer(List<Finding> findings, boolean ok) {}

    /**
     * One thing that pasting did to a field.
     *
     * @param field the venue's field name
     * @param code for programs
     * @param severity {@code repaired}: a submission mends it by itself; {@code refused}: it stands
     *     in the way
     * @param message what the value is, to be read after the field's name
     * @param fix the one thing to do, or what was done
     */
    public record Finding(String field, String code, String severity, String message, String fix) {
        static Finding of(PasteFinding found) {
            return new Finding(
                    found.field(),
                    found.code(),
                    found.severity().name().toLowerCase(Locale.ROOT),
                    found.message(),
                    found.fix());
        }
    }

    /** What a submission would say of the credentials, before anything is sent to the venue. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkPaste",
            summary = "Tell what was pasted instead of a key; stores and sends nothing")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = PasteForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "What was found, good or bad",
            content = @Content(schema = @Schema(implementation = PasteAnswer.class)))
    public PasteAnswer check(@PathParam("venue") String venue, byte @Nullable [] body)
            throws JsonProcessingException {
        byte[] sent = body == null ? new byte[0] : body;
        try {
            VenueProfile profile =
                    venues.profiles().values().stream()
                            .filter(known -> known.venue().value().equals(venue))
                            .findFirst()
                            .orElseThrow(ApiException::notFound);
            PasteReport report = PasteDoctor.examine(profile, credentials(sent));
            return new PasteAnswer(
                    report.findings().stream().map(Finding::of).toList(), report.ok());
        } finally {
            Arrays.fill(sent, (byte) 0);
        }
    }

    private Map<String, @Nullable String> credentials(byte[] body) throws JsonProcessingException {
        PasteForm form;
        try {
            form = json.readValue(body, PasteForm.class);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new ApiException(ApiFault.BAD_REQUEST, "The body must be JSON in UTF-8.");
        }
        if (form == null) {
            throw new ApiException(ApiFault.BAD_REQUEST, "The body must be a JSON object.");
        }
        if (form.credentials() == null) {
            throw ApiException.invalid(List.of(new FieldError("credentials", "is missing")));
        }
        return form.credentials();
    }
}
