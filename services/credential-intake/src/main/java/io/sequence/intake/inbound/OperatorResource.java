package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.Roles;
import io.sequence.intake.domain.account.AccountBook;
import io.sequence.intake.domain.account.Clearance;
import io.sequence.intake.outbound.account.AccountLedger;
import io.sequence.intake.outbound.support.AccountSummary;
import io.sequence.intake.outbound.support.OperatorBook;
import io.sequence.intake.outbound.support.Page;
import io.sequence.intake.outbound.support.Window;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import io.sequence.servicebase.RequestId;
import io.sequence.vocabulary.AccountId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What support does for accounts; operators only. */
@Path("/v1/operator/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@Tag(name = "Operator")
public class OperatorResource {
    private final AccountBook accounts;
    private final AccountLedger ledger;
    private final OperatorBook book;
    private final Caller caller;
    private final InstantSource clock;

    OperatorResource(
            AccountBook accounts,
            AccountLedger ledger,
            OperatorBook book,
            Caller caller,
            InstantSource clock) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.book = book;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Accounts, newest first.
     *
     * @param next for {@code after}, null at the end
     */
    public record Accounts(List<AccountSummary> accounts, @Nullable String next) {}

    /**
     * The body of {@code PATCH /v1/operator/accounts/{id}}.
     *
     * @param supportClearance {@code cleared}, or {@code needed} to take that back
     */
    public record ClearanceRequest(
            @Schema(
                            required = true,
                            enumeration = {"cleared", "needed"})
                    @Nullable String supportClearance) {}

    @GET
    @Operation(
            operationId = "listAccounts",
            summary = "Accounts, newest first",
            description =
                    "With waiting=true those that an operator must clear or that have open support"
                            + " requests; with email the one of exactly this address.")
    @APIResponse(responseCode = "200", description = "A part of the list.")
    @APIResponse(responseCode = "403", description = "Operators only.")
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable.")
    public Accounts all(
            @QueryParam("waiting") @Nullable String waiting,
            @QueryParam("email") @Nullable String email,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        var filters = new Filters();
        boolean onlyWaiting = "true".equals(filters.oneOf("waiting", waiting, "true", "false"));
        String wanted = filters.text("email", email);
        Window window = filters.windowOfTexts(limit, after);
        filters.check();
        Page<AccountSummary> page = book.accounts(onlyWaiting, wanted, window);
        return new Accounts(page.rows(), page.next());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAccount", summary = "One account")
    @APIResponse(responseCode = "200", description = "The account.")
    @APIResponse(responseCode = "403", description = "Operators only.")
    @APIResponse(responseCode = "404", description = "There is none.")
    public MeAnswer get(@PathParam("id") String id) {
        return accounts.find(account(id)).map(MeAnswer::of).orElseThrow(ApiException::notFound);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "clearAccount",
            summary = "Clear an account, or take that back",
            description = "Clearing closes the support requests that waited for it.")
    @APIResponse(responseCode = "200", description = "The account from now on.")
    @APIResponse(responseCode = "403", description = "Operators only.")
    @APIResponse(responseCode = "404", description = "There is none.")
    @APIResponse(responseCode = "422", description = "No such field or value.")
    public MeAnswer change(
            @PathParam("id") String id,
            @Nullable ClearanceRequest body,
            @Context RoutingContext context) {
        AccountId account = account(id);
        Clearance clearance = clearance(Bodies.present(body).supportClearance());
        var change =
                new AccountLedger.Change(
                        caller.accountId(), RequestId.of(context), clock.instant());
        return ledger.setClearance(account, clearance, change)
                .map(MeAnswer::of)
                .orElseThrow(ApiException::notFound);
    }

    private static Clearance clearance(@Nullable String given) {
        return switch (Bodies.required("support_clearance", given)) {
            case "cleared" -> Clearance.CLEARED;
            case "needed" -> Clearance.NEEDED;
            default ->
                    throw ApiException.invalid(
                            List.of(
                                    new FieldError(
                                            "support_clearance", "must be cleared or needed")));
        };
    }

    private static AccountId account(String id) {
        return Ids.account(id).orElseThrow(ApiException::notFound);
    }
}
