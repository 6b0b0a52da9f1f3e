package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.Roles;
import io.sequence.intake.outbound.calendar.CalendarLinks;
import io.sequence.intake.outbound.calendar.CalendarLinks.Made;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The link under which a calendar fetches the account's expiry dates: made, renewed, ended. */
@Path("/v1/settings/calendar")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.TRADER)
@SecurityRequirement(name = "bearer")
@Tag(name = "Settings")
public class CalendarLinkResource {
    private final CalendarLinks links;
    private final AccountLimits limits;
    private final Caller caller;

    CalendarLinkResource(CalendarLinks links, AccountLimits limits, Caller caller) {
        this.links = links;
        this.limits = limits;
        this.caller = caller;
    }

    /**
     * Whether there is a link.
     *
     * @param madeAt when it was made; null when there is none
     */
    public record CalendarLink(@Nullable Instant madeAt) {}

    /**
     * A link that was made; it is told this once.
     *
     * @param path under this house's origin
     * @param madeAt when it was made
     */
    public record NewCalendarLink(
            @Schema(examples = "/v1/connections/expiry.ics?token=…") String path, Instant madeAt) {
        @Override
        public String toString() {
            return "NewCalendarLink[" + madeAt + "]";
        }
    }

    @GET
    @Operation(operationId = "calendarLink", summary = "Whether there is a calendar link")
    public CalendarLink link() {
        return new CalendarLink(links.madeAt(caller.accountId()).orElse(null));
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "makeCalendarLink",
            summary = "Make a calendar link, in place of the one before it",
            description = "Whoever has the link can read the expiry dates. It is shown once.")
    @APIResponse(
            responseCode = "201",
            description = "The link.",
            content = @Content(schema = @Schema(implementation = NewCalendarLink.class)))
    @APIResponse(responseCode = "429", description = "Too many changes.")
    public NewCalendarLink make() {
        limits.settings(caller.accountId());
        Made made = links.make(caller.accountId());
        return new NewCalendarLink(
                CalendarResource.PATH + "?token=" + made.token().reveal(), made.madeAt());
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(operationId = "revokeCalendarLink", summary = "End the calendar link")
    @APIResponse(responseCode = "204", description = "No calendar can read the dates any more.")
    public void revoke() {
        limits.settings(caller.accountId());
        links.revoke(caller.accountId());
    }
}
