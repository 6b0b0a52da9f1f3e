package io.sequence.events;

import io.sequence.events.ConnectionEvent.About;
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

/** One event of each topic with every field filled, the optional ones too. */
final class Examples {
    private static final Instant AT = Instant.parse("2026-11-20T08:30:00.123456Z");
    private static final AccountId ACCOUNT =
            AccountId.parse("0199a000-0000-7000-8000-000000000001");
    private static final ConnectionId CONNECTION =
            ConnectionId.parse("0199a000-0000-7000-8000-000000000002");
    private static final SubmissionId SUBMISSION =
            SubmissionId.parse("0199a000-0000-7000-8000-000000000003");
    private static final UUID CHECK = UUID.fromString("0199a000-0000-7000-8000-000000000004");
    private static final UUID BATCH = UUID.fromString("0199a000-0000-7000-8000-000000000005");
    private static final UUID NOTICE = UUID.fromString("0199a000-0000-7000-8000-000000000007");
    private static final About ABOUT =
            new About(
                    ACCOUNT,
                    CONNECTION,
                    new CredentialVersion(2),
                    7,
                    new VenueId("bybit"),
                    Mode.LIVE);
    private static final StrategyId STRATEGY = new StrategyId("btc_accumulation");
    private static final String LABEL = "Main account";
    private static final String BOT = "0x3E9 / Ada Lovelace / 1";
    private static final Recipient RECIPIENT =
            new Recipient("Ada@example.com", "Ada Lovelace", "0x3E9 / Ada Lovelace", "analytical");
    private static final Reason REASON =
            Reason.of(Fault.IP_NOT_ALLOWED, "10010", "Unmatched IP, please check your API key");
    private static final WalletBalance BALANCE =
            new WalletBalance(
                    "Unified Trading",
                    true,
                    new Asset("BTC"),
                    new BigDecimal("2.00000001"),
                    new BigDecimal("1.5"));

    private Examples() {}

    /** One a topic, in no particular order. */
    static List<Event> all() {
        return List.of(
                submitted(),
                new KeyDisconnected(ABOUT, LABEL, RECIPIENT, AT),
                new CheckRequested(ABOUT, CHECK, AT),
                mail(),
                notice(),
                new AccountChanged(
                        ACCOUNT,
                        RECIPIENT,
                        List.of("expiring"),
                        "/v1/mails/unsubscribe/k3v9",
                        new AlertWishes(
                                10, new AlertWishes.QuietHours("23:00", "06:30", "Europe/Vienna")),
                        AT),
                channel(),
                new ChannelLinked("9f86d081884c7d65", 4_200_000_001L, "Ada", AT),
                new ChannelLost(ACCOUNT, BATCH, "The bot was blocked.", AT),
                new AlertRequested(ACCOUNT, NOTICE, BATCH, AT),
                new AlertReported(
                        NOTICE,
                        ACCOUNT,
                        BATCH,
                        ChannelKind.WEBHOOK,
                        AlertKind.STILL_FAILING,
                        List.of(CONNECTION),
                        MailReported.Delivery.WAITING,
                        2,
                        "The address answered 503.",
                        AT.minusSeconds(60),
                        AT),
                drifted(),
                new MailReported(
                        "expiring.0199a000-0000-7000-8000-000000000006",
                        ACCOUNT,
                        CONNECTION,
                        "expiring",
                        MailReported.Delivery.FAILED,
                        3,
                        "The mail server refused the address.",
                        AT.minusSeconds(60),
                        AT),
                new KeyDelayed(ABOUT, SUBMISSION, REASON, 3, AT),
                validated(),
                new KeyRejected(
                        ABOUT, SUBMISSION, SubmissionType.ADD, LABEL, REASON, RECIPIENT, AT),
                new KeyHealth(
                        ABOUT,
                        HealthState.REAUTH_NEEDED,
                        HealthState.CONNECTED,
                        REASON,
                        AT.minusSeconds(120),
                        AT.minusSeconds(180),
                        AT,
                        REASON,
                        BATCH,
                        true),
                new VenueIncident(
                        BATCH,
                        new VenueId("bybit"),
                        REASON,
                        AT.minusSeconds(60),
                        AT,
                        412,
                        VenueIncident.Origin.PLANNED,
                        AT.plusSeconds(600)),
                new OwnTrouble(
                        BATCH,
                        OwnTrouble.Kind.EGRESS,
                        "13 of 14 venues cannot be reached.",
                        AT.minusSeconds(60),
                        AT,
                        412),
                new KeyPaused(ABOUT, 1, true, AT),
                budget(),
                proven(),
                new KeyExpiring(ABOUT, LABEL, AT.plusSeconds(259_200), 3, true, AT),
                new KeyExpired(ABOUT, LABEL, AT, true, AT),
                new KeyRefreshed(ABOUT, CredentialVersion.FIRST, LABEL, BOT, AT),
                new StrategyLaunched(ABOUT, STRATEGY, Market.SPOT, BOT, 1, LABEL, AT),
                new StrategyPaused(ABOUT, STRATEGY, BOT, 1, false, REASON, AT),
                new StrategyResumed(ABOUT, STRATEGY, BOT, 1, AT));
    }

