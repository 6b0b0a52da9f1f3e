package io.sequence.mailer.domain;

import io.sequence.events.AlertRequested;
import io.sequence.events.Event;
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
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One mail to be written: its kind, and the fact that it tells. */
public sealed interface Letter {
    /** The fact. */
    Event event();

    /** Its kind. */
    Template template();

    /** Until when it is worth sending; null when always. Letters with a code die with the code. */
    default @Nullable Instant validUntil() {
        return event() instanceof MailRequested request ? request.content().codeValidUntil() : null;
    }

    /**
     * What may happen once only: the event, or for a letter that is due once a submission the
     * submission, and for a notice what its writer calls it.
     *
     * @param eventId the id in the event's envelope
     */
    default String once(UUID eventId) {
        return switch (this) {
            case Notice(NoticeRequested event) -> event.mailId();
            case TestAlert(AlertRequested event) -> template().wireName() + "." + event.alertId();
            case Delayed(KeyDelayed event) ->
                    template().wireName() + "." + event.submissionId().toString();
            default -> template().wireName() + "." + eventId;
        };
    }

    /** A credential was taken in. */
    record Received(KeySubmitted event) implements Letter {
        @Override
        public Template template() {
            return Template.RECEIVED;
        }
    }

    /** The venue does not answer; trying goes on. */
    record Delayed(KeyDelayed event) implements Letter {
        @Override
        public Template template() {
            return Template.DELAYED;
        }
    }

    /** A new connection's key was refused. */
    record Rejected(KeyRejected event) implements Letter {
        @Override
        public Template template() {
            return Template.REJECTED;
        }
    }

    /** A refresh was refused; the old key keeps working. */
    record RefreshRejected(KeyRejected event) implements Letter {
        @Override
        public Template template() {
            return Template.REFRESH_REJECTED;
        }
    }

    /** A bot was made and runs. */
    record Launched(StrategyLaunched event) implements Letter {
        @Override
        public Template template() {
            return Template.LAUNCHED;
        }
    }

    /** A bot was paused by a decision, not by trouble. */
    record Paused(StrategyPaused event) implements Letter {
        @Override
        public Template template() {
            return Template.PAUSED;
        }
    }

    /** A bot whose pause was told trades again. */
    record Resumed(StrategyResumed event) implements Letter {
        @Override
        public Template template() {
            return Template.RESUMED;
        }
    }

    /** The new key took over. */
    record Refreshed(KeyRefreshed event) implements Letter {
        @Override
        public Template template() {
            return Template.REFRESHED;
        }
    }

    /** A connection stopped working. */
    record Failing(KeyHealth event) implements Letter {
        @Override
        public Template template() {
            return Template.FAILING;
        }
    }

    /**
     * A connection still does not work.
     *
     * @param event how it stopped working
     */
    record StillFailing(KeyHealth event) implements Letter {
        @Override
        public Template template() {
            return Template.STILL_FAILING;
        }
    }

    /** A connection whose trouble was told works again. */
    record Recovered(KeyHealth event) implements Letter {
        @Override
        public Template template() {
            return Template.RECOVERED;
        }
    }

    /** A key may do something else than before, or lives shorter. */
    record KeyChanged(KeyDrifted event) implements Letter {
        @Override
        public Template template() {
            return Template.KEY_CHANGED;
        }
    }

    /**
     * Several connections stopped working together, still do not work, or work again together.
     *
     * @param template which of these
     * @param event what happened to the first of them; {@link Background#others()} has them all
     */
    record Several(Template template, KeyHealth event) implements Letter {}

    /** The user pressed the test button of the account's mail. */
    record TestAlert(AlertRequested event) implements Letter {
        @Override
        public Template template() {
            return Template.TEST_ALERT;
        }
    }

    /** A key will expire soon. */
    record Expiring(KeyExpiring event) implements Letter {
        @Override
        public Template template() {
            return Template.EXPIRING;
        }
    }

    /** A key has expired. */
    record Expired(KeyExpired event) implements Letter {
        @Override
        public Template template() {
            return Template.EXPIRED;
        }
    }

    /** The user ended the connection. */
    record Disconnected(KeyDisconnected event) implements Letter {
        @Override
        public Template template() {
            return Template.DISCONNECTED;
        }
    }

    /** A mail about the account, without a code. */
    record Notice(NoticeRequested event) implements Letter {
        @Override
        public Template template() {
            return switch (event.template()) {
                case ALREADY_REGISTERED -> Template.ALREADY_REGISTERED;
                case SESSIONS_ENDED -> Template.SESSIONS_ENDED;
                case PASSWORD_CHANGED -> Template.PASSWORD_CHANGED;
                case ANTI_PHISHING_CODE_CHANGED -> Template.ANTI_PHISHING_CODE_CHANGED;
                case SUPPORT_MESSAGE -> Template.SUPPORT_MESSAGE;
                case OPERATOR_ALERT -> Template.OPERATOR_ALERT;
            };
        }
    }

    /** A mail with a code, or one about the account as {@code mail.requested} asked for of old. */
    record OfAccount(MailRequested event) implements Letter {
        @Override
        public Template template() {
            return switch (event.content().template()) {
                case WELCOME -> Template.WELCOME;
                case ALREADY_REGISTERED -> Template.ALREADY_REGISTERED;
                case SIGN_IN_CODE -> Template.SIGN_IN_CODE;
                case SESSIONS_ENDED -> Template.SESSIONS_ENDED;
                case PASSWORD_CHANGED -> Template.PASSWORD_CHANGED;
                case ANTI_PHISHING_CODE_CHANGED -> Template.ANTI_PHISHING_CODE_CHANGED;
                case SUPPORT_MESSAGE -> Template.SUPPORT_MESSAGE;
            };
        }
    }
}
