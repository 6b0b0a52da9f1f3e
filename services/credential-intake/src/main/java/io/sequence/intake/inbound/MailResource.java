package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.Roles;
import io.sequence.intake.outbound.support.MailBook;
import io.sequence.intake.outbound.support.MailView;
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

/** How the caller's own mails stand. */
@Path("/v1/mails")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TRADER, Roles.OPERATOR})
@SecurityRequirement(name = "bearer")
@Tag(name = "Mails")
public class MailResource {
    private final MailBook book;
    private final Caller caller;

    MailResource(MailBook book, Caller caller) {
        this.book = book;
        this.caller = caller;
    }

    /**
     * Mails, newest first.
     *
     * @param next for {@code after}, null at the end
     */
    public record Mails(List<MailView> mails, @Nullable String next) {}

    /** The mails of the last 30 days. */
    @GET
    @Operation(
            operationId = "listMails",
            summary = "The account's mails of 30 days and how they stand, newest first",
            description = "Nothing of what is in them.")
    @APIResponse(responseCode = "200", description = "A part of the list.")
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable.")
    public Mails all(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        var filters = new Filters();
        Window window = filters.windowOfTexts(limit, after);
        filters.check();
        Page<MailView> page = book.of(caller.accountId(), window);
        return new Mails(page.rows(), page.next());
    }
}
