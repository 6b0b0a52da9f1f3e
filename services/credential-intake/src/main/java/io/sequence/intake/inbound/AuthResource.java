package io.sequence.intake.inbound;

import io.sequence.access.PasswordsBusy;
import io.sequence.faults.ApiFault;
import io.sequence.intake.outbound.account.ChallengeLedger;
import io.sequence.intake.outbound.account.ChallengeLedger.Resent;
import io.sequence.intake.outbound.account.SessionLedger;
import io.sequence.intake.outbound.account.SessionLedger.Session;
import io.sequence.intake.outbound.account.SignIn;
import io.sequence.servicebase.ApiException;
import io.sequence.vocabulary.TimeOrderedUuid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Signing in by password and mailed code, and keeping a session alive. */
@Path("/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@Tag(name = "Sign-in")
public class AuthResource {
    private static final String WRONG_CODE =
            "This code does not work: it may be wrong, used or too old. Sign in again for a fresh"
                    + " one.";
    private static final String NO_SESSION = "This session has ended: sign in again.";

    private final SignIn signIn;
    private final ChallengeLedger challenges;
    private final SessionLedger sessions;
    private final SessionCookie cookies;
    private final AccountLimits limits;

    AuthResource(
            SignIn signIn,
            ChallengeLedger challenges,
            SessionLedger sessions,
            SessionCookie cookies,
            AccountLimits limits) {
        this.signIn = signIn;
        this.challenges = challenges;
        this.sessions = sessions;
        this.cookies = cookies;
        this.limits = limits;
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(
            operationId = "signIn",
            summary = "Sign in, step one: e-mail and password",
            description = "Always answers alike; only the right password has a code mailed.")
    @APIResponse(
            responseCode = "202",
            description = "Look into your mail for six digits.",
            content = @Content(schema = @Schema(implementation = ChallengeAnswer.class)))
    @APIResponse(responseCode = "422", description = "A field is missing.")
    @APIResponse(responseCode = "429", description = "Too many sign-ins.")
    public ChallengeAnswer signIn(@Nullable SignInRequest body, @Context HttpServerRequest from) {
        SignInRequest request = Bodies.present(body);
        Bodies.bothRequired("email", request.email(), "password", request.password());
        String email = Bodies.required("email", request.email());
        String password = Bodies.required("password", request.password());
        limits.signIn(from, email);
        try {
            return new ChallengeAnswer(signIn.begin(email, password));
        } catch (PasswordsBusy e) {
            throw new ApiException(ApiFault.SERVICE_UNAVAILABLE);
        }
    }

    @POST
    @Path("/resend")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(
            operationId = "resendCode",
            summary = "Mail another code; the older one is dead",
            description = "At most three a challenge, 30 seconds apart. Always answers alike.")
    @APIResponse(
            responseCode = "202",
            description = "Look into your mail.",
            content = @Content(schema = @Schema(implementation = ChallengeAnswer.class)))
    @APIResponse(responseCode = "429", description = "Too soon, or no more codes; see Retry-After.")
    public ChallengeAnswer resend(@Nullable ResendRequest body, @Context HttpServerRequest from) {
        String given = Bodies.required("challenge_id", Bodies.present(body).challengeId());
        limits.verify(from, given);
        UUID challenge = challengeOrNobodys(given);
        return switch (challenges.resend(challenge)) {
            case Resent.Done done -> new ChallengeAnswer(challenge);
            case Resent.Refused refused -> throw AccountLimits.refusal(refused.patience());
        };
    }

    @POST
    @Path("/verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "verifyCode",
            summary = "Sign in, step two: the mailed code",
            description = "Sets the refresh cookie. Ten minutes, five tries, once.")
    @APIResponse(responseCode = "200", description = "Signed in.")
    @APIResponse(
            responseCode = "401",
            description = "Wrong, used or too old; nothing more is told.")
    @APIResponse(responseCode = "429", description = "Too many tries.")
    public RestResponse<TokenAnswer> verify(
            @Nullable VerifyRequest body, @Context HttpServerRequest from) {
        VerifyRequest request = Bodies.present(body);
        Bodies.bothRequired("challenge_id", request.challengeId(), "code", request.code());
        String given = Bodies.required("challenge_id", request.challengeId());
        String code = Bodies.required("code", request.code());
        // Letter case must not make two buckets of one challenge.
        limits.verify(from, given.toLowerCase(Locale.ROOT));
        return challenges
                .meet(challengeOrNobodys(given), code.strip(), Origins.of(from))
                .map(this::signedIn)
                .orElseThrow(() -> new ApiException(ApiFault.UNAUTHORIZED, WRONG_CODE));
    }

    @POST
    @Path("/refresh")
    @Operation(
            operationId = "refreshSession",
            summary = "Exchange the refresh cookie for a new access token and the next cookie",
            description =
                    "Each cookie works once, and once more within 30 seconds for an answer that"
                            + " was lost on its way; using an older one ends the session.")
    @APIResponse(responseCode = "200", description = "The next access token.")
    @APIResponse(responseCode = "401", description = "The session has ended.")
    public RestResponse<TokenAnswer> refresh(
            @CookieParam(SessionCookie.NAME) @Nullable String token,
            @Context HttpServerRequest from) {
        limits.session(from);
        if (token == null || token.isEmpty()) {
            throw new ApiException(ApiFault.UNAUTHORIZED, NO_SESSION);
        }
        return sessions.exchange(token, Origins.of(from))
                .map(this::signedIn)
                .orElseThrow(() -> new ApiException(ApiFault.UNAUTHORIZED, NO_SESSION));
    }

    @POST
    @Path("/sign-out")
    @Operation(operationId = "signOut", summary = "End the session of the refresh cookie")
    @APIResponse(responseCode = "204", description = "Ended, if there was one.")
    public RestResponse<Void> signOut(
            @CookieParam(SessionCookie.NAME) @Nullable String token,
            @Context HttpServerRequest from) {
        limits.session(from);
        if (token != null && !token.isEmpty()) {
            sessions.end(token);
        }
        return RestResponse.ResponseBuilder.<Void>noContent().cookie(cookies.cleared()).build();
    }

    private RestResponse<TokenAnswer> signedIn(Session session) {
        var answer =
                new TokenAnswer(session.accessToken(), "Bearer", session.lifetime().toSeconds());
        return RestResponse.ResponseBuilder.ok(answer)
                .cookie(cookies.holding(session.refreshToken()))
                .build();
    }

    /** What is no id of ours is treated as one that nobody has. */
    private static UUID challengeOrNobodys(String given) {
        try {
            return TimeOrderedUuid.parse(given);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
