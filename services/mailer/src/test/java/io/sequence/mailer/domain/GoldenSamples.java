package io.sequence.mailer.domain;

import static io.sequence.mailer.domain.Samples.ABOUT;
import static io.sequence.mailer.domain.Samples.ADA;

import io.sequence.events.AlertRequested;
import io.sequence.events.HealthState;
import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import io.sequence.events.Reason;
import io.sequence.events.Recipient;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** One letter of each kind. */
public final class GoldenSamples {
    private static final Background KNOWN =
            new Background("Main account", "Xy9Z", null, List.of(Samples.BOT));
    private static final Background REFRESHED =
            new Background("Main account", "Qr7S", "Xy9Z", List.of(Samples.BOT));
    private static final Background NEW = new Background("Main account", "Xy9Z", null, List.of());

    private static final String SUPPORT_TEXT =
            """
            Thank you for waiting. Your account may now connect OKX for BTC accumulation.

            Three things to do:
            1. Make a sub-account and put the required balance into it.
            2. Make the key there, with reading and trading ticked and nothing else.
            3. Hand it over here: http://localhost:8080/submit

            Other pages, such as https://okx.example.com, are not ours.
            Grace, Sequence Connect support
            """;

    private GoldenSamples() {}

    /** Previews by name: every template, and what else is worth a look. */
    public static Map<String, Sheet> all() {
        var sheets = new TreeMap<String, Sheet>();
        for (Template template : Template.values()) {
            sheets.put(template.wireName(), sheet(template));
        }
        var stranger = new Recipient(ADA.email(), ADA.name(), ADA.clientId(), null);
        sheets.put("expiring_without_code", sheet(Template.EXPIRING, Addressee.of(stranger)));
        sheets.put("welcome_without_code", sheet(Template.WELCOME, Addressee.of(stranger)));
        sheets.put(
                "sign_in_code_without_code", sheet(Template.SIGN_IN_CODE, Addressee.of(stranger)));
        return sheets;
    }

    public static Sheet sheet(Template template) {
        return sheet(template, new Addressee(ADA, Set.of(), "/v1/mails/unsubscribe/k3Qm-7_sample"));
    }

    private static Sheet sheet(Template template, Addressee to) {
        return new Wording("http://localhost:8080")
                .sheet(letter(template), to, background(template));
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
            case KEY_CHANGED -> new Letter.KeyChanged(Samples.drifted(ABOUT));
            case SEVERAL_FAILING ->
                    new Letter.Several(template, several(template).getFirst().health());
            case STILL_FAILING ->
                    new Letter.StillFailing(
                            Samples.health(
                                    ABOUT, HealthState.REAUTH_NEEDED, HealthState.CONNECTED));
            case SEVERAL_STILL_FAILING, SEVERAL_RECOVERED ->
                    new Letter.Several(template, several(template).getFirst().health());
            case TEST_ALERT ->
                    new Letter.TestAlert(
                            new AlertRequested(
                                    ABOUT.accountId(),
                                    UUID.fromString("0199f000-0000-7000-8000-000000000009"),
                                    null,
                                    Samples.NOON));
            case EXPIRING -> new Letter.Expiring(Samples.expiring(ABOUT));
            case EXPIRED -> new Letter.Expired(Samples.expired(ABOUT));
            case DISCONNECTED -> new Letter.Disconnected(Samples.disconnected(next, ADA));
            case WELCOME -> account(MailRequested.Template.WELCOME, "204816");
            case ALREADY_REGISTERED -> notice(NoticeRequested.NoticeTemplate.ALREADY_REGISTERED);
            case SIGN_IN_CODE -> account(MailRequested.Template.SIGN_IN_CODE, "204816");
            case SESSIONS_ENDED -> notice(NoticeRequested.NoticeTemplate.SESSIONS_ENDED);
            case PASSWORD_CHANGED -> notice(NoticeRequested.NoticeTemplate.PASSWORD_CHANGED);
            case ANTI_PHISHING_CODE_CHANGED ->
                    notice(NoticeRequested.NoticeTemplate.ANTI_PHISHING_CODE_CHANGED);
            case SUPPORT_MESSAGE ->
                    new Letter.Notice(Samples.message("Your OKX account is ready", SUPPORT_TEXT));
            case OPERATOR_ALERT -> new Letter.Notice(Samples.operatorAlert());
        };
    }

    private static Background background(Template template) {
        return switch (template) {
            case WELCOME,
                    ALREADY_REGISTERED,
                    SIGN_IN_CODE,
                    SESSIONS_ENDED,
                    PASSWORD_CHANGED,
                    ANTI_PHISHING_CODE_CHANGED,
                    SUPPORT_MESSAGE,
                    OPERATOR_ALERT,
                    TEST_ALERT ->
                    Background.NONE;
            case SEVERAL_FAILING, SEVERAL_STILL_FAILING, SEVERAL_RECOVERED ->
                    NEW.with(several(template));
            case REFRESHED, REFRESH_REJECTED -> REFRESHED;
            case RECEIVED, DELAYED, REJECTED -> NEW;
            default -> KNOWN;
        };
    }

    /** More than are listed. */
    private static List<Background.Other> several(Template template) {
        var others = new ArrayList<Background.Other>();
        for (int i = 0; i < 12; i++) {
            boolean mustAct = i == 1;
            HealthState state = mustAct ? HealthState.REAUTH_NEEDED : HealthState.ERROR;
            others.add(
                    new Background.Other(
                            template == Template.SEVERAL_RECOVERED
                                    ? Samples.health(ABOUT, HealthState.CONNECTED, state)
                                    : Samples.health(ABOUT, state, HealthState.CONNECTED),
                            i == 0 ? "Main account" : i == 2 ? null : "Account " + (i + 1)));
        }
        return others;
    }

    private static Letter notice(NoticeRequested.NoticeTemplate template) {
        return new Letter.Notice(Samples.notice(template));
    }

    private static Letter account(MailRequested.Template template, String code) {
        return new Letter.OfAccount(Samples.request(template, code));
    }
}
