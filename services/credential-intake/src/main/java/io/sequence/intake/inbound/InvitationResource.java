package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.Roles;
import io.sequence.intake.domain.account.AccountBook;
import io.sequence.intake.domain.catalogue.StrategyCatalogue;
import io.sequence.intake.outbound.account.AccountLedger;
import io.sequence.intake.outbound.account.InvitationLedger;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.RequestId;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.StrategyId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invitations to strategies that are not open to all; operators only. */
@Path("/v1/operator/accounts/{id}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@Tag(name = "Operator")
public class InvitationResource {
    private final AccountBook accounts;
    private final StrategyCatalogue strategies;
    private final InvitationLedger ledger;
    private final Caller caller;
    private final InstantSource clock;

    InvitationResource(
            AccountBook accounts,
            StrategyCatalogue strategies,
            InvitationLedger ledger,
            Caller caller,
            InstantSource clock) {
        this.accounts = accounts;
        this.strategies = strategies;
        this.ledger = ledger;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What an account was invited to.
     *
     * @param strategies ids of the catalogue
     */
    public record Invitations(List<String> strategies) {}

    /** The account's invitations. */
    @GET
    @Operation(operationId = "listInvitations", summary = "What an account was invited to")
    @APIResponse(responseCode = "200", description = "Strategy ids.")
    @APIResponse(responseCode = "403", description = "Operators only.")
    @APIResponse(responseCode = "404", description = "There is no such account.")
    public Invitations all(@PathParam("id") String id) {
        return new Invitations(ledger.of(account(id)));
    }

    /** Invites the account; doing it again changes nothing. */
    @PUT
    @Path("/{strategy}")
    @Operation(operationId = "inviteAccount", summary = "Invite an account to a strategy")
    @APIResponse(responseCode = "200", description = "Its invitations from now on.")
    @APIResponse(responseCode = "403", description = "Operators only.")
    @APIResponse(responseCode = "404", description = "There is no such account or strategy.")
    public Invitations invite(
            @PathParam("id") String id,
            @PathParam("strategy") String strategy,
            @Context RoutingContext context) {
        AccountId account = account(id);
        ledger.invite(account, strategy(strategy), change(context));
        return new Invitations(ledger.of(account));
    }

    /** Takes an invitation back; connections that are there go on. */
    @DELETE
    @Path("/{strategy}")
    @Operation(operationId = "withdrawInvitation", summary = "Take an invitation back")
    @APIResponse(responseCode = "200", description = "Its invitations from now on.")
    @APIResponse(responseCode = "403", description = "Operators only.")
    @APIResponse(responseCode = "404", description = "There is no such account or strategy.")
    public Invitations withdraw(
            @PathParam("id") String id,
            @PathParam("strategy") String strategy,
            @Context RoutingContext context) {
        AccountId account = account(id);
        ledger.withdraw(account, strategy(strategy), change(context));
        return new Invitations(ledger.of(account));
    }

    private AccountLedger.Change change(RoutingContext context) {
        return new AccountLedger.Change(caller.accountId(), RequestId.of(context), clock.instant());
    }

    private AccountId account(String id) {
        return Ids.account(id)
                .filter(account -> accounts.find(account).isPresent())
                .orElseThrow(ApiException::notFound);
    }

    private StrategyId strategy(String id) {
        return Ids.strategy(id)
                .filter(strategy -> strategies.find(strategy).isPresent())
                .orElseThrow(ApiException::notFound);
    }
}
