package io.sequence.simulator.kalshi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Whether a text was signed with a key: RSA-PSS over SHA-256, MGF1 over SHA-256, 32 bytes of salt,
 * in Base64. Source: docs.kalshi.com, "API keys".
 */
final class KalshiSignature {

    private static final PSSParameterSpec PARAMETERS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private KalshiSignature() {}

    /**
     * Checks a signature.
     *
     * @param publicKey X.509 in Base64
     * @param text timestamp, method and path without the query
     */
    static boolean fits(String publicKey, String text, String signature) {
        try {
            Signature verifier = Signature.getInstance("RSASSA-PSS");
            verifier.setParameter(PARAMETERS);
            verifier.initVerify(
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}
