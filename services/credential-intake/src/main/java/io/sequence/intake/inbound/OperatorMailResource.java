package io.sequence.intake.inbound;

import io.sequence.access.Roles;
import io.sequence.intake.outbound.support.MailBook;
import io.sequence.intake.outbound.support.OperatorMail;
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

/** How everybody's mails stand; operators only. */
@Path("/v1/operator/mails")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@Tag(name = "Operator")
public class OperatorMailResource {
    private final MailBook book;

    OperatorMailResource(MailBook book) {
        this.book = book;
    }

    /**
     * Mails, newest first.
     *
     * @param next for {@code after}, null at the end
     */
    public record OperatorMails(List<OperatorMail> mails, @Nullable String next) {}

    /** The mails of the last 30 days. */
    @GET
    @Operation(
            operationId = "listAllMails",
            summary = "Everybody's mails of 30 days and how they stand, newest first",
            description = "Nothing of what is in them.")
    @APIResponse(responseCode = "200", description = "A part of the list.")
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable.")
    public OperatorMails all(
            @QueryParam("delivery") @Nullable String delivery,
            @QueryParam("account_id") @Nullable String account,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        var filters = new Filters();
        var wanted =
                new MailBook.Wanted(
                        filters.oneOf("delivery", delivery, "waiting", "sent", "failed", "expired"),
                        filters.account(account));
        Window window = filters.windowOfTexts(limit, after);
        filters.check();
        Page<OperatorMail> page = book.all(wanted, window);
        return new OperatorMails(page.rows(), page.next());
    }
}
