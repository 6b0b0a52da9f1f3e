package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.PasswordsBusy;
import io.sequence.access.Roles;
import io.sequence.faults.ApiFault;
import io.sequence.intake.domain.account.AccountBook;
import io.sequence.intake.domain.account.EmailAddress;
import io.sequence.intake.domain.account.PasswordRule;
import io.sequence.intake.domain.account.RegistrationForm;
import io.sequence.intake.outbound.account.Registration;
import io.sequence.servicebase.ApiException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Registering, and who one is. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Accounts")
public class AccountResource {
    private final Registration registration;
    private final AccountBook accounts;
    private final PasswordRule passwordRule;
    private final AccountLimits limits;
    private final Caller caller;

    AccountResource(
            Registration registration,
            AccountBook accounts,
            PasswordRule passwordRule,
            AccountLimits limits,
            Caller caller) {
        this.registration = registration;
        this.accounts = accounts;
        this.passwordRule = passwordRule;
        this.limits = limits;
        this.caller = caller;
    }

    @POST
    @Path("/accounts")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @PermitAll
    @Operation(
            operationId = "register",
            summary = "Register an account",
            description =
                    "The answer is the same whether or not the address is registered already; its"
                            + " owner is told by mail.")
    @APIResponse(
            responseCode = "201",
            description = "Look into your mail for the code.",
            content = @Content(schema = @Schema(implementation = RegisterAnswer.class)))
    @APIResponse(responseCode = "422", description = "Some fields are not acceptable.")
    @APIResponse(responseCode = "429", description = "Too many registrations.")
    public RegisterAnswer register(
            @Nullable RegisterRequest body, @Context HttpServerRequest from) {
        RegisterRequest request = Bodies.present(body);
        var form = new RegistrationForm(request.email(), request.password(), request.name());
        Bodies.refuse(form.objections(passwordRule));
        var email = new EmailAddress(Objects.requireNonNull(request.email()));
        limits.register(from, email.value());
        try {
            Registration.Registered registered =
                    registration.register(
                            email,
                            Objects.requireNonNull(request.password()),
                            Objects.requireNonNull(request.name()));
            return new RegisterAnswer(
                    registered.accountId(),
                    registered.clientId().toString(),
                    registered.challenge());
        } catch (PasswordsBusy e) {
            throw new ApiException(ApiFault.SERVICE_UNAVAILABLE);
        }
    }

    @GET
    @Path("/me")
    @RolesAllowed({Roles.TRADER, Roles.OPERATOR})
    @SecurityRequirement(name = "bearer")
    @Operation(operationId = "me", summary = "The account that is signed in")
    @APIResponse(responseCode = "200", description = "The account.")
    @APIResponse(responseCode = "401", description = "Nobody is signed in.")
    public MeAnswer me() {
        return accounts.find(caller.accountId())
                .map(MeAnswer::of)
                .orElseThrow(() -> new ApiException(ApiFault.UNAUTHORIZED));
    }
}
