package io.sequence.simulator.kalshi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.simulator.wire.RsaPair;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The text of docs.kalshi.com, signed by another library with a throw-away key. */
class KalshiSignatureTest {

    private static final String TEXT = "1703123456789GET/trade-api/v2/portfolio/balance";
    private static final String PUBLIC_KEY =
            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA6cIMGsf+aoqFmUDezh8TYLUCu32p"
                    + "NHf3ngynbHD/7BzGhWB4GGzaafqaDOpNM3hOGvAbK8zFZICjrAMpLOMo6osCDknro67YJ6yj"
                    + "46FkCQ2KawutEVCfZpZVumioLgPfJGZQ80X1eNIY3hXUoM6DE7gN6upkCZSuKGPTZ4RNFVXF"
                    + "pj17UoiX2aKg+NbipbwtAmtlwdd1/BjE6RBZrLM0VJNGmnMI0UxXZcBtxw/ubwVFVUE+Niet"
                    + "Ue4Rv1FRvQw2ItBaQKOyR0RkVMRft2jDymlL3xacUTnnFDqbw4bzOEIZ/NSk0iOo1+McTxLe"
                    + "5oqSYxYYVp9bnP18Kb+6QskGFQIDAQAB";
    private static final String SIGNATURE =
            "AADyZuS9UjsrOEiL5YKuRrpfXltsuAl3NtBzLXPxs6n6zlCq61Adhbs9HaXLoHd3oggkLcnr"
                    + "wjy3YuBIsDeZsvKiDq5Q5wUqdrOMOdDYfg4CpOun25s0s/RHZFMMY0SBDvmz0gzLxe3s1/+a"
                    + "qwXvMbsrAQj2s03JXjvEqtZ47k7H4hQHB0iRn/e5FUFC7q7Cqc5ok7XUPPZ/TBDXdI9IL720"
                    + "ZMdZmhWHCXsFmqY84RHnq8XjTYV7ffVVtQLR/X3K0hFZfFQ8+DaE08yCI87775D2AAWwCPUr"
                    + "4lc9nMnuewnxeBQkq60bkH0LpWoLMw15nnujAcB0BFIjF6tnDUXdvQ==";

    @Test
    void acceptsTheWorkedExample() {
        assertThat(KalshiSignature.fits(PUBLIC_KEY, TEXT, SIGNATURE)).isTrue();
    }

    @Test
    void refusesAnythingElse() {
        assertThat(KalshiSignature.fits(PUBLIC_KEY, TEXT + "?limit=1", SIGNATURE)).isFalse();
        assertThat(KalshiSignature.fits(PUBLIC_KEY, TEXT, SIGNATURE.replace('A', 'B'))).isFalse();
        assertThat(KalshiSignature.fits(PUBLIC_KEY, TEXT, "not base64!")).isFalse();
        assertThat(KalshiSignature.fits(RsaPair.generate().publicBase64(), TEXT, SIGNATURE))
                .isFalse();
    }

    @Test
    void refusesTheOlderPadding() throws Exception {
        RsaPair pair = RsaPair.generate();
        byte[] pkcs8 =
                Base64.getMimeDecoder()
                        .decode(pair.privatePem().replaceAll("-----[A-Z ]+-----", ""));
        Signature older = Signature.getInstance("SHA256withRSA");
        older.initSign(
                KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        older.update(TEXT.getBytes(StandardCharsets.UTF_8));

        assertThat(
                        KalshiSignature.fits(
                                pair.publicBase64(),
                                TEXT,
                                Base64.getEncoder().encodeToString(older.sign())))
                .isFalse();
    }
}
