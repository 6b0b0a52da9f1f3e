package io.sequence.mailer.domain;

import static io.sequence.mailer.domain.Samples.ABOUT;
import static io.sequence.mailer.domain.Samples.ADA;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.ConnectionEvent;
import io.sequence.events.EventJson;
import io.sequence.events.HealthState;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeySubmitted;
import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import io.sequence.events.Reason;
import io.sequence.events.Recipient;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Fault;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Wording WORDING = new Wording("http://localhost:8080");

    private static Sheet rejection(String venueWords) {
        KeyRejected event =
                Samples.rejected(
                        ABOUT,
                        SubmissionType.ADD,
                        Reason.of(Fault.INVALID_KEY, "10003", venueWords),
                        ADA);
        return WORDING.sheet(new Letter.Rejected(event), Addressee.of(ADA), Background.NONE);
    }

    @Test
    void venuesWordsLoseControlCharactersLinesAndLength() {
        String quote = rejection("bad\r\nBcc: x@evil\u0000\u202e\u2028" + "y".repeat(900)).quote();
        assertThat(quote).startsWith("10003 bad Bcc: x@evil y").hasSizeLessThan(320).endsWith("…");
        assertThat(quote).doesNotContainPattern("[\\p{Cntrl}\\u202e\\u2028]");
    }

    @Test
    void venuesWordsHoldNothingToClick() {
        assertThat(rejection("see https://evil.example/a?b=1 or www.evil.example").quote())
                .isEqualTo("10003 see https[:]//evil[.]example/a?b=1 or www[.]evil[.]example");
    }

    @Test
    void venuesCodeIsNotSaidTwice() {
        assertThat(rejection("10003: invalid key").quote()).isEqualTo("10003: invalid key");
    }

    @Test
    void namesThatUsersChooseAreHarmlessAndInitialsStay() {
        var mallory =
                new Recipient(
                        "m@example.org",
                        "J.R. Win\r\nhttps://evil.example now",
                        "0x001 / J.R. Win",
                        null);
        Sheet sheet =
                WORDING.sheet(
                        new Letter.OfAccount(
                                Samples.request(MailRequested.Template.WELCOME, "123456")),
                        Addressee.of(mallory),
                        Background.NONE);
        assertThat(sheet.greeting()).isEqualTo("J.R. Win https[:]//evil[.]example now");
        assertThat(sheet.antiPhishingCode()).isNull();
    }

    @Test
    void noMoreThanFourCharactersOfAKeyAreTold() {
        KeySubmitted s = Samples.submitted(ABOUT, SubmissionType.ADD, ADA);
        var careless =
                new KeySubmitted(
                        s.about(),
                        s.submissionId(),
                        s.type(),
                        s.market(),
                        s.strategyId(),
                        s.minimumBalance(),
                        s.label(),
                        "WHOLEKEY1234",
                        s.recipient(),
                        s.submittedAt());
        Sheet sheet =
                WORDING.sheet(new Letter.Received(careless), Addressee.of(ADA), Background.NONE);
        assertThat(sheet.facts()).contains(new Sheet.Fact("API key", "ends in 1234"));
        assertThat(sheet.toString()).doesNotContain("KEY1");
    }

    @Test
    void subjectsSayWhatHappenedAndNameTheConnection() {
        for (Template template : Template.values()) {
            Sheet sheet = GoldenSamples.sheet(template);
            assertThat(sheet.subject())
                    .doesNotContain("Ada", "heron", "0x3E9")
                    .matches("[A-Za-z0-9 :,.()-]{5,90}");
            Letter letter = GoldenSamples.letter(template);
            boolean named =
                    letter.event() instanceof ConnectionEvent
                            && !(letter instanceof Letter.Several);
            assertThat(sheet.subject().endsWith(" (Main account)")).isEqualTo(named);
        }
    }

    @Test
    void labelCannotMakeAHeaderOfASubject() {
        Sheet sheet =
                WORDING.sheet(
                        new Letter.Failing(
                                Samples.health(ABOUT, HealthState.ERROR, HealthState.CONNECTED)),
                        Addressee.of(ADA),
                        new Background(
                                "x\r\nBcc: y@evil.example\u2028\u202e " + "z".repeat(99),
                                null,
                                null,
                                List.of()));
        assertThat(sheet.subject())
                .startsWith("Your Bybit connection is failing (x Bcc: y@evil[.]example z")
                .doesNotContainPattern("[\\p{Cntrl}\\u2028\\u202e]")
                .hasSizeLessThan(90);
    }

    @Test
    void subjectOfSupportIsOneShortLine() {
        Sheet sheet = support("Hello\r\nBcc: y@evil.example\u0000\n\n" + "z".repeat(300), "Words.");
        assertThat(sheet.subject())
                .startsWith("Support: Hello Bcc: y@evil[.]example zzz")
                .endsWith("z…")
                .hasSizeLessThan(140)
                .doesNotContainPattern("\\p{Cntrl}");
        assertThat(support(null, "Words.").subject()).isEqualTo("A message from support");
        assertThat(support(" \r\n ", "Words.").subject()).isEqualTo("A message from support");
    }

    @Test
    void textOfSupportKeepsItsLinesAndLinksToTheConsoleOnly() {
        assertThat(
                        support(
                                        "Hi",
                                        "\n\none\r\n  two\u0007\u202e three \n\n\n\nfour\n"
                                                + "see http://localhost:8080/help/faults?a=b&c=d"
                                                + " or https://evil.example/x or www.evil.example\n"
                                                + "http://localhost:8080.evil.example/"
                                                + " http://localhost:8080@evil.example/"
                                                + " https://localhost:8080/\n\n")
                                .message())
                .containsExactly(
                        "one",
                        "two three",
                        "",
                        "four",
                        "see http://localhost:8080/help/faults?a=b&c=d or"
                                + " https[:]//evil[.]example/x or www[.]evil[.]example",
                        "http[:]//localhost:8080[.]evil[.]example/"
                                + " http[:]//localhost:8080@evil[.]example/"
                                + " https[:]//localhost:8080/");
    }

    @Test
    void textOfSupportEndsAfterFourThousandCharacters() {
        assertThat(support("Hi", "a".repeat(5000)).message().getFirst())
                .hasSize(4001)
                .endsWith("…");
    }

    private static Sheet support(String subject, String text) {
        return WORDING.sheet(
                new Letter.Notice(Samples.message(subject, text)),
                Addressee.of(ADA),
                Background.NONE);
    }

    @Test
    void onlyRemindersCanBeSwitchedOffByALink() {
        for (Template template : Template.values()) {
            assertThat(GoldenSamples.sheet(template).unsubscribe())
                    .isEqualTo(
                            template == Template.EXPIRING
                                    ? "http://localhost:8080/v1/mails/unsubscribe/k3Qm-7_sample"
                                    : null);
        }
    }

    @Test
    void wishesOfWhatIsNotOptionalAreNotHeeded() {
        var everything = Arrays.stream(Template.values()).map(Template::wireName).collect(toList());
        everything.add("newsletter");
        Wishes wishes = wishes(everything, null);
        assertThat(wishes.unwanted())
                .containsExactlyInAnyOrder(
                        Template.RECEIVED,
                        Template.DELAYED,
                        Template.RESUMED,
                        Template.RECOVERED,
                        Template.EXPIRING,
                        Template.LAUNCHED,
                        Template.PAUSED,
                        Template.REFRESHED);
        // Even if a row said so.
        var stubborn = new Addressee(ADA, Set.of(Template.values()), null);
        assertThat(stubborn.wants(Template.SIGN_IN_CODE)).isTrue();
        assertThat(stubborn.wants(Template.FAILING)).isTrue();
        assertThat(stubborn.wants(Template.EXPIRING)).isFalse();
    }

    @Test
    void unsubscribePathIsAPathOfTheConsoleOrNothing() {
        assertThat(wishes(List.of(), "/v1/mails/unsubscribe/k3-_~.x").unsubscribePath())
                .isEqualTo("/v1/mails/unsubscribe/k3-_~.x");
        for (String bad :
                new String[] {
                    null,
                    "",
                    "v1/x",
                    "//evil.example/x",
                    "/v1/../x",
                    "/a\r\nBcc: x@y",
                    "/a>,<http://evil",
                    "/a@evil",
                    "/a b",
                    "/" + "a".repeat(400)
                }) {
            assertThat(wishes(List.of(), bad).unsubscribePath()).isNull();
        }
    }

    private static Wishes wishes(List<String> unwanted, String path) {
        return Wishes.in(Samples.changed(ABOUT.accountId(), ADA, unwanted, path, Samples.NOON))
                .orElseThrow();
    }

    @Test
    void everyMailNamesTheClientAndMailsAboutABotNameIt() {
        for (Template template : Template.values()) {
            Sheet sheet = GoldenSamples.sheet(template);
            assertThat(sheet.facts().getFirst())
                    .isEqualTo(new Sheet.Fact("Client ID", "0x3E9 / Ada Lovelace"));
            assertThat(sheet.antiPhishingCode()).isEqualTo("blue heron");
        }
        assertThat(GoldenSamples.sheet(Template.LAUNCHED).facts())
                .contains(new Sheet.Fact("BOT ID", Samples.BOT));
        assertThat(GoldenSamples.sheet(Template.REFRESHED).facts())
                .contains(new Sheet.Fact("BOT ID", Samples.BOT));
    }

    @Test
    void lettersComeBackFromTheirRows() {
        for (Template template : Template.values()) {
            Letter letter = GoldenSamples.letter(template);
            assertThat(template.open(EventJson.write(letter.event()))).isEqualTo(letter);
            assertThat(Template.named(template.wireName())).isEqualTo(template);
        }
    }

    /** A row may have been waiting since before notices had a topic of their own. */
    @Test
    void noticesOfOldComeBackFromTheirRowsInTheSameWords() {
        for (NoticeRequested.NoticeTemplate asked : NoticeRequested.NoticeTemplate.values()) {
            if (asked == NoticeRequested.NoticeTemplate.OPERATOR_ALERT) {
                continue;
            }
            Template template = Template.named(asked.wireName());
            MailRequested ofOld =
                    Samples.request(MailRequested.Template.valueOf(asked.name()), null, "Hello.");
            Letter letter = template.open(EventJson.write(ofOld));
            assertThat(letter).isEqualTo(new Letter.OfAccount(ofOld));
            assertThat(letter.template()).isEqualTo(template);
            var notice =
                    new NoticeRequested(
                            ofOld.accountId(),
                            UUID.randomUUID(),
                            ofOld.recipient(),
                            asked,
                            null,
                            "Hello.",
                            ofOld.requestedAt());
            assertThat(WORDING.sheet(letter, Addressee.of(ADA), Background.NONE))
                    .isEqualTo(
                            WORDING.sheet(
                                    new Letter.Notice(notice), Addressee.of(ADA), Background.NONE));
        }
    }

    @Test
    void unknownVenueIsCalledByItsId() {
        assertThat(VenueNames.of(new VenueId("okx"))).isEqualTo("OKX");
        assertThat(VenueNames.of(new VenueId("newvenue"))).isEqualTo("newvenue");
        assertThat(Words.strategy(new StrategyId("usdt_systematic-dca")))
                .isEqualTo("USDT systematic DCA");
    }

    @Test
    void pausesDoubleUpToFiveMinutes() {
        assertThat(List.of(Backoff.after(0), Backoff.after(1), Backoff.after(4)))
                .containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(8));
        assertThat(Backoff.after(9)).isEqualTo(Duration.ofSeconds(256));
        assertThat(Backoff.after(10)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void verdictsRepeatWhatTheirSubmissionSaidOfTheRecipient() {
        assertThat(
                        Introduction.in(Samples.validated(ABOUT, SubmissionType.ADD, ADA))
                                .orElseThrow()
                                .asOf())
                .isEqualTo(Samples.NOON);
        assertThat(Introduction.in(Samples.launched(ABOUT))).isEmpty();
    }

    @Test
    void changesOfAnAccountIntroduceIt() {
        var changed = Samples.changed(ABOUT.accountId(), ADA, List.of(), null, Samples.NOON);
        assertThat(Introduction.in(changed))
                .contains(new Introduction(ABOUT.accountId(), ADA, Samples.NOON));
        assertThat(changed.toString()).doesNotContain("unsubscribe/");
    }
}
