package io.sequence.venues.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.vocabulary.Secret;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in the shapes in which they arrive. */
class PastedKeyTest {
    private static KeyPair rsa;
    private static KeyPair ec;
    private static Ed25519PrivateKeyParameters ed;

    @BeforeAll
    static void makeKeys() throws Exception {
        KeyPairGenerator rsaKeys = KeyPairGenerator.getInstance("RSA");
        rsaKeys.initialize(2048);
        rsa = rsaKeys.generateKeyPair();
        KeyPairGenerator ecKeys = KeyPairGenerator.getInstance("EC");
        ecKeys.initialize(new ECGenParameterSpec("secp256r1"));
        ec = ecKeys.generateKeyPair();
        ed = new Ed25519PrivateKeyParameters(new SecureRandom());
    }

    private static String pem(String label, byte[] content) throws Exception {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(label, content));
        }
        return text.toString();
    }

    private static byte[] inner(byte[] pkcs8) throws Exception {
        return PrivateKeyInfo.getInstance(pkcs8).parsePrivateKey().toASN1Primitive().getEncoded();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** What pasting makes of a PEM block. */
    private static List<String> pastings(String pem) throws Exception {
        String body = pem.replaceAll("-----[A-Z0-9 ]+-----", "").strip();
        List<String> all =
                new ArrayList<>(
                        List.of(
                                pem,
                                pem.replace("\n", "\r\n"),
                                pem.replace("\n", "\\n"),
                                pem.replace("\n", "\\r\\n"),
                                pem.replace("\n", "\\\\n"),
                                pem.replace("\n", " "),
                                pem.replace("\n", ""),
                                pem.replace("\n", "\n\n"),
                                pem.replace("\n", "\n   "),
                                pem.replace(" ", ""),
                                pem.replace(" ", "\u00a0"),
                                pem.replace("-----", "\u2014\u2014-"),
                                body,
                                body.replace("\n", ""),
                                body.replace("\n", "").replace('+', '-').replace('/', '_'),
                                body.replace("=", ""),
                                pem.substring(pem.indexOf('\n') + 1),
                                pem.substring(0, pem.indexOf("-----END")),
                                "  \t\n" + pem + "\n\n ",
                                "\ufeff" + pem,
                                pem.replace("\n", "\u200b\n"),
                                "\"" + pem.replace("\n", "\\n") + "\"",
                                "\"" + pem.replace("\n", "\\n") + "\",",
                                "\u201c" + pem + "\u201d",
                                "'" + pem + "'"));
        var json = new ObjectMapper();
        all.add(json.writeValueAsString(Map.of("name", "n", "privateKey", pem)));
        all.add(
                json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(
                                Map.of("id", "i", "scopes", List.of("a"), "privateKey", body)));
        return all;
    }

    static Stream<String> rsaPastings() throws Exception {
        makeOnce();
        List<String> all =
                new ArrayList<>(pastings(pem("PRIVATE KEY", rsa.getPrivate().getEncoded())));
        all.addAll(pastings(pem("RSA PRIVATE KEY", inner(rsa.getPrivate().getEncoded()))));
        return all.stream();
    }

    static Stream<String> ecPastings() throws Exception {
        makeOnce();
        byte[] sec1 =
                new org.bouncycastle.asn1.sec.ECPrivateKey(
                                256,
                                ((ECPrivateKey) ec.getPrivate()).getS(),
                                SECObjectIdentifiers.secp256r1)
                        .getEncoded();
        String parameters = pem("EC PARAMETERS", SECObjectIdentifiers.secp256r1.getEncoded());
        List<String> all =
                new ArrayList<>(pastings(pem("PRIVATE KEY", ec.getPrivate().getEncoded())));
        all.addAll(pastings(pem("EC PRIVATE KEY", sec1)));
        all.add(pem("PRIVATE KEY", sec1));
        all.add(parameters + pem("EC PRIVATE KEY", sec1));
        all.add(pem("PUBLIC KEY", ec.getPublic().getEncoded()) + pem("EC PRIVATE KEY", sec1));
        return all.stream();
    }

    static Stream<String> edPastings() throws Exception {
        makeOnce();
        byte[] pkcs8 = PrivateKeyInfoFactory.createPrivateKeyInfo(ed).getEncoded();
        byte[] both = Arrays.copyOf(ed.getEncoded(), 64);
        System.arraycopy(ed.generatePublicKey().getEncoded(), 0, both, 32, 32);
        List<String> all = new ArrayList<>(pastings(pem("PRIVATE KEY", pkcs8)));
        all.add(pem("OPENSSH PRIVATE KEY", OpenSSHPrivateKeyUtil.encodePrivateKey(ed)));
        for (byte[] raw : List.of(ed.getEncoded(), both)) {
            all.add(base64(raw));
            all.add(" " + base64(raw) + "\r\n");
            all.add("\"" + base64(raw).replace("=", "") + "\"");
            all.add("{\"id\":\"x\",\"privateKey\":\"" + base64(raw) + "\"}");
        }
        return all.stream();
    }

    private static void makeOnce() throws Exception {
        if (rsa == null) {
            makeKeys();
        }
    }

    /** Without its curve it is 39 bytes, which need no padding. */
    private static byte[] sec1(BigInteger scalar) throws Exception {
        return new org.bouncycastle.asn1.sec.ECPrivateKey(256, scalar).getEncoded();
    }

    /** The end of every hundredth RSA key: no padding, and a dash that is a digit. */
    @Test
    void keepsADashThatIsTheLastDigit() throws Exception {
        BigInteger scalar = BigInteger.valueOf(0x3e);
        String bare = Base64.getUrlEncoder().encodeToString(sec1(scalar));
        assertThat(bare).endsWith("-").doesNotContain("=");
        for (String end : List.of("", "\n-", "\n-----", "\n-----END EC PRIVATE KEY-----", " ")) {
            assertThat(PastedKey.p256(Secret.of(bare + end), "api_secret").getD())
                    .isEqualTo(scalar);
        }
    }

    @Test
    void knowsABoundaryThatLostItsWords() throws Exception {
        BigInteger scalar = BigInteger.valueOf(0x3d);
        String bare = base64(sec1(scalar));
        for (String end : List.of("-----", "---", "\n-----", "-----END EC PRIVATE KEY-----")) {
            assertThat(PastedKey.p256(Secret.of(bare + end), "api_secret").getD())
                    .isEqualTo(scalar);
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("rsaPastings")
    void readsAnRsaKey(String pasted) {
        RSAPrivateKey key = PastedKey.rsa(Secret.of(pasted), "api_secret");

        assertThat(key.getPrivateExponent())
                .isEqualTo(((RSAPrivateKey) rsa.getPrivate()).getPrivateExponent());
        assertThat(PastedKey.kindOf(Secret.of(pasted))).isEqualTo(KeyKind.RSA);
        assertThat(RsaSha256.isPem(Secret.of(pasted))).isTrue();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("ecPastings")
    void readsAnEcKey(String pasted) {
        assertThat(PastedKey.p256(Secret.of(pasted), "api_secret").getD())
                .isEqualTo(((ECPrivateKey) ec.getPrivate()).getS());
        assertThat(PastedKey.kindOf(Secret.of(pasted))).isEqualTo(KeyKind.EC_P256);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("edPastings")
    void readsAnEd25519Key(String pasted) {
        assertThat(PastedKey.ed25519Seed(Secret.of(pasted), "api_secret"))
                .isEqualTo(ed.getEncoded());
        assertThat(PastedKey.kindOf(Secret.of(pasted))).isEqualTo(KeyKind.ED25519);
    }

    @Test
    void readsCoinbasesTestKey() {
        // coinbase cdp-sdk, tests
        String pem =
                """
                -----BEGIN EC PRIVATE KEY-----
                MHcCAQEEIKwf3Uox30cRWzRBOPoPOH5p0Gpb0Dt8zUKXUEM5fMkGoAoGCCqGSM49
                AwEHoUQDQgAEbAtpLlSZYVOwYICz+uEyxcS29vRIujiES/gQ1DC7FV4zK4JuYE9v
                qDyGZQYjdXHLM7I6f/QnnOITL+dXYWBHRA==
                -----END EC PRIVATE KEY-----
                """;
        assertThat(PastedKey.kindOf(Secret.of(pem))).isEqualTo(KeyKind.EC_P256);
    }

    @Test
    void tellsPublicAndGuardedKeys() throws Exception {
        String guarded;
        try (var text = new StringWriter();
                var writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    new JcaPKCS8Generator(
                            rsa.getPrivate(),
                            new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                                    .setProvider(new BouncyCastleProvider())
                                    .setPassword("word".toCharArray())
                                    .build()));
            writer.flush();
            guarded = text.toString();
        }
        String oldGuarded =
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
                        + "DEK-Info: AES-256-CBC,0102\n\nAAAA\n-----END RSA PRIVATE KEY-----\n";

        assertThat(kind(guarded)).isEqualTo(KeyKind.ENCRYPTED);
        assertThat(kind(guarded.replace("\n", "\\n"))).isEqualTo(KeyKind.ENCRYPTED);
        assertThat(kind(oldGuarded)).isEqualTo(KeyKind.ENCRYPTED);
        assertThat(kind(pem("PUBLIC KEY", rsa.getPublic().getEncoded()))).isEqualTo(KeyKind.PUBLIC);
        assertThat(kind(base64(ec.getPublic().getEncoded()))).isEqualTo(KeyKind.PUBLIC);
        assertThat(kind("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
                .isEqualTo(KeyKind.PUBLIC);
    }

    @Test
    void tellsAnotherCurve() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp384r1"));
        assertThat(kind(base64(keys.generateKeyPair().getPrivate().getEncoded())))
                .isEqualTo(KeyKind.EC_OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}",
                "{\"privateKey\":7}",
                "{\"privateKey\":\"\"}",
                "-----BEGIN",
                "-----BEGIN RSA PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\n!!!\n-----END EC PRIVATE KEY-----",
                "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j",
                "MAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "b3BlbnNzaC1rZXktdjEA",
                "=",
                "MIIBVQIBADANBgkqhkiG9w0BAQEFAASCAT8w",
                "пароль",
                "\\"
            })
    void takesNothingElseForAKey(String pasted) {
        assertThat(kind(pasted)).isEqualTo(KeyKind.NOT_A_KEY);
    }

    @Test
    void saysWhatAWrongKeyIsWithoutQuotingIt() throws Exception {
        String body = base64(rsa.getPublic().getEncoded());
        assertThatThrownBy(() -> PastedKey.rsa(Secret.of(body), "api_secret"))
                .isInstanceOf(CredentialUnusable.class)
                .hasMessageContaining("api_secret: is the public half")
                .hasMessageNotContaining(body.substring(0, 20))
                .hasNoCause();
        Secret ecKey = Secret.of(base64(ec.getPrivate().getEncoded()));
        assertThatThrownBy(() -> PastedKey.rsa(ecKey, "api_secret"))
                .hasMessageContaining("is an EC private key on P-256; the venue wants an RSA");
        Secret rsaKey = Secret.of(base64(rsa.getPrivate().getEncoded()));
        assertThatThrownBy(() -> PastedKey.p256(rsaKey, "api_secret"))
                .hasMessageContaining("is an RSA private key; the venue wants an EC");
        assertThatThrownBy(() -> EcdsaP256.sign(rsaKey, "f", "m".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(CredentialUnusable.class);
        assertThatThrownBy(() -> PastedKey.ed25519Seed(rsaKey, "api_secret"))
                .hasMessageContaining("wants an Ed25519");
    }

    private static KeyKind kind(String pasted) {
        return PastedKey.kindOf(Secret.of(pasted));
    }
}
