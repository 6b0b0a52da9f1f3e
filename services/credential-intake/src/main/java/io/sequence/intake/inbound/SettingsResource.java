package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.PasswordsBusy;
import io.sequence.access.Roles;
import io.sequence.faults.ApiFault;
import io.sequence.intake.domain.account.Account;
import io.sequence.intake.domain.account.AccountBook;
import io.sequence.intake.domain.account.PasswordRule;
import io.sequence.intake.outbound.account.PasswordChange;
import io.sequence.intake.outbound.account.SettingsLedger;
import io.sequence.servicebase.ApiException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What an account's owner changes of it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TRADER, Roles.OPERATOR})
@SecurityRequirement(name = "bearer")
@Tag(name = "Settings")
public class SettingsResource {
    private static final Map<String, String> WRONG_PASSWORD =
            Map.of("current_password", "is not the account's password");

    private final AccountBook accounts;
    private final SettingsLedger settings;
    private final PasswordChange passwords;
    private final PasswordRule rule;
    private final AccountLimits limits;
    private final Caller caller;

    SettingsResource(
            AccountBook accounts,
            SettingsLedger settings,
            PasswordChange passwords,
            PasswordRule rule,
            AccountLimits limits,
            Caller caller) {
        this.accounts = accounts;
        this.settings = settings;
        this.passwords = passwords;
        this.rule = rule;
        this.limits = limits;
        this.caller = caller;
    }

    @PATCH
    @Path("/me")
    @Operation(
            operationId = "changeMe",
            summary = "Change name or anti-phishing code",
            description =
                    "What is left out or null stays as it is. A new anti-phishing code is told by"
                            + " mail.")
    @APIResponse(responseCode = "200", description = "The account from now on.")
    @APIResponse(responseCode = "422", description = "A field is not acceptable.")
    @APIResponse(responseCode = "429", description = "Too many changes.")
    public MeAnswer change(@Nullable SettingsRequest body) {
        SettingsRequest request = Bodies.present(body);
        Bodies.refuse(request.objections());
        limits.settings(caller.accountId());
        return settings.change(caller.accountId(), request.name(), request.antiPhishingCode())
                .map(MeAnswer::of)
                .orElseThrow(SettingsResource::gone);
    }

    @PUT
    @Path("/me/password")
    @ResponseStatus(204)
    @Operation(
            operationId = "changePassword",
            summary = "Change the password",
            description = "Ends all other sessions, and tells the owner by mail.")
    @APIResponse(responseCode = "204", description = "Changed.")
    @APIResponse(responseCode = "422", description = "A field is not acceptable.")
    @APIResponse(responseCode = "429", description = "Too many tries.")
    public void changePassword(@Nullable PasswordRequest body, @Context HttpServerRequest from) {
        PasswordRequest request = Bodies.present(body);
        Account account = accounts.find(caller.accountId()).orElseThrow(SettingsResource::gone);
        Bodies.refuse(request.objections(rule, account.email()));
        limits.password(from, account.id());
        try {
            if (!passwords.change(
                    account.id(),
                    Bodies.required("current_password", request.currentPassword()),
                    Bodies.required("new_password", request.newPassword()),
                    Ids.session(caller))) {
                Bodies.refuse(WRONG_PASSWORD);
            }
        } catch (PasswordsBusy e) {
            throw new ApiException(ApiFault.SERVICE_UNAVAILABLE);
        }
    }

    private static ApiException gone() {
        return new ApiException(ApiFault.UNAUTHORIZED);
    }
}
