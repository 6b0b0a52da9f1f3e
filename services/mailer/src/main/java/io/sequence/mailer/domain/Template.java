package io.sequence.mailer.domain;

import io.sequence.events.AlertRequested;
import io.sequence.events.EventJson;
import io.sequence.events.KeyDelayed;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeySubmitted;
import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every kind of letter; each knows how to come back from the row in which it waited. */
public enum Template {
    RECEIVED,
    DELAYED,
    REJECTED,
    REFRESH_REJECTED,
    LAUNCHED,
    PAUSED,
    RESUMED,
    REFRESHED,
    FAILING,
    SEVERAL_FAILING,
    STILL_FAILING,
    SEVERAL_STILL_FAILING,
    RECOVERED,
    KEY_CHANGED,
    SEVERAL_RECOVERED,
    EXPIRING,
    EXPIRED,
    DISCONNECTED,
    WELCOME,
    ALREADY_REGISTERED,
    SIGN_IN_CODE,
    SESSIONS_ENDED,
    PASSWORD_CHANGED,
    ANTI_PHISHING_CODE_CHANGED,
    SUPPORT_MESSAGE,
    OPERATOR_ALERT,
    TEST_ALERT;

    /**
     * The letter again, from the event's JSON.
     *
     * @throws IllegalArgumentException when the text is no such event
     */
    public Letter open(String json) {
        return switch (this) {
            case RECEIVED -> new Letter.Received(EventJson.read(json, KeySubmitted.class));
            case DELAYED -> new Letter.Delayed(EventJson.read(json, KeyDelayed.class));
            case REJECTED -> new Letter.Rejected(EventJson.read(json, KeyRejected.class));
            case REFRESH_REJECTED ->
                    new Letter.RefreshRejected(EventJson.read(json, KeyRejected.class));
            case LAUNCHED -> new Letter.Launched(EventJson.read(json, StrategyLaunched.class));
            case PAUSED -> new Letter.Paused(EventJson.read(json, StrategyPaused.class));
            case RESUMED -> new Letter.Resumed(EventJson.read(json, StrategyResumed.class));
            case REFRESHED -> new Letter.Refreshed(EventJson.read(json, KeyRefreshed.class));
            case FAILING -> new Letter.Failing(EventJson.read(json, KeyHealth.class));
            case RECOVERED -> new Letter.Recovered(EventJson.read(json, KeyHealth.class));
            case KEY_CHANGED -> new Letter.KeyChanged(EventJson.read(json, KeyDrifted.class));
            case STILL_FAILING -> new Letter.StillFailing(EventJson.read(json, KeyHealth.class));
            case SEVERAL_FAILING, SEVERAL_STILL_FAILING, SEVERAL_RECOVERED ->
                    new Letter.Several(this, EventJson.read(json, KeyHealth.class));
            case TEST_ALERT -> new Letter.TestAlert(EventJson.read(json, AlertRequested.class));
            case EXPIRING -> new Letter.Expiring(EventJson.read(json, KeyExpiring.class));
            case EXPIRED -> new Letter.Expired(EventJson.read(json, KeyExpired.class));
            case DISCONNECTED ->
                    new Letter.Disconnected(EventJson.read(json, KeyDisconnected.class));
            case WELCOME, SIGN_IN_CODE ->
                    new Letter.OfAccount(EventJson.read(json, MailRequested.class));
            case ALREADY_REGISTERED,
                    SESSIONS_ENDED,
                    PASSWORD_CHANGED,
                    ANTI_PHISHING_CODE_CHANGED,
                    SUPPORT_MESSAGE,
                    OPERATOR_ALERT ->
                    notice(json);
        };
    }

    /** Rows may have been waiting since these were asked for as {@code mail.requested}. */
    private static Letter notice(String json) {
        try {
            return new Letter.Notice(EventJson.read(json, NoticeRequested.class));
        } catch (IllegalArgumentException ofOld) {
            return new Letter.OfAccount(EventJson.read(json, MailRequested.class));
        }
    }

    /**
     * Whether its reader may do without it. Codes, security, refusals, trouble and ends are sent to
     * everybody, whatever was wished.
     */
    public boolean optional() {
        return switch (this) {
            case RECEIVED, DELAYED, LAUNCHED, PAUSED, RESUMED, REFRESHED, RECOVERED, EXPIRING ->
                    true;
            case REJECTED,
                    REFRESH_REJECTED,
                    FAILING,
                    KEY_CHANGED,
                    // It gathers letters, and those were wanted.
                    SEVERAL_FAILING,
                    STILL_FAILING,
                    SEVERAL_STILL_FAILING,
                    SEVERAL_RECOVERED,
                    EXPIRED,
                    DISCONNECTED,
                    WELCOME,
                    ALREADY_REGISTERED,
                    SIGN_IN_CODE,
                    SESSIONS_ENDED,
                    PASSWORD_CHANGED,
                    ANTI_PHISHING_CODE_CHANGED,
                    SUPPORT_MESSAGE,
                    OPERATOR_ALERT,
                    TEST_ALERT ->
                    false;
        };
    }

    /** What several such letters to an account at one moment become; null when they stay. */
    public @Nullable Template together() {
        return switch (this) {
            case FAILING -> SEVERAL_FAILING;
            case STILL_FAILING -> SEVERAL_STILL_FAILING;
            case RECOVERED -> SEVERAL_RECOVERED;
            default -> null;
        };
    }

    /** The name in rows and metrics, e.g. {@code refresh_rejected}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The template of that name. */
    public static Template named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
