package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.Roles;
import io.sequence.intake.domain.account.OpenSession;
import io.sequence.intake.outbound.account.SessionLedger;
import io.sequence.servicebase.ApiException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where the account is signed in, and ending that. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TRADER, Roles.OPERATOR})
@SecurityRequirement(name = "bearer")
@Tag(name = "Settings")
public class SessionResource {
    private final SessionLedger sessions;
    private final Caller caller;

    SessionResource(SessionLedger sessions, Caller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    /**
     * Open sessions.
     *
     * @param sessions this one first, then those used last; at most two hundred
     */
    public record Sessions(List<SessionView> sessions) {}

    /**
     * One open session.
     *
     * @param sessionId names it
     * @param current whether this request is of it
     * @param startedAt when it began
     * @param lastUsedAt when it last got an access token
     * @param device browser and system as far as they are known; null when they are not
     * @param address where it was last used from; null when unknown
     */
    public record SessionView(
            UUID sessionId,
            boolean current,
            Instant startedAt,
            Instant lastUsedAt,
            @Schema(examples = "Chrome on Linux") @Nullable String device,
            @Schema(examples = "203.0.113.7") @Nullable String address) {
        static SessionView of(OpenSession session, @Nullable UUID current) {
            return new SessionView(
                    session.id(),
                    session.id().equals(current),
                    session.startedAt(),
                    session.lastUsedAt(),
                    session.origin().device(),
                    session.origin().address());
        }
    }

    @GET
    @Operation(operationId = "listSessions", summary = "Where the account is signed in")
    @APIResponse(responseCode = "200", description = "Open sessions, this one first.")
    public Sessions all() {
        UUID current = Ids.session(caller);
        return new Sessions(
                sessions.open(caller.accountId()).stream()
                        .map(session -> SessionView.of(session, current))
                        .sorted(Comparator.comparing(view -> !view.current()))
                        .toList());
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(
            operationId = "endSession",
            summary = "End a session",
            description = "Its tokens and its event streams end within about a second.")
    @APIResponse(responseCode = "204", description = "Ended.")
    @APIResponse(responseCode = "404", description = "The account has no such open session.")
    public void end(@PathParam("id") String id) {
        UUID session = Ids.uuid(id).orElseThrow(ApiException::notFound);
        if (!sessions.end(caller.accountId(), session)) {
            throw ApiException.notFound();
        }
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(operationId = "endOtherSessions", summary = "End all sessions but this one")
    @APIResponse(responseCode = "204", description = "Ended.")
    public void endOthers() {
        sessions.endOthers(caller.accountId(), Ids.session(caller));
    }
}
