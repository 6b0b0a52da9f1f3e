package io.sequence.mailer.domain;

import io.sequence.events.AccountChanged;
import io.sequence.events.AlertReported;
import io.sequence.events.AlertRequested;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelLinked;
import io.sequence.events.ChannelLost;
import io.sequence.events.CheckRequested;
import io.sequence.events.Event;
import io.sequence.events.KeyDelayed;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyDrifted;
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
import io.sequence.events.Recipient;
import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import io.sequence.events.VenueBudget;
import io.sequence.events.VenueIncident;
import io.sequence.vocabulary.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Whom an account's mails go to, as an event told it.
 *
 * @param accountId whose
 * @param recipient where to
 * @param asOf when that was so; the newest counts
 */
public record Introduction(AccountId accountId, Recipient recipient, Instant asOf) {

    /** The introduction that an event carries, if it carries one. */
    public static Optional<Introduction> in(Event event) {
        return switch (event) {
            case KeySubmitted e -> of(e.about().accountId(), e.recipient(), e.submittedAt());
            // A verdict repeats what its submission said, however long it took to reach.
            case KeyValidated e -> of(e.about().accountId(), e.recipient(), e.submittedAt());
            // It does not tell when that was, so it fills a gap and outranks nothing.
            case KeyRejected e -> of(e.about().accountId(), e.recipient(), Instant.EPOCH);
            case KeyDisconnected e -> of(e.about().accountId(), e.recipient(), e.at());
            case MailRequested e -> of(e.accountId(), e.recipient(), e.requestedAt());
            case NoticeRequested e -> of(e.accountId(), e.recipient(), e.requestedAt());
            case AccountChanged e -> of(e.accountId(), e.recipient(), e.at());
            case KeyDelayed _,
                    KeyHealth _,
                    KeyExpiring _,
                    KeyExpired _,
                    KeyRefreshed _,
                    CheckRequested _,
                    KeyProven _,
                    StrategyLaunched _,
                    StrategyPaused _,
                    StrategyResumed _,
                    MailReported _,
                    VenueIncident _,
                    OwnTrouble _,
                    VenueBudget _,
                    KeyPaused _,
                    KeyDrifted _,
                    ChannelChanged _,
                    ChannelLinked _,
                    ChannelLost _,
                    AlertRequested _,
                    AlertReported _ ->
                    Optional.empty();
        };
    }

    private static Optional<Introduction> of(AccountId account, Recipient to, Instant asOf) {
        return Optional.of(new Introduction(account, to, asOf));
    }
}
