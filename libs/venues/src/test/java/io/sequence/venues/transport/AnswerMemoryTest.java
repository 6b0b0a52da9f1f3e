package io.sequence.venues.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.Venues;
import io.sequence.venues.api.AnswerMemory;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a ping's answer is read again, and what is not. */
class AnswerMemoryTest {
    private static final VenueId OKX = new VenueId("okx");
    private static final String TRADES = config("read_only,trade");
    private static final String WITHDRAWS = config("read_only,trade,withdraw");
    private static final String REFUSED =
            "{\"code\":\"50111\",\"msg\":\"Invalid OK-ACCESS-KEY\",\"data\":[]}";

    private final ScriptedTransport transport = new ScriptedTransport();

    @Test
    void readsTheSameAnswerOnceAndMeasuresEveryPing() {
        transport.says(TRADES);
        VenueClient client = remembering(new AnswerMemory());

        Pulse first = yes(client.ping());
        Pulse second = yes(client.ping());

        assertThat(first.facts()).isNotNull();
        assertThat(second.facts()).isSameAs(first.facts());
        assertThat(second.took()).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void readsEveryAnswerAnewWhereNobodyRemembers() {
        transport.says(TRADES);
        VenueClient client = Venues.of(OKX).connect(credential(), transport);

        KeyFacts first = yes(client.ping()).facts();

        assertThat(yes(client.ping()).facts()).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void seesWhatChanges() {
        transport.says(TRADES).says(WITHDRAWS).says(TRADES);
        VenueClient client = remembering(new AnswerMemory());

        assertThat(mayWithdraw(client)).isFalse();
        assertThat(mayWithdraw(client)).isTrue();
        assertThat(mayWithdraw(client)).isFalse();
    }

    @Test
    void neverTakesARefusalForTheAnswerBefore() {
        transport.says(TRADES).says(REFUSED).says(TRADES);
        VenueClient client = remembering(new AnswerMemory());
        yes(client.ping());

        assertThat(client.ping())
                .isInstanceOfSatisfying(
                        No.class, no -> assertThat(no.fault()).isEqualTo(Fault.INVALID_KEY));
        assertThat(mayWithdraw(client)).isFalse();
    }

    @Test
    void keepsTheKeysApart() {
        transport.says(TRADES).says(WITHDRAWS).says(TRADES);
        var one = new AnswerMemory();
        yes(remembering(one).ping());
        yes(remembering(new AnswerMemory()).ping());

        assertThat(mayWithdraw(remembering(one))).isFalse();
    }

    private static boolean mayWithdraw(VenueClient client) {
        KeyFacts facts = yes(client.ping()).facts();
        return facts != null && facts.rights().has(Right.WITHDRAW);
    }

    private VenueClient remembering(AnswerMemory memory) {
        return Venues.of(OKX).connect(credential(), transport.remembering(memory));
    }

    private static Pulse yes(VenueAnswer<Pulse> answer) {
        assertThat(answer).isInstanceOf(Yes.class);
        return ((Yes<Pulse>) answer).value();
    }

    private static Credential credential() {
        return new Credential(
                OKX,
                "global",
                Map.of(
                        "api_key", Secret.of("key"),
                        "api_secret", Secret.of("secret"),
                        "passphrase", Secret.of("words")));
    }

    private static String config(String rights) {
        return "{\"code\":\"0\",\"data\":[{\"acctLv\":\"2\",\"ip\":\"\",\"label\":\"test\","
                + "\"mainUid\":\"4470\",\"perm\":\""
                + rights
                + "\",\"uid\":\"4470\"}],\"msg\":\"\"}";
    }
}
