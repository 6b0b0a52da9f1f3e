package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.access.Roles;
import io.sequence.events.AlertWishes;
import io.sequence.events.ChannelKind;
import io.sequence.faults.ApiFault;
import io.sequence.intake.domain.alerts.Channel;
import io.sequence.intake.outbound.account.SettingsLedger;
import io.sequence.intake.outbound.alerts.AlertBook;
import io.sequence.intake.outbound.alerts.AlertMeans;
import io.sequence.intake.outbound.alerts.ChannelLedger;
import io.sequence.intake.outbound.alerts.DeliveryView;
import io.sequence.intake.outbound.support.Page;
import io.sequence.intake.outbound.support.Window;
import io.sequence.servicebase.ApiException;
import io.sequence.vocabulary.AccountId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** How an account is alerted. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TRADER, Roles.OPERATOR})
@SecurityRequirement(name = "bearer")
@Tag(name = "Alerts")
public class AlertResource {
    private final SettingsLedger settings;
    private final ChannelLedger channels;
    private final AlertBook book;
    private final AlertMeans means;
    private final AlertLimits limits;
    private final Caller caller;
    private final InstantSource clock;

    AlertResource(
            SettingsLedger settings,
            ChannelLedger channels,
            AlertBook book,
            AlertMeans means,
            AlertLimits limits,
            Caller caller,
            InstantSource clock) {
        this.settings = settings;
        this.channels = channels;
        this.book = book;
        this.means = means;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Everything about alerts but their history.
     *
     * @param wishes when to alert
     * @param channels where, oldest first; the mail, which every account has, is not among them
     * @param kinds what can be had here
     */
    public record Alerts(WishesView wishes, List<ChannelView> channels, List<ChannelMeans> kinds) {}

    /**
     * When to alert.
     *
     * @param persistMinutes how long trouble lasts before the second alert
     * @param quietHours when only urgent alerts are told; null when never
     */
    public record WishesView(int persistMinutes, @Nullable QuietTimes quietHours) {
        static WishesView of(AlertWishes wishes) {
            AlertWishes.QuietHours quiet = wishes.quiet();
            return new WishesView(
                    wishes.persistMinutes(),
                    quiet == null
                            ? null
                            : new QuietTimes(quiet.from(), quiet.until(), quiet.zone()));
        }
    }

    /**
     * A part of each day.
     *
     * @param from first quiet minute
     * @param until first minute that is not; the next day's when before {@code from}
     * @param zone a name of the time zone database
     */
    public record QuietTimes(
            @Schema(examples = "22:00") String from,
            @Schema(examples = "07:00") String until,
            @Schema(examples = "Europe/Vienna") String zone) {}

    /**
     * A kind of channel.
     *
     * @param kind its name
     * @param available whether it can be had here
     * @param reason why not; null when it can
     * @param most how many of it an account may have
     */
    public record ChannelMeans(
            @Schema(enumeration = {"mail", "telegram", "web_push", "webhook"}) String kind,
            boolean available,
            @Nullable String reason,
            int most) {}

    /**
     * What browsers subscribe with.
     *
     * @param key the house's public key (RFC 8292): an uncompressed point of P-256, base64url
     */
    public record PushKey(String key) {}

    /**
     * A test is on its way.
     *
     * @param alertId names the alert: in the list of deliveries, of a mail in that of mails
     */
    public record TestAlert(UUID alertId) {}

    /**
     * Alerts, newest first.
     *
     * @param next for {@code after}, null at the end
     */
    public record Deliveries(List<DeliveryView> deliveries, @Nullable String next) {}

    @GET
    @Operation(operationId = "getAlerts", summary = "How the account is alerted")
    @APIResponse(
            responseCode = "200",
            description = "WishesView, channels, and what can be had here.")
    public Alerts all() {
        AccountId account = caller.accountId();
        Instant now = clock.instant();
        return new Alerts(
                WishesView.of(settings.alertWishes(account).orElseThrow(AlertResource::gone)),
                channels.of(account).stream().map(channel -> ChannelView.of(channel, now)).toList(),
                Arrays.stream(ChannelKind.values()).map(this::kind).toList());
    }

    @PUT
    @Path("/wishes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeAlertWishes",
            summary = "Choose when to be alerted",
            description =
                    "A first alert comes when trouble is confirmed, the second when it has lasted"
                        + " for persist_minutes. In quiet hours only urgent alerts come, on every"
                        + " channel; the others follow as one when they end.")
    @APIResponse(responseCode = "200", description = "What holds from now on.")
    @APIResponse(responseCode = "422", description = "A field is not acceptable.")
    @APIResponse(responseCode = "429", description = "Too many changes.")
    public WishesView wish(@Nullable WishesRequest body) {
        WishesRequest request = Bodies.present(body);
        Bodies.refuse(request.objections());
        limits.change(caller.accountId());
        return WishesView.of(
                settings.setAlertWishes(caller.accountId(), request.wishes())
                        .orElseThrow(AlertResource::gone));
    }

    @GET
    @Path("/push-key")
    @Operation(
            operationId = "getPushKey",
            summary = "What browsers subscribe with",
            description = "The applicationServerKey of PushManager.subscribe.")
    @APIResponse(responseCode = "200", description = "The key.")
    @APIResponse(responseCode = "409", description = "Alerts in browsers are not set up here.")
    public PushKey pushKey() {
        return new PushKey(means.pushKey().orElseThrow(() -> missing(ChannelKind.WEB_PUSH)));
    }

    @POST
    @Path("/mail/test")
    @ResponseStatus(202)
    @Operation(
            operationId = "testMail",
            summary = "Send a test alert by mail",
            description = "How it fares is shown among the mails.")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way.",
            content = @Content(schema = @Schema(implementation = TestAlert.class)))
    @APIResponse(responseCode = "429", description = "Too many tests.")
    public TestAlert testMail() {
        limits.test(caller.accountId());
        return new TestAlert(channels.test(caller.accountId(), null));
    }

    @GET
    @Path("/deliveries")
    @Operation(
            operationId = "listDeliveries",
            summary = "Alerts of 30 days and how they stand on each channel, newest first",
            description = "Those by mail are among the mails.")
    @APIResponse(responseCode = "200", description = "A part of the list.")
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable.")
    public Deliveries deliveries(
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        var filters = new Filters();
        UUID only = filters.read("channel", channel, Ids::uuid, "must be the id of a channel");
        Window window = filters.windowOfTexts(limit, after);
        filters.check();
        Page<DeliveryView> page = book.of(caller.accountId(), only, window);
        return new Deliveries(page.rows(), page.next());
    }

    private ChannelMeans kind(ChannelKind kind) {
        var reason = means.missing(kind);
        return new ChannelMeans(
                kind.wireName(),
                reason.isEmpty(),
                reason.orElse(null),
                kind == ChannelKind.MAIL ? 1 : Channel.MOST);
    }

    private ApiException missing(ChannelKind kind) {
        return new ApiException(
                ApiFault.CONFLICT,
                means.missing(kind).orElseGet(() -> ApiFault.CONFLICT.message()));
    }

    private static ApiException gone() {
        return new ApiException(ApiFault.UNAUTHORIZED);
    }
}
