package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.intake.domain.submission.Applicant;
import io.sequence.intake.domain.submission.SubmissionRules;
import io.sequence.intake.outbound.connection.ConnectionBook;
import io.sequence.intake.outbound.connection.ConnectionLedger;
import io.sequence.intake.outbound.connection.ConnectionView;
import io.sequence.intake.outbound.live.LiveSignals;
import io.sequence.intake.outbound.submission.Applicants;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The account's connections. */
@Path("/v1/connections")
@RolesAllowed("trader")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
public class ConnectionResource {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Caller caller;
    private final Applicants applicants;
    private final ConnectionBook book;
    private final ConnectionLedger ledger;
    private final LiveSignals signals;
    private final Duration checkPatience;

    ConnectionResource(
            Caller caller,
            Applicants applicants,
            ConnectionBook book,
            ConnectionLedger ledger,
            LiveSignals signals,
            @ConfigProperty(name = "sequence.checks.patience", defaultValue = "12s")
                    Duration checkPatience) {
        this.caller = caller;
        this.applicants = applicants;
        this.book = book;
        this.ledger = ledger;
        this.signals = signals;
        this.checkPatience = checkPatience;
    }

    /** The account's connections, oldest first. */
    public record Connections(List<ConnectionView> connections) {}

    /** What may be changed of a connection. */
    public record Change(@Nullable String label, @Nullable Boolean paused) {}

    /** All of the account's connections. */
    @GET
    @Operation(operationId = "listConnections", summary = "The account's connections, oldest first")
    public Connections all() {
        return new Connections(book.all(caller.accountId()));
    }

    /** One connection. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getConnection", summary = "One connection")
    public ConnectionView find(@PathParam("id") String id) {
        return view(caller.accountId(), id(id));
    }

    /** Gives a connection another name, pauses it or takes it up again. */
    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "renameConnection",
            summary = "Rename, pause or resume a connection",
            description =
                    "`label`, `paused` or both. A paused connection is pinged as ever, nobody is"
                            + " alarmed, and its bot rests.")
    public ConnectionView rename(@PathParam("id") String id, @Nullable Change change) {
        ConnectionId connection = id(id);
        Boolean paused = change == null ? null : change.paused();
        boolean named = paused == null || (change != null && change.label() != null);
        String label = change == null || change.label() == null ? "" : change.label().strip();
        if (named && !SubmissionRules.isLabel(label)) {
            throw ApiException.invalid(
                    List.of(
                            new FieldError(
                                    "label",
                                    "must be 1 to 64 characters without control characters")));
        }
        if (named && !ledger.rename(caller.accountId(), connection, label)) {
            throw ApiException.notFound();
        }
        if (paused != null && !ledger.pause(caller.accountId(), connection, paused)) {
            throw ApiException.notFound();
        }
        return view(caller.accountId(), connection);
    }

    /** Ends a connection: its credentials are erased, pings and bot stop. */
    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "disconnect",
            summary = "Disconnect: erases the credentials, stops pings and the bot")
    @APIResponse(responseCode = "204", description = "Erased")
    public Response disconnect(@PathParam("id") String id) {
        Applicant owner = applicants.find(caller.accountId());
        if (!ledger.disconnect(owner.accountId(), id(id), owner.recipient(null))) {
            throw ApiException.notFound();
        }
        return Response.noContent().build();
    }

    /** Makes a connection the one active execution account. */
    @POST
    @Path("/{id}/activate")
    @Operation(
            operationId = "activateConnection",
            summary = "Make it the one active execution account")
    public ConnectionView activate(@PathParam("id") String id) {
        ConnectionId connection = id(id);
        if (!ledger.activate(caller.accountId(), connection)) {
            throw ApiException.notFound();
        }
        return view(caller.accountId(), connection);
    }

    /**
     * Pings a connection now and answers with what it shows; 202 when the answer takes longer than
     * people wait.
     */
    @POST
    @Path("/{id}/check")
    @Operation(
            operationId = "checkConnection",
            summary = "Ping now and answer with the connection as it shows then")
    @APIResponse(
            responseCode = "200",
            description = "The ping was answered",
            content = @Content(schema = @Schema(implementation = ConnectionView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The ping is under way; its result comes on /v1/events",
            content = @Content(schema = @Schema(implementation = ConnectionView.class)))
    public Response check(@PathParam("id") String id) throws InterruptedException {
        ConnectionId connection = id(id);
        AccountId account = caller.accountId();
        try (LiveSignals.Waiter waiter = signals.waiter(account)) {
            UUID check =
                    ledger.requestCheck(account, connection).orElseThrow(ApiException::notFound);
            boolean answered = await(waiter, check);
            return Response.status(answered ? 200 : 202).entity(view(account, connection)).build();
        }
    }

    private boolean await(LiveSignals.Waiter waiter, UUID check) throws InterruptedException {
        long end = System.nanoTime() + checkPatience.toNanos();
        while (signals.running() && System.nanoTime() < end) {
            if (ledger.answered(check)) {
                return true;
            }
            waiter.await(LOOK_AGAIN);
        }
        return false;
    }

    private ConnectionView view(AccountId account, ConnectionId connection) {
        return book.find(account, connection).orElseThrow(ApiException::notFound);
    }

    private static ConnectionId id(String text) {
        return Ids.connection(text).orElseThrow(ApiException::notFound);
    }
}
