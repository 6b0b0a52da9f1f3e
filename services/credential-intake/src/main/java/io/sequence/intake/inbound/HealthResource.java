package io.sequence.intake.inbound;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the service can be used; open to everybody and tells nothing else. */
@Path("/v1/health")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Health")
public class HealthResource {
    private final SmallRyeHealthReporter reporter;

    HealthResource(SmallRyeHealthReporter reporter) {
        this.reporter = reporter;
    }

    /** The one word. */
    public record Health(String status) {}

    /** 200 {@code ok}, or 503 {@code unavailable} while the database or the broker is away. */
    @GET
    @Operation(operationId = "health", summary = "Whether the service can be used")
    @APIResponse(
            responseCode = "200",
            description = "It can.",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @APIResponse(
            responseCode = "503",
            description = "Not at the moment.",
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Response health() {
        SmallRyeHealth readiness = reporter.getReadiness();
        boolean up = !readiness.isDown();
        return Response.status(up ? 200 : 503)
                .entity(new Health(up ? "ok" : "unavailable"))
                .build();
    }
}
