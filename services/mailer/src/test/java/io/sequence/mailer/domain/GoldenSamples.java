package io.sequence.mailer.domain;

import static io.sequence.mailer.domain.Samples.ABOUT;
import static io.sequence.mailer.domain.Samples.ADA;

import io.sequence.events.HealthState;
import io.sequence.events.MailRequested;
import io.sequence.events.Reason;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Fault;
import java.util.List;

/** One letter of each kind. */
public final class GoldenSamples {
    private static final Background KNOWN =
            new Background("Main account", "Xy9Z", null, List.of(Samples.BOT));
    private static final Background REFRESHED =
            new Background("Main account", "Qr7S", "Xy9Z", List.of(Samples.BOT));
    private static final Background NEW = new Background("Main account", "Xy9Z", null, List.of());

    private GoldenSamples() {}

    public static Sheet sheet(Template template) {
        return new Wording("http://localhost:8080")
                .sheet(letter(template), ADA, background(template));
    }

    static Letter letter(Template template) {
        var next = Samples.as(ABOUT, 2);
        return switch (template) {
            case RECEIVED -> new Letter.Received(Samples.submitted(ABOUT, SubmissionType.ADD, ADA));
            case DELAYED -> new Letter.Delayed(Samples.delayed(ABOUT));
            case REJECTED ->
                    new Letter.Rejected(
                            Samples.rejected(
                                    ABOUT,
                                    SubmissionType.ADD,
                                    Reason.of(
                                            Fault.INVALID_SIGNATURE,
                                            "10004",
                                            "Error sign, please check your <signature>."),
                                    ADA));
            case REFRESH_REJECTED ->
                    new Letter.RefreshRejected(
                            Samples.rejected(
                                    next,
                                    SubmissionType.REFRESH,
                                    Reason.of(
                                            Fault.DIFFERENT_ACCOUNT,
                                            Fault.DIFFERENT_ACCOUNT.meaning()),
                                    ADA));
            case LAUNCHED -> new Letter.Launched(Samples.launched(ABOUT));
            case PAUSED -> new Letter.Paused(Samples.paused(ABOUT, false, null));
            case RESUMED -> new Letter.Resumed(Samples.resumed(ABOUT));
            case REFRESHED -> new Letter.Refreshed(Samples.refreshed(next));
            case FAILING ->
                    new Letter.Failing(
                            Samples.health(
                                    ABOUT, HealthState.REAUTH_NEEDED, HealthState.CONNECTED));
            case RECOVERED ->
                    new Letter.Recovered(
                            Samples.health(
                                    ABOUT, HealthState.CONNECTED, HealthState.REAUTH_NEEDED));
            case EXPIRING -> new Letter.Expiring(Samples.expiring(ABOUT));
            case EXPIRED -> new Letter.Expired(Samples.expired(ABOUT));
            case DISCONNECTED -> new Letter.Disconnected(Samples.disconnected(next, ADA));
            case WELCOME -> account(MailRequested.Template.WELCOME, "204816");
            case ALREADY_REGISTERED -> account(MailRequested.Template.ALREADY_REGISTERED, null);
            case SIGN_IN_CODE -> account(MailRequested.Template.SIGN_IN_CODE, "204816");
            case SESSIONS_ENDED -> account(MailRequested.Template.SESSIONS_ENDED, null);
        };
    }

    private static Background background(Template template) {
        return switch (template) {
            case WELCOME, ALREADY_REGISTERED, SIGN_IN_CODE, SESSIONS_ENDED -> Background.NONE;
            case REFRESHED, REFRESH_REJECTED -> REFRESHED;
            case RECEIVED, DELAYED, REJECTED -> NEW;
            default -> KNOWN;
        };
    }

    private static Letter account(MailRequested.Template template, String code) {
        return new Letter.OfAccount(Samples.request(template, code));
    }
}
