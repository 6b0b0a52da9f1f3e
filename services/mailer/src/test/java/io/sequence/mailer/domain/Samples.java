package io.sequence.mailer.domain;

import io.sequence.events.AccountChanged;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDelayed;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyDrifted.Change;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyDrifted.What;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeySubmitted;
import io.sequence.events.KeyValidated;
import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import io.sequence.events.Reason;
import io.sequence.events.Recipient;
import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Fault;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Money;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.VenueId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ada's connection and what happens to it. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final Recipient ADA =
            new Recipient("Ada@Example.org", "Ada Lovelace", "0x3E9 / Ada Lovelace", "blue heron");
    public static final String BOT = "0x3E9 / Ada Lovelace / 1";
    public static final About ABOUT =
            new About(
                    AccountId.parse("0199f000-0000-7000-8000-000000000001"),
                    ConnectionId.parse("0199f000-0000-7000-8000-000000000002"),
                    CredentialVersion.FIRST,
                    1,
                    new VenueId("bybit"),
                    Mode.LIVE);

    private static final StrategyId STRATEGY = new StrategyId("btc_accumulation");
    private static final String LABEL = "Main account";

    private Samples() {}

    /** A connection of its own, of an account of its own. */
    public static About fresh() {
        return new About(
                AccountId.next(),
                ConnectionId.next(),
                CredentialVersion.FIRST,
                1,
                ABOUT.venue(),
                Mode.LIVE);
    }

    /** The same connection, as of another revision. */
    public static About as(About about, long revision) {
        return new About(
                about.accountId(),
                about.connectionId(),
                new CredentialVersion((int) revision),
                revision,
                about.venue(),
                about.mode());
    }

    /** The connection's submission of that revision: the same id whenever asked. */
    public static SubmissionId submission(About about) {
        var id = about.connectionId().value();
        return new SubmissionId(
                new java.util.UUID(
                        id.getMostSignificantBits(),
                        id.getLeastSignificantBits() + about.revision()));
    }

    public static KeySubmitted submitted(About about, SubmissionType type, Recipient to) {
        return submitted(about, type, to, NOON);
    }

    public static KeySubmitted submitted(
            About about, SubmissionType type, Recipient to, Instant at) {
        return new KeySubmitted(
                about,
                submission(about),
                type,
                Market.DERIVATIVES,
                STRATEGY,
                new Money(new BigDecimal("0.05"), new Asset("BTC")),
                LABEL,
                about.revision() == 1 ? "Xy9Z" : "Qr7S",
                to,
                at);
    }

    public static KeyValidated validated(About about, SubmissionType type, Recipient to) {
        return new KeyValidated(
                about,
                submission(about),
                type,
                Market.DERIVATIVES,
                STRATEGY,
                LABEL,
                "main",
                new Rights(Map.of()),
                List.of(),
                null,
                null,
                false,
                List.of(),
                List.of(),
                to,
                about.revision() == 1 ? "Xy9Z" : "Qr7S",
                NOON,
                NOON.plusSeconds(2));
    }

    public static KeyRejected rejected(
            About about, SubmissionType type, Reason reason, Recipient to) {
        return new KeyRejected(
                about, submission(about), type, LABEL, reason, to, NOON.plusSeconds(2));
    }

    public static KeyDelayed delayed(About about) {
        return new KeyDelayed(
                about,
                submission(about),
                Reason.of(Fault.VENUE_UNAVAILABLE, "", ""),
                5,
                NOON.plusSeconds(300));
    }

    public static KeyHealth health(About about, HealthState state, HealthState previous) {
        Reason reason =
                switch (state) {
                    case CONNECTED -> null;
                    case ERROR -> Reason.of(Fault.VENUE_MAINTENANCE, "10016", "Server error.");
                    case REAUTH_NEEDED ->
                            Reason.of(Fault.IP_NOT_ALLOWED, "10010", "Unmatched IP, please check.");
                };
        return new KeyHealth(
                about,
                state,
                previous,
                reason,
                state == HealthState.CONNECTED ? null : NOON,
                NOON.minusSeconds(60),
                NOON.plusSeconds(60),
                null,
                null);
    }

    /** A connection that fails with all others of its venue. */
    public static KeyHealth incident(About about, HealthState state, HealthState previous) {
        return new KeyHealth(
                about,
                state,
                previous,
                Reason.of(Fault.VENUE_INCIDENT, "10003", "API key is invalid."),
                NOON,
                NOON.minusSeconds(60),
                NOON.plusSeconds(60),
                null,
                UUID.fromString("0199a000-0000-7000-8000-00000000000a"));
    }

    /** A connection that works again after that. */
    public static KeyHealth afterIncident(About about) {
        return new KeyHealth(
                about,
                HealthState.CONNECTED,
                HealthState.ERROR,
                null,
                NOON,
                NOON.plusSeconds(600),
                NOON.plusSeconds(600),
                Reason.of(Fault.VENUE_INCIDENT, "10003", "API key is invalid."),
                null);
    }

    /** The IP list is gone, and a date came with that. */
    public static KeyDrifted drifted(About about) {
        return new KeyDrifted(
                about,
                List.of(
                        new Change(
                                What.IP_ALLOW_LIST,
                                Gravity.WARNING,
                                "203.0.113.7",
                                "",
                                "The key is bound to no IP address, so Bybit lets it die after 90"
                                        + " days. Its IP list was removed."),
                        new Change(
                                What.EXPIRY,
                                Gravity.WARNING,
                                "",
                                "18 February 2027, 12:00 UTC",
                                "The key expires on 18 February 2027, 12:00 UTC now. Plan a refresh"
                                        + " before that."),
                        new Change(
                                What.TRADE,
                                Gravity.NOTE,
                                "not allowed",
                                "allowed",
                                "The key may now trade derivatives, which this connection does not"
                                        + " need.")),
                new Rights(Map.of(Right.READ, Grant.GRANTED)),
                List.of(),
                NOON.plusSeconds(7_776_000),
                true,
                NOON,
                List.of(),
                false);
    }

    /** The same with one change of that gravity. */
    public static KeyDrifted drifted(About about, Gravity gravity, boolean toldByHealth) {
        return new KeyDrifted(
                about,
                List.of(
                        new Change(
                                What.WITHDRAW,
                                gravity,
                                "not allowed",
                                "allowed",
                                "The key may withdraw funds now.")),
                new Rights(Map.of(Right.WITHDRAW, Grant.GRANTED)),
                List.of(),
                null,
                false,
                NOON,
                List.of(),
                toldByHealth);
    }

    public static KeyExpiring expiring(About about) {
        return new KeyExpiring(about, LABEL, NOON.plusSeconds(864_000), 10, true, NOON);
    }

    public static KeyExpired expired(About about) {
        return new KeyExpired(about, LABEL, NOON, false, NOON.plusSeconds(5));
    }

    public static KeyRefreshed refreshed(About about) {
        return new KeyRefreshed(about, CredentialVersion.FIRST, LABEL, BOT, NOON);
    }

    public static KeyDisconnected disconnected(About about, Recipient to) {
        return new KeyDisconnected(about, LABEL, to, NOON.plusSeconds(10));
    }

    public static StrategyLaunched launched(About about) {
        return new StrategyLaunched(about, STRATEGY, Market.DERIVATIVES, BOT, 1, LABEL, NOON);
    }

    public static StrategyPaused paused(About about, boolean ended, Reason reason) {
        return new StrategyPaused(about, STRATEGY, BOT, 1, ended, reason, NOON);
    }

    public static StrategyResumed resumed(About about) {
        return new StrategyResumed(about, STRATEGY, BOT, 1, NOON);
    }

    public static MailRequested request(MailRequested.Template template, String code) {
        return request(ABOUT.accountId(), ADA, template, code, NOON.plusSeconds(600));
    }

    public static NoticeRequested notice(NoticeRequested.NoticeTemplate template) {
        return NoticeRequested.of(ABOUT.accountId(), ADA, template, NOON);
    }

    public static NoticeRequested message(String subject, String text) {
        return message(ABOUT.accountId(), ADA, subject, text);
    }

    public static NoticeRequested message(
            AccountId account, Recipient to, String subject, String text) {
        return new NoticeRequested(
                account,
                UUID.randomUUID(),
                to,
                NoticeRequested.NoticeTemplate.SUPPORT_MESSAGE,
                subject,
                text,
                NOON);
    }

    public static NoticeRequested operatorAlert() {
        return new NoticeRequested(
                ABOUT.accountId(),
                UUID.fromString("0199a000-0000-7000-8000-00000000000a"),
                ADA,
                NoticeRequested.NoticeTemplate.OPERATOR_ALERT,
                "Trouble of ours: no venue can be reached",
                "13 of 14 venues cannot be reached. Began 20 November 2026, 11:58 UTC; 412 pings"
                        + " failed.",
                NOON);
    }

    public static AccountChanged changed(
            AccountId account, Recipient to, List<String> unwanted, String path, Instant at) {
        return new AccountChanged(account, to, unwanted, path, null, at);
    }

    public static MailRequested request(MailRequested.Template template, String code, String note) {
        return new MailRequested(
                ABOUT.accountId(),
                ADA,
                new MailRequested.Content(template, code, NOON.plusSeconds(600), note, null),
                NOON);
    }

    public static MailRequested request(
            AccountId account,
            Recipient to,
            MailRequested.Template template,
            String code,
            Instant until) {
        return new MailRequested(
                account,
                to,
                new MailRequested.Content(template, code, code == null ? null : until, null, null),
                NOON);
    }
}
