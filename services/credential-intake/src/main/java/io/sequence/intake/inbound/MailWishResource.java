package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.Roles;
import io.sequence.faults.ApiFault;
import io.sequence.intake.domain.account.MailKind;
import io.sequence.intake.outbound.account.SettingsLedger;
import io.sequence.servicebase.ApiException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which mails an account gets. */
@Path("/v1/me/mails")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TRADER, Roles.OPERATOR})
@SecurityRequirement(name = "bearer")
@Tag(name = "Settings")
public class MailWishResource {
    private final SettingsLedger settings;
    private final AccountLimits limits;
    private final Caller caller;

    MailWishResource(SettingsLedger settings, AccountLimits limits, Caller caller) {
        this.settings = settings;
        this.limits = limits;
        this.caller = caller;
    }

    /** Every mail that a trader may get. */
    public record MailWishes(List<MailWish> mails) {
        static MailWishes of(Set<MailKind> unwanted) {
            return new MailWishes(
                    Arrays.stream(MailKind.values())
                            .filter(kind -> kind != MailKind.OPERATOR_ALERT)
                            .map(kind -> MailWish.of(kind, !unwanted.contains(kind)))
                            .toList());
        }
    }

    /**
     * One mail.
     *
     * @param mail its name
     * @param title for people
     * @param about for people
     * @param optional whether it may be unwanted
     * @param wanted whether it is sent
     */
    public record MailWish(
            @Schema(examples = "expiring") String mail,
            String title,
            String about,
            boolean optional,
            boolean wanted) {
        static MailWish of(MailKind kind, boolean wanted) {
            return new MailWish(
                    kind.wireName(),
                    kind.title(),
                    kind.about(),
                    kind.optional(),
                    wanted || !kind.optional());
        }
    }

    @GET
    @Operation(operationId = "listMailWishes", summary = "Which mails the account gets")
    @APIResponse(responseCode = "200", description = "Every mail that there is.")
    public MailWishes all() {
        return MailWishes.of(
                settings.unwanted(caller.accountId()).orElseThrow(MailWishResource::gone));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeMailWishes",
            summary = "Choose which mails not to get",
            description = "Optional ones that are not named are wanted.")
    @APIResponse(responseCode = "200", description = "Every mail that there is.")
    @APIResponse(responseCode = "422", description = "No such mail, or not an optional one.")
    @APIResponse(responseCode = "429", description = "Too many changes.")
    public MailWishes change(@Nullable MailsRequest body) {
        MailsRequest request = Bodies.present(body);
        Bodies.refuse(request.objections());
        limits.settings(caller.accountId());
        return MailWishes.of(
                settings.setUnwanted(caller.accountId(), request.kinds())
                        .orElseThrow(MailWishResource::gone));
    }

    private static ApiException gone() {
        return new ApiException(ApiFault.UNAUTHORIZED);
    }
}
