package io.sequence.venues.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.venues.api.CredentialUnusable;
import io.sequence.vocabulary.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published vectors of the signature schemes. */
class SignaturesTest {
    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 6979, A.2.5, SHA-256
        "sample, efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
        "test, f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
                + "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083"
    })
    void signsEs256AsTheRfcDoes(String message, String expected) throws Exception {
        var key =
                new ECPrivateKey(
                        256,
                        new BigInteger(
                                "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721",
                                16),
                        SECObjectIdentifiers.secp256r1);
        Secret pasted = Secret.of(Base64.getEncoder().encodeToString(key.getEncoded()));

        assertThat(Encoding.hex(EcdsaP256.sign(pasted, "api_secret", ascii(message))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 8032, 7.1, tests 1 and 2
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, '',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555f"
                + "b8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, 72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da08"
                + "5ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    })
    void signsEd25519AsTheRfcDoes(String seed, String message, String expected) {
        HexFormat hex = HexFormat.of();
        Secret pasted = Secret.of(Base64.getEncoder().encodeToString(hex.parseHex(seed)));

        byte[] signature = Ed25519.sign(pasted, "api_secret", hex.parseHex(message));

        assertThat(Encoding.hex(signature)).isEqualTo(expected);
    }

    @Test
    void signsPssThatTheJdkAcceptsAndAlwaysTheSameBytes() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Secret pasted =
                Secret.of(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        byte[] message = ascii("1703123456789GET/trade-api/v2/portfolio/balance");

        byte[] signature = RsaPss.sign(pasted, "api_secret", message);

        assertThat(RsaPss.sign(pasted, "api_secret", message)).isEqualTo(signature);
        assertThat(RsaPss.sign(pasted, "api_secret", ascii("other"))).isNotEqualTo(signature);
        Signature check = Signature.getInstance("RSASSA-PSS");
        check.setParameter(
                new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        check.initVerify(pair.getPublic());
        check.update(message);
        assertThat(check.verify(signature)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
        "abc, 4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"
    })
    void hashesAsEthereumDoes(String message, String expected) {
        assertThat(Encoding.hex(Keccak.hash256(ascii(message)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // Hyperliquid's and Hardhat's public test keys
        "0x0123456789012345678901234567890123456789012345678901234567890123,"
                + "0x14791697260E4c9A71f18484C9f997B308e59325",
        "AC0974BEC39A17E36BA4A6B4D238FF944BACB478CBED5EFCAE784D7BF4F2FF80,"
                + "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"
    })
    void tellsTheAddressOfAKeyInAnyCase(String key, String checksummed) {
        Secret pasted = Secret.of(key);

        assertThat(Secp256k1.checksummedAddress(pasted, "k")).isEqualTo(checksummed);
        assertThat(Secp256k1.address(pasted, "k")).isEqualTo(checksummed.toLowerCase());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
            })
    void checksummsAsEip55Does(String address) {
        assertThat(Secp256k1.checksummed(address.toLowerCase())).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 6979 with secp256k1: vectors of bitcointalk 285142, as in several libraries
        "0000000000000000000000000000000000000000000000000000000000000001, Satoshi Nakamoto,"
                + "934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8"
                + "2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140, Satoshi Nakamoto,"
                + "fd567d121db66e382991534ada77a6bd3106f0a1098c231e47993447cd6af2d0"
                + "6b39cd0eb1bc8603e159ef5c20a5c8ad685a45b06ce9bebed3f153d10d93bed5"
    })
    void signsWithLowS(String key, String message, String expected) {
        Secp256k1.Signature signature =
                Secp256k1.sign(Secret.of(key), "k", Encoding.sha256(ascii(message)));

        assertThat(Encoding.hex(signature.r()) + Encoding.hex(signature.s())).isEqualTo(expected);
        assertThat(signature.hex()).hasSize(132).startsWith("0x" + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x00",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
                "0x012345678901234567890123456789012345678901234567890123456789012g",
                "test test test test test test test test test test test junk"
            })
    void refusesWhatIsNoPrivateNumberWithoutQuotingIt(String key) {
        assertThatThrownBy(() -> Secp256k1.address(Secret.of(key), "signer"))
                .isInstanceOf(CredentialUnusable.class)
                .hasMessageStartingWith("signer: ")
                .hasMessageNotContaining(key)
                .hasNoCause();
    }

    /** RFC 4231, test cases 1 and 2. */
    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, Hi There,"
                + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665, what do ya want for nothing?,"
                + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    })
    void hashesWithAKeyAsTheRfcDoes(String key, String message, String expected) {
        Secret secret = Secret.of(HexFormat.of().parseHex(key));

        assertThat(Encoding.hex(Hmac.sha256(secret, message))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32, 63, 64, 65, 127, 128, 129, 131, 500})
    void hashesWithKeysOfEveryLengthAsTheJdkDoes(int length) throws Exception {
        byte[] key = new byte[length];
        Arrays.fill(key, (byte) 0xaa);
        byte[] message = ascii("Test Using Larger Than Block-Size Key - Hash Key First");
        // The JDK refuses an empty key; zeros after it change nothing.
        byte[] theirs = length == 0 ? new byte[1] : key;

        assertThat(Hmac.sha256(Secret.of(key), message))
                .isEqualTo(hmacOfTheJdk("HmacSHA256", theirs, message));
        assertThat(Hmac.sha512(Secret.of(key), message))
                .isEqualTo(hmacOfTheJdk("HmacSHA512", theirs, message));
    }

    private static byte[] hmacOfTheJdk(String algorithm, byte[] key, byte[] message)
            throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(message);
    }
}
