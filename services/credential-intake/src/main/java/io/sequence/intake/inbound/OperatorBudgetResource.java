package io.sequence.intake.inbound;

import io.sequence.access.Roles;
import io.sequence.intake.outbound.support.BudgetBook;
import io.sequence.intake.outbound.support.BudgetView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What venues let our addresses ask; operators only. */
@Path("/v1/operator/budgets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@Tag(name = "Operator")
public class OperatorBudgetResource {
    private final BudgetBook book;

    OperatorBudgetResource(BudgetBook book) {
        this.book = book;
    }

    /** Budgets, by venue and address. */
    public record Budgets(List<BudgetView> budgets) {}

    /** How they stand. */
    @GET
    @Operation(
            operationId = "listBudgets",
            summary = "What venues let our addresses ask, by venue and address",
            description =
                    "As each process that pings told of it within the last two minutes; a budget"
                            + " that carries fewer pings than are wanted stretches the interval of"
                            + " all its connections.")
    @APIResponse(responseCode = "200", description = "All of them.")
    public Budgets all() {
        return new Budgets(book.all());
    }
}
