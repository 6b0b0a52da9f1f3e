package io.sequence.mailer.domain;

import io.sequence.events.AccountChanged;
import io.sequence.events.AlertReported;
import io.sequence.events.AlertRequested;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelLinked;
import io.sequence.events.ChannelLost;
import io.sequence.events.CheckRequested;
import io.sequence.events.ConnectionEvent;
import io.sequence.events.Event;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDelayed;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyPaused;
import io.sequence.events.KeyProven;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeySubmitted;
import io.sequence.events.KeyValidated;
import io.sequence.events.MailReported;
import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import io.sequence.events.OwnTrouble;
import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import io.sequence.events.SubmissionType;
import io.sequence.events.VenueBudget;
import io.sequence.events.VenueIncident;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which letters a fact deserves. */
public final class Correspondence {
    private Correspondence() {}

    /**
     * What comes of a fact.
     *
     * @param letters to be sent, in this order
     * @param dossier what is known from now on
     */
    public record Outcome(List<Letter> letters, Dossier dossier) {}

    /**
     * The letters of a fact.
     *
     * @param known about the fact's connection; {@link Dossier#EMPTY} when it is about none
     * @throws IllegalArgumentException when a mail that is about a code carries none, or a message
     *     of support no words
     */
    public static Outcome on(Event event, Dossier known) {
        return switch (event) {
            case ConnectionEvent fact -> onConnection(fact, known);
            case MailRequested request -> send(ofAccount(request), known);
            case NoticeRequested notice -> send(notice(notice), known);
            case AlertRequested e when e.channelId() == null ->
                    send(new Letter.TestAlert(e), known);
            case AccountChanged _,
                    KeyProven _,
                    MailReported _,
                    VenueIncident _,
                    OwnTrouble _,
                    VenueBudget _,
                    ChannelChanged _,
                    ChannelLinked _,
                    ChannelLost _,
                    AlertRequested _,
                    AlertReported _ ->
                    silence(known);
        };
    }

    private static Outcome onConnection(ConnectionEvent event, Dossier known) {
        long revision = event.about().revision();
        return switch (event) {
            // A receipt: its absence means that the keys did not arrive, so it always goes out.
            case KeySubmitted e -> send(new Letter.Received(e), known);
            case KeyValidated e -> silence(known.tookEffect(revision).decided(revision));
            case KeyRejected e -> onRejection(e, known.decided(revision));
            case KeyDelayed e ->
                    known.disconnected() || revision <= known.decidedRevision()
                            ? silence(known)
                            : send(new Letter.Delayed(e), known);
            case KeyHealth e -> known.outdates(revision) ? silence(known) : onHealth(e, known);
            case KeyExpiring e ->
                    known.outdates(revision) ? silence(known) : send(new Letter.Expiring(e), known);
            case KeyExpired e ->
                    known.outdates(revision) ? silence(known) : send(new Letter.Expired(e), known);
            case KeyRefreshed e ->
                    known.disconnected()
                            ? silence(known)
                            : send(new Letter.Refreshed(e), known.tookEffect(revision));
            case KeyDisconnected e ->
                    send(new Letter.Disconnected(e), known.tookEffect(revision).ended());
            // A refresh may overtake the launch, which stays true all the same.
            case StrategyLaunched e ->
                    known.disconnected() ? silence(known) : send(new Letter.Launched(e), known);
            case StrategyPaused e -> onPause(e, known);
            case StrategyResumed e ->
                    known.disconnected() || !known.pauseTold()
                            ? silence(known)
                            : send(new Letter.Resumed(e), known.pauseTold(false));
            case CheckRequested e -> silence(known);
            case KeyDrifted e ->
                    known.outdates(revision) || !isNews(e)
                            ? silence(known)
                            : send(new Letter.KeyChanged(e), known);
            case KeyPaused e -> silence(known);
        };
    }

    /** What a letter about health tells is not mailed twice; what is good to know, not at all. */
    private static boolean isNews(KeyDrifted event) {
        boolean grave = event.has(Gravity.QUARANTINE) || event.has(Gravity.ACT);
        return event.has(Gravity.WARNING) || (grave && !Boolean.TRUE.equals(event.toldByHealth()));
    }

    private static Outcome onRejection(KeyRejected event, Dossier known) {
        if (known.disconnected()) {
            return silence(known);
        }
        return send(
                event.type() == SubmissionType.ADD
                        ? new Letter.Rejected(event)
                        : new Letter.RefreshRejected(event),
                known);
    }

    private static Outcome onHealth(KeyHealth event, Dossier known) {
        if (event.state() == HealthState.CONNECTED) {
            boolean nothingOpen = known.told() == HealthState.CONNECTED && !known.held();
            return nothingOpen
                    ? silence(known)
                    : send(new Letter.Recovered(event), known.told(HealthState.CONNECTED));
        }
        // Its owner has paused it: told when it still fails after that.
        if (event.quiet()) {
            return silence(known);
        }
        // Thousands fail with it and none of them can do anything: one letter, when it is over.
        if (event.incidentId() != null) {
            return silence(known.heldBack());
        }
        boolean begins = event.previous() == HealthState.CONNECTED || known.held();
        // "It heals by itself" was told; now the user must act, which is news. The other way round
        // is none.
        boolean worsens =
                event.state() == HealthState.REAUTH_NEEDED
                        && known.told() != HealthState.REAUTH_NEEDED;
        return begins || worsens
                ? send(new Letter.Failing(event), known.told(event.state()))
                : silence(known);
    }

    private static Outcome onPause(StrategyPaused event, Dossier known) {
        // With a reason it follows a health transition, ended it follows a disconnection: those
        // have letters of their own.
        boolean told = event.reason() != null || event.ended();
        return told || known.outdates(event.about().revision())
                ? silence(known)
                : send(new Letter.Paused(event), known.pauseTold(true));
    }

    private static Letter ofAccount(MailRequested request) {
        MailRequested.Content content = request.content();
        if (content.template() == MailRequested.Template.SIGN_IN_CODE
                && (content.code() == null || content.codeValidUntil() == null)) {
            throw new IllegalArgumentException("a sign-in mail without a code or its end");
        }
        if (content.template() == MailRequested.Template.SUPPORT_MESSAGE) {
            refuseWithoutWords(content.note());
        }
        return new Letter.OfAccount(request);
    }

    private static Letter notice(NoticeRequested notice) {
        if (notice.template() == NoticeRequested.NoticeTemplate.SUPPORT_MESSAGE
                || notice.template() == NoticeRequested.NoticeTemplate.OPERATOR_ALERT) {
            refuseWithoutWords(notice.text());
        }
        return new Letter.Notice(notice);
    }

    private static void refuseWithoutWords(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a message of support without words");
        }
    }

    private static Outcome send(Letter letter, Dossier dossier) {
        return new Outcome(List.of(letter), dossier);
    }

    private static Outcome silence(Dossier dossier) {
        return new Outcome(List.of(), dossier);
    }
}