    private static Event budget() {
        return new VenueBudget(
                BATCH,
                new VenueId("bybit"),
                "203.0.113.7",
                BATCH,
                List.of(new VenueBudget.Window("/v5/", 5_000, 600, 300, 12, 40, 250, 3, 7)),
                5_200,
                5_200,
                3_600,
                31,
                AT.minusSeconds(4),
                2,
                AT.plusSeconds(8),
                AT);
    }

    private static Event channel() {
        return new ChannelChanged(
                ACCOUNT,
                BATCH,
                ChannelKind.WEBHOOK,
                false,
                true,
                true,
                new ChannelChanged.TelegramChat(4_200_000_001L),
                new ChannelChanged.PushSubscription("https://push.example/s/1", "BPk", "auth"),
                new ChannelChanged.WebhookTarget("https://ada.example/hook", 2, AT),
                AT);
    }

    private static Event drifted() {
        return new KeyDrifted(
                ABOUT,
                List.of(
                        new KeyDrifted.Change(
                                KeyDrifted.What.IP_ALLOW_LIST,
                                KeyDrifted.Gravity.WARNING,
                                "203.0.113.7",
                                "",
                                "The key is not bound to addresses any more.")),
                new Rights(Map.of(Right.READ, Grant.GRANTED, Right.WITHDRAW, Grant.DENIED)),
                List.of("203.0.113.7"),
                AT.plusSeconds(86_400),
                true,
                AT,
                List.of("The key is bound to no IP address."),
                false);
    }

    private static Event submitted() {
        return new KeySubmitted(
                ABOUT,
                SUBMISSION,
                SubmissionType.ADD,
                Market.SPOT,
                STRATEGY,
                new Money(new BigDecimal("2"), new Asset("BTC")),
                LABEL,
                "x7Qf",
                RECIPIENT,
                AT);
    }

    private static Event mail() {
        return new MailRequested(
                ACCOUNT,
                RECIPIENT,
                new MailRequested.Content(
                        MailRequested.Template.SIGN_IN_CODE,
                        "204816",
                        AT.plusSeconds(600),
                        "Asked for from a new place.",
                        "A word from support"),
                AT);
    }

    private static Event notice() {
        return new NoticeRequested(
                ACCOUNT,
                NOTICE,
                RECIPIENT,
                NoticeRequested.NoticeTemplate.SUPPORT_MESSAGE,
                "Your account",
                "Hello Ada,\n\nall is well.",
                AT);
    }

    private static Event validated() {
        return new KeyValidated(
                ABOUT,
                SUBMISSION,
                SubmissionType.REFRESH,
                Market.DERIVATIVES,
                STRATEGY,
                LABEL,
                "main",
                new Rights(
                        Map.of(
                                Right.READ, Grant.GRANTED,
                                Right.TRADE_SPOT, Grant.GRANTED,
                                Right.TRADE_DERIVATIVES, Grant.GRANTED,
                                Right.WITHDRAW, Grant.DENIED,
                                Right.TRANSFER, Grant.UNKNOWN)),
                List.of("203.0.113.7"),
                true,
                AT.plusSeconds(7_776_000),
                true,
                List.of("The venue does not report whether the key may transfer."),
                List.of(BALANCE),
                RECIPIENT,
                "x7Qf",
                AT.minusSeconds(2),
                AT,
                "40012345");
    }

    private static Event proven() {
        return new KeyProven(
                BATCH,
                List.of(
                        new KeyProven.Proof(
                                ACCOUNT,
                                CONNECTION,
                                new CredentialVersion(2),
                                CHECK,
                                false,
                                HealthState.ERROR,
                                REASON,
                                84,
                                List.of(BALANCE),
                                AT)));
    }
}
