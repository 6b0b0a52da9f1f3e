package io.sequence.intake.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.intake.inbound.FaultViews.FaultView;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be wrong, and the one fix of each. Open to everybody and the same for everybody. */
@Path("/v1/faults")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class FaultResource {
    private static final int AN_HOUR = 3600;

    private final Faults faults;
    private final EntityTag tag;

    FaultResource(ObjectMapper json) throws JsonProcessingException, NoSuchAlgorithmException {
        this.faults = new Faults(FaultViews.all());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(faults));
        this.tag = new EntityTag(HexFormat.of().formatHex(digest, 0, 16));
    }

    /** All rows of the catalogue. */
    public record Faults(List<FaultView> faults) {}

    /** All faults; 304 to whoever has them already. */
    @GET
    @Operation(
            operationId = "listFaults",
            summary = "Every reason code: what it means, the one fix, whose turn it is")
    @APIResponse(
            responseCode = "200",
            description = "All of them; with an ETag, good for an hour",
            content = @Content(schema = @Schema(implementation = Faults.class)))
    public Response all(@Context Request request, @Context HttpServerResponse response) {
        // What holds for every other answer of the API.
        response.headers().remove(HttpHeaders.CACHE_CONTROL);
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        return (answer == null ? Response.ok(faults) : answer)
                .tag(tag)
                .cacheControl(anHour())
                .build();
    }

    private static CacheControl anHour() {
        var control = new CacheControl();
        control.setMaxAge(AN_HOUR);
        control.setNoTransform(false);
        return control;
    }
}
