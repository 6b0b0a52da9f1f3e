package io.sequence.simulator.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The example that the specification's own libraries test with. */
class SignaturesTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIME = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void verifiesTheExample() {
        assertThat(Signatures.verifies(SECRET, ID, TIME, SIGNATURE, BODY)).isTrue();
        assertThat(Signatures.verifies(SECRET, ID, TIME, "v1,AAAA v1a,x " + SIGNATURE, BODY))
                .isTrue();
    }

    @Test
    void believesNothingElse() {
        assertThat(Signatures.verifies(SECRET, ID, TIME, SIGNATURE, BODY + " ")).isFalse();
        assertThat(Signatures.verifies(SECRET, ID, "1614265331", SIGNATURE, BODY)).isFalse();
        assertThat(Signatures.verifies(SECRET, "msg_other", TIME, SIGNATURE, BODY)).isFalse();
        assertThat(Signatures.verifies("whsec_AAAA", ID, TIME, SIGNATURE, BODY)).isFalse();
        assertThat(Signatures.verifies(SECRET, ID, TIME, null, BODY)).isFalse();
        assertThat(Signatures.verifies(SECRET, ID, TIME, "v1,not base64!", BODY)).isFalse();
    }
}
