package io.sequence.mailer.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class SmtpDoorTest {
    private static Delivery answered(int code, String words) {
        return SmtpDoor.judged(
                new CompletionException(
                        new SMTPException("said no", code, List.of(code + " " + words), false)));
    }

    @Test
    void unknownMailboxIsRefusedForGood() {
        assertThat(answered(550, "no such user"))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> {
                            assertThat(refused.forGood()).isTrue();
                            assertThat(refused.words()).contains("550");
                        });
    }

    @Test
    void fullOrGreyMailboxIsRefusedForNow() {
        assertThat(answered(450, "come back later"))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class, refused -> assertThat(refused.forGood()).isFalse());
    }

    @Test
    void serverThatDoesNotLetUsInBlamesNoLetter() {
        assertThat(answered(535, "authentication failed")).isInstanceOf(Delivery.Away.class);
        assertThat(answered(421, "closing")).isInstanceOf(Delivery.Away.class);
    }

    @Test
    void silenceAndClosedPortsAreTheServersAbsence() {
        assertThat(SmtpDoor.judged(new TimeoutException())).isInstanceOf(Delivery.Away.class);
        assertThat(SmtpDoor.judged(new CompletionException(new ConnectException("refused"))))
                .isInstanceOf(Delivery.Away.class);
    }
}
