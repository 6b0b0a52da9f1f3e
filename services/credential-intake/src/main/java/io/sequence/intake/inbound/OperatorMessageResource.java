package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.Roles;
import io.sequence.faults.ApiFault;
import io.sequence.intake.domain.account.AccountBook;
import io.sequence.intake.domain.support.PlainText;
import io.sequence.intake.outbound.support.MessageLedger;
import io.sequence.intake.outbound.support.MessageLedger.Outcome;
import io.sequence.intake.outbound.support.Page;
import io.sequence.intake.outbound.support.SupportLedger;
import io.sequence.intake.outbound.support.SupportMessage;
import io.sequence.intake.outbound.support.Window;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.RequestId;
import io.sequence.vocabulary.AccountId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What operators write to accounts; it goes out as a mail. */
@Path("/v1/operator/accounts/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@Tag(name = "Operator")
public class OperatorMessageResource {
    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST_TEXT = 4000;

    private final AccountBook accounts;
    private final MessageLedger ledger;
    private final Caller caller;
    private final InstantSource clock;

    OperatorMessageResource(
            AccountBook accounts, MessageLedger ledger, Caller caller, InstantSource clock) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The body of {@code POST /v1/operator/accounts/{id}/messages}.
     *
     * @param subject one line of 1 to 120 characters
     * @param text plain text of 1 to 4000 characters, line breaks kept
     */
    public record MessageForm(
            @Schema(required = true, minLength = 1, maxLength = LONGEST_SUBJECT)
                    @Nullable String subject,
            @Schema(required = true, minLength = 1, maxLength = LONGEST_TEXT)
                    @Nullable String text) {
        /** What was written belongs in no log. */
        @Override
        public String toString() {
            return "MessageForm[]";
        }
    }

    /**
     * What goes out.
     *
     * @param messageId names the message
     */
    public record Sent(UUID messageId) {}

    /**
     * Messages, newest first.
     *
     * @param next for {@code after}, null at the end
     */
    public record Messages(List<SupportMessage> messages, @Nullable String next) {}

    /** Writes to an account; 202 means that it is durable and the mail is asked for. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(
            operationId = "writeToAccount",
            summary = "Write to an account; it goes out as a mail",
            description =
                    "The same words to the same account within a minute are refused with CONFLICT."
                            + " A request with an Idempotency-Key may be repeated: it gets the"
                            + " first one's answer and nothing goes out again; another key sends"
                            + " the same words once more.")
    @APIResponse(
            responseCode = "202",
            description = "The mail is on its way.",
            content = @Content(schema = @Schema(implementation = Sent.class)))
    @APIResponse(responseCode = "404", description = "There is no such account.")
    @APIResponse(responseCode = "409", description = "The same words went out just now.")
    @APIResponse(responseCode = "422", description = "Some fields are not acceptable.")
    public Sent write(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable MessageForm body,
            @Context RoutingContext context) {
        AccountId to = Ids.account(id).orElseThrow(ApiException::notFound);
        MessageForm form = Bodies.present(body);
        String subject = form.subject() == null ? "" : form.subject().strip();
        String text = form.text() == null ? "" : PlainText.tidy(form.text());
        refuse(subject, text);
        var draft =
                new MessageLedger.Draft(
                        to,
                        subject,
                        text,
                        IdempotencyKeys.read(idempotencyKey),
                        new SupportLedger.Act(
                                caller.accountId(), RequestId.of(context), clock.instant()));
        return switch (ledger.send(draft)) {
            case Outcome.Sent sent -> new Sent(sent.messageId());
            case Outcome.JustSent justSent ->
                    throw new ApiException(
                            ApiFault.CONFLICT,
                            "The same message went to this account less than a minute ago.");
            case Outcome.KeyReused reused ->
                    throw new ApiException(ApiFault.IDEMPOTENCY_KEY_REUSED);
            case Outcome.NoAccount none -> throw ApiException.notFound();
        };
    }

    /** What was written to an account, and who wrote it. */
    @GET
    @Operation(
            operationId = "listMessages",
            summary = "What was written to an account, newest first")
    @APIResponse(responseCode = "200", description = "A part of the list.")
    @APIResponse(responseCode = "404", description = "There is no such account.")
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable.")
    public Messages all(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        AccountId account =
                Ids.account(id)
                        .filter(one -> accounts.find(one).isPresent())
                        .orElseThrow(ApiException::notFound);
        var filters = new Filters();
        Window window = filters.window(limit, after);
        filters.check();
        Page<SupportMessage> page = ledger.to(account, window);
        return new Messages(page.rows(), page.next());
    }

    private static void refuse(String subject, String text) {
        Map<String, String> objections = new LinkedHashMap<>();
        String ofSubject = PlainText.objection(subject, LONGEST_SUBJECT, false);
        if (ofSubject != null) {
            objections.put("subject", ofSubject);
        }
        String ofText = PlainText.objection(text, LONGEST_TEXT, true);
        if (ofText != null) {
            objections.put("text", ofText);
        }
        Bodies.refuse(objections);
    }
}
