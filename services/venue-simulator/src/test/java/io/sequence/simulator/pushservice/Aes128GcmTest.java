package io.sequence.simulator.pushservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291, appendix A. */
class Aes128GcmTest {
    private static final String MESSAGE =
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static KeyPair browser() throws Exception {
        ECPublicKey open =
                Points.key(
                        bytes(
                                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"));
        var secret =
                KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new ECPrivateKeySpec(
                                        new BigInteger(
                                                1,
                                                bytes(
                                                        "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")),
                                        open.getParams()));
        return new KeyPair(open, secret);
    }

    @Test
    void readsTheDocumentsExample() throws Exception {
        assertThat(Aes128Gcm.decrypt(bytes(MESSAGE), browser(), bytes("BTBZMqHH6r4Tts7J_aSIgg")))
                .isEqualTo("When I grow up, I want to be a watermelon");
    }

    @Test
    void readsNothingThatWasAltered() {
        byte[] altered = bytes(MESSAGE);
        altered[altered.length - 1] ^= 1;
        assertThatThrownBy(
                        () ->
                                Aes128Gcm.decrypt(
                                        altered, browser(), bytes("BTBZMqHH6r4Tts7J_aSIgg")))
                .isInstanceOf(java.security.GeneralSecurityException.class);
    }
}
