package io.sequence.intake.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.intake.domain.calendar.CalendarToken;
import io.sequence.intake.domain.calendar.ExpiryCalendar;
import io.sequence.intake.domain.calendar.ExpiryCalendar.Entry;
import io.sequence.intake.outbound.calendar.CalendarLinks;
import io.sequence.intake.outbound.connection.ConnectionBook;
import io.sequence.intake.outbound.connection.ConnectionView;
import io.sequence.intake.outbound.connection.DriftLedger.KeyChanges;
import io.sequence.servicebase.ApiException;
import io.sequence.venues.Venues;
import io.sequence.vocabulary.AccountId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Expiry dates for calendars that subscribe to them. Calendars send no headers of their own, so the
 * token stands in the address; requests to it are not traced and nothing logs the address.
 */
@Path(CalendarResource.PATH)
@Produces(MediaType.WILDCARD)
@RunOnVirtualThread
@PermitAll
@Tag(name = "Connections")
public class CalendarResource {
    /** Where calendars fetch; the token follows as a parameter. */
    static final String PATH = "/v1/connections/expiry.ics";

    private static final String TYPE = "text/calendar";

    private final CalendarLinks links;
    private final ConnectionBook book;
    private final AccountLimits limits;
    private final ObjectMapper json;
    private final String consoleUrl;

    CalendarResource(
            CalendarLinks links,
            ConnectionBook book,
            AccountLimits limits,
            ObjectMapper json,
            @ConfigProperty(name = "sequence.console-url", defaultValue = "http://localhost:8080")
                    String consoleUrl) {
        this.links = links;
        this.book = book;
        this.limits = limits;
        this.json = json;
        this.consoleUrl = consoleUrl.replaceFirst("/+$", "");
    }

    @GET
    @Operation(
            operationId = "expiryCalendar",
            summary = "Expiry dates of all keys, for a calendar to subscribe to",
            description =
                    "iCalendar (RFC 5545) with alarms 7, 3 and 1 days before. The link comes from"
                            + " POST /v1/settings/calendar; whoever has it can read the dates.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar.",
            content = @Content(mediaType = TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Nothing changed since that ETag.")
    @APIResponse(responseCode = "404", description = "No such link.")
    public Response calendar(
            @QueryParam("token") @Nullable String token,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context HttpServerRequest from) {
        limits.unsubscribe(from);
        AccountId account =
                CalendarToken.of(token == null ? "" : token)
                        .flatMap(links::accountOf)
                        .orElseThrow(ApiException::notFound);
        String file =
                ExpiryCalendar.of(
                        book.all(account).stream().flatMap(this::entry).toList(), consoleUrl);
        String tag = tag(file);
        boolean same = known != null && Stream.of(known.split(",")).anyMatch(one -> tag(one, tag));
        Response.ResponseBuilder answer =
                same
                        ? Response.notModified()
                        : Response.ok(file.getBytes(StandardCharsets.UTF_8))
                                .type(TYPE + "; charset=utf-8")
                                .header(
                                        "Content-Disposition",
                                        "inline; filename=\"sequence-connect.ics\"");
        return answer.header("ETag", tag).header("Cache-Control", "private, no-cache").build();
    }

    private static boolean tag(String given, String tag) {
        return given.strip().replaceFirst("^W/", "").equals(tag);
    }

    private Stream<Entry> entry(ConnectionView connection) {
        Instant expiresAt = connection.expiresAt();
        if (expiresAt == null) {
            return Stream.empty();
        }
        String venue =
                Venues.find(connection.venue())
                        .map(found -> found.profile().displayName())
                        .orElse(connection.venue().value());
        return Stream.of(
                new Entry(
                        connection.connectionId(),
                        connection.credentialVersion(),
                        venue,
                        connection.label(),
                        expiresAt,
                        connection.expiryReported(),
                        told(connection)));
    }

    /** Later than before whenever the date has moved, so that calendars take the newer one. */
    private Instant told(ConnectionView connection) {
        String changes = connection.keyChanges();
        try {
            return changes == null
                    ? connection.createdAt()
                    : json.readValue(changes, KeyChanges.class).at();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("changes cannot be read", e);
        }
    }

    private static String tag(String file) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(file.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
