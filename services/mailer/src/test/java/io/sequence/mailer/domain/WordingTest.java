package io.sequence.mailer.domain;

import static io.sequence.mailer.domain.Samples.ABOUT;
import static io.sequence.mailer.domain.Samples.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.EventJson;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeySubmitted;
import io.sequence.events.MailRequested;
import io.sequence.events.Reason;
import io.sequence.events.Recipient;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Fault;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.util.List;
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
        return WORDING.sheet(new Letter.Rejected(event), ADA, Background.NONE);
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
                        mallory,
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
        Sheet sheet = WORDING.sheet(new Letter.Received(careless), ADA, Background.NONE);
        assertThat(sheet.facts()).contains(new Sheet.Fact("API key", "ends in 1234"));
        assertThat(sheet.toString()).doesNotContain("KEY1");
    }

    @Test
    void subjectsHoldNothingThatAUserTyped() {
        for (Template template : Template.values()) {
            Sheet sheet = GoldenSamples.sheet(template);
            assertThat(sheet.subject())
                    .doesNotContain("Ada", "Main account", "heron", "0x3E9")
                    .matches("[A-Za-z0-9 :,.-]{5,80}");
        }
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
    void reminderCarriesACalendarFileOfFoldedLines() {
        String file = GoldenSamples.sheet(Template.EXPIRING).calendar();
        assertThat(file)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("DTEND:20261130T120000Z\r\n", "TRIGGER:-P1D\r\n")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(file.split("\r\n")).allSatisfy(line -> assertThat(line.length()).isLessThan(76));
    }
}
