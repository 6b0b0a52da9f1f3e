package io.sequence.venues.paste;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.venues.Venues;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.api.VenueProfile.Kind;
import io.sequence.vocabulary.VenueId;
import java.io.StringWriter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste, and what they are told. */
class PasteDoctorTest {
    private static final String KEY = "madeUpKey000000001";
    private static final String SECRET = "madeUpSecret0000000000000000000000001";
    private static final String ADDRESS = "0x14791697260e4c9a71f18484c9f997b308e59325";
    private static final String WALLET_KEY =
            "0x0123456789012345678901234567890123456789012345678901234567890123";
    private static final String UUID = "37c541a1-0b2d-4c1e-8f3a-10fe7a038418";
    private static final String KEY_NAME =
            "organizations/" + UUID + "/apiKeys/0b2d37c5-4c1e-41a1-8f3a-7a03841810fe";
    private static final String KRAKEN_SECRET = Base64.getEncoder().encodeToString(new byte[64]);

    private static final VenueProfile BYBIT = venue("bybit");
    private static final VenueProfile OKX = venue("okx");

    /** A venue that wants key files, as some do. */
    private static final VenueProfile FILES =
            with(
                    "files",
                    new CredentialField(
                            "api_key",
                            "Key name",
                            false,
                            true,
                            "organizations/[0-9a-f-]{36}/apiKeys/[0-9a-f-]{36}",
                            160,
                            "In the file."),
                    new CredentialField(
                                    "api_secret",
                                    "Private key",
                                    true,
                                    true,
                                    "[\\s\\S]{40,}",
                                    8192,
                                    "In the file.")
                            .wanting(Kind.EC_PEM, Kind.ED25519_KEY));

    /** A venue that wants a wallet's key. */
    private static final VenueProfile WALLET =
            with(
                    "wallet",
                    new CredentialField(
                            "api_key",
                            "Account address",
                            false,
                            true,
                            "0x[0-9a-fA-F]{40}",
                            42,
                            "The account."),
                    new CredentialField(
                            "api_secret",
                            "Agent key",
                            true,
                            true,
                            "(0x)?[0-9a-fA-F]{64}",
                            66,
                            "The agent's key."));

    private static KeyPair rsa;
    private static KeyPair ec;

    @BeforeAll
    static void makeKeys() throws Exception {
        KeyPairGenerator rsaKeys = KeyPairGenerator.getInstance("RSA");
        rsaKeys.initialize(2048);
        rsa = rsaKeys.generateKeyPair();
        KeyPairGenerator ecKeys = KeyPairGenerator.getInstance("EC");
        ecKeys.initialize(new ECGenParameterSpec("secp256r1"));
        ec = ecKeys.generateKeyPair();
    }

    private static VenueProfile venue(String name) {
        return Venues.of(new VenueId(name)).profile();
    }

    private static VenueProfile with(String name, CredentialField... fields) {
        VenueProfile like = venue("bybit");
        return new VenueProfile(
                new VenueId(name),
                name,
                List.of(fields),
                like.hosts(),
                like.markets(),
                like.capabilities(),
                like.guide(),
                like.faultsByCode(),
                like.expiry(),
                like.rightsNotReported(),
                like.supportNote());
    }

    private static String pem(String label, byte[] content) throws Exception {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(label, content));
        }
        return text.toString();
    }

    private static PasteReport examine(VenueProfile venue, String... namesAndValues) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        List<VenueProfile> all = new ArrayList<>(Venues.profiles());
        all.add(FILES);
        all.add(WALLET);
        PasteReport report = PasteDoctor.examine(venue, given, all);
        for (String value : given.values()) {
            if (value != null && value.strip().length() > 6) {
                assertThat(report.toString()).doesNotContain(value.strip());
            }
        }
        return report;
    }

    private static List<String> codes(PasteReport report) {
        return report.findings().stream().map(PasteFinding::code).toList();
    }

    @Test
    void findsNothingInGoodValues() {
        assertThat(examine(BYBIT, "api_key", KEY, "api_secret", SECRET).findings()).isEmpty();
        assertThat(
                        examine(
                                        OKX,
                                        "api_key",
                                        UUID,
                                        "api_secret",
                                        "22582BD0CFF14C41EDBF1AB98506286D",
                                        "passphrase",
                                        "Two words… and 'quotes'!".replace("…", "."))
                                .findings())
                .isEmpty();
        assertThat(examine(WALLET, "api_key", ADDRESS, "api_secret", WALLET_KEY).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "trader@example.org|login_email",
                "abandon ability able about above absent absorb abstract absurd abuse access"
                        + " accident|seed_phrase",
                "1. abandon 2. ability 3. able 4. about 5. above 6. absent 7. absorb 8. abstract"
                        + " 9. absurd 10. abuse 11. access 12. accident|seed_phrase",
                "****************|masked",
                "madeUp••••••••••••|masked",
                "madeUpSecret00…|shortened",
                "madeUpSecret00...|shortened",
                "made up secret|words",
                "geheimer Schlüssel hier|altered_text",
                "made–Up–Secret|altered_text",
                "madeUp“Secret|altered_text",
                "madeUp\u00a0Secret|altered_text",
                "made\u0000Up|invisible_characters",
                "0x0123456789012345678901234567890123456789012345678901234567890123|wallet_key",
                "0x14791697260e4c9a71f18484c9f997b308e59325|wallet_address",
                "-----BEGIN RSA PRIVATE KEY-----|unreadable_key",
                "{\"name\":\"x\"|file_cut_off",
                "{\"color\":\"x\"}|downloaded_file"
            })
    void tellsWhatWasPastedForASecret(String pasted, String code) {
        PasteReport report = examine(BYBIT, "api_key", KEY, "api_secret", pasted);

        assertThat(codes(report)).containsExactly(code);
        assertThat(report.ok()).isFalse();
        assertThat(report.findings().getFirst().field()).isEqualTo("api_secret");
        assertThat(report.findings().getFirst().fix()).isNotBlank();
    }

    @Test
    void tellsALineBreakInside() {
        assertThat(codes(examine(BYBIT, "api_key", KEY, "api_secret", "madeUp\nSecret")))
                .containsExactly("line_break");
    }

    /** Bytes of a shared secret may begin like those of any file: with an o, with a 0. */
    @Test
    void leavesSharedSecretsOfRandomBytesAsTheyAre() {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[64];
            random.nextBytes(bytes);
            bytes[0] = (byte) i;
            Map<String, String> given =
                    Map.of(
                            "api_key",
                            Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, 42)),
                            "api_secret",
                            Base64.getEncoder().encodeToString(bytes));

            PasteReport report = PasteDoctor.examine(venue("kraken"), given);

            assertThat(report.findings()).as("bytes that begin with %d", bytes[0]).isEmpty();
            assertThat(report.normalised()).isEqualTo(given);
        }
    }

    @Test
    void warnsLoudlyOfASeedPhraseInAnyField() {
        String phrase =
                "legal winner thank year wave sausage worth useful legal winner thank yellow";

        PasteReport report =
                examine(OKX, "api_key", UUID, "api_secret", SECRET, "passphrase", phrase);

        assertThat(codes(report)).containsExactly("seed_phrase");
        assertThat(report.findings().getFirst().fix()).contains("Never hand a seed phrase over");
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s \n", "\t%s\u00a0", "\r\n%s\r\n"})
    void takesBlanksOff(String around) {
        PasteReport report =
                examine(BYBIT, "api_key", String.format(around, KEY), "api_secret", SECRET);

        assertThat(codes(report)).containsExactly("blanks_around");
        assertThat(report.ok()).isTrue();
        assertThat(report.normalised()).containsEntry("api_key", KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff", "\u200b", "\u200d", "\u00ad", "\u202e", "\u2066", "\u2060"})
    void takesInvisibleCharactersOut(String unseen) {
        PasteReport report =
                examine(BYBIT, "api_key", "made" + unseen + "UpKey000000001", "api_secret", SECRET);

        assertThat(codes(report)).containsExactly("invisible_characters");
        assertThat(report.ok()).isTrue();
        assertThat(report.normalised()).containsEntry("api_key", KEY);
    }

    @Test
    void takesQuotesOffButNotOffAPassphrase() {
        PasteReport report =
                examine(
                        OKX,
                        "api_key",
                        "\"" + UUID + "\",",
                        "api_secret",
                        "“" + SECRET + "”",
                        "passphrase",
                        "\"quoted\"");

        assertThat(codes(report)).containsExactly("quotes_around", "quotes_around");
        assertThat(report.normalised())
                .containsEntry("api_key", UUID)
                .containsEntry("api_secret", SECRET)
                .containsEntry("passphrase", "\"quoted\"");
    }

    @Test
    void saysWhatIsMissing() {
        PasteReport report = examine(OKX, "api_key", null, "api_secret", "  ", "nonsense\n", "x");

        assertThat(codes(report)).containsExactly("unknown_field", "missing", "missing", "missing");
    }

    @Test
    void writesTheHexPrefixAsTheVenueWantsIt() {
        PasteReport report =
                examine(
                        WALLET,
                        "api_key",
                        ADDRESS.substring(2),
                        "api_secret",
                        WALLET_KEY.substring(2));

        assertThat(codes(report)).containsExactly("hex_prefix");
        assertThat(report.normalised()).containsEntry("api_key", ADDRESS);
    }

    @Test
    void tellsSwappedFields() {
        assertThat(codes(examine(WALLET, "api_key", WALLET_KEY, "api_secret", ADDRESS)))
                .containsExactly("swapped", "swapped");
        assertThat(
                        codes(
                                examine(
                                        OKX,
                                        "api_key",
                                        "22582BD0CFF14C41EDBF1AB98506286D",
                                        "api_secret",
                                        UUID,
                                        "passphrase",
                                        "words")))
                .containsExactly("swapped", "swapped");
        assertThat(codes(examine(BYBIT, "api_key", KEY, "api_secret", KEY)))
                .containsExactly("same_twice");
        assertThat(
                        codes(
                                examine(
                                        venue("kraken"),
                                        "api_key",
                                        KRAKEN_SECRET,
                                        "api_secret",
                                        "4/SDrDBcOOPnm3nPlNfEMMJDeRcIVqPz+QhRxIodyZbI9po/aVRiHsgX")))
                .containsExactly("swapped", "swapped");
    }

    @Test
    void tellsAKeyOfAnotherVenue() {
        assertThat(codes(examine(BYBIT, "api_key", KEY_NAME, "api_secret", SECRET)))
                .containsExactly("other_venue");
        PasteReport kraken = examine(BYBIT, "api_key", KEY, "api_secret", KRAKEN_SECRET);
        assertThat(codes(kraken)).containsExactly("other_venue");
        assertThat(kraken.findings().getFirst().message()).contains("Kraken");
        assertThat(
                        examine(
                                        venue("kraken"),
                                        "api_key",
                                        "4/SDrDBcOOPnm3nPlNfEMMJDeRcIVqPz+QhRxIodyZbI9po/aVRiHsgX",
                                        "api_secret",
                                        KRAKEN_SECRET)
                                .findings())
                .isEmpty();
    }

    @Test
    void tellsTheWrongHalfAndTheWrongKind() throws Exception {
        String publicHalf = pem("PUBLIC KEY", ec.getPublic().getEncoded());
        assertThat(codes(examine(FILES, "api_key", KEY_NAME, "api_secret", publicHalf)))
                .containsExactly("public_key");
        String certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
        assertThat(codes(examine(FILES, "api_key", KEY_NAME, "api_secret", certificate)))
                .containsExactly("certificate");
        String guarded =
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIFHDBOBgkqhkiG\n"
                        + "-----END ENCRYPTED PRIVATE KEY-----";
        assertThat(codes(examine(FILES, "api_key", KEY_NAME, "api_secret", guarded)))
                .containsExactly("encrypted_key");
        String rsaKey = pem("PRIVATE KEY", rsa.getPrivate().getEncoded());
        PasteReport wrong = examine(FILES, "api_key", KEY_NAME, "api_secret", rsaKey);
        assertThat(codes(wrong)).containsExactly("wrong_key_kind");
        assertThat(wrong.findings().getFirst().fix()).contains("an EC private key on P-256");
        assertThat(codes(examine(OKX, "api_key", UUID, "api_secret", rsaKey, "passphrase", "p")))
                .containsExactly("private_key_here");
        assertThat(codes(examine(BYBIT, "api_key", KEY, "api_secret", rsaKey))).isEmpty();
        String ecKey = pem("PRIVATE KEY", ec.getPrivate().getEncoded());
        assertThat(codes(examine(BYBIT, "api_key", KEY, "api_secret", ecKey)))
                .containsExactly("wrong_key_kind");
        assertThat(codes(examine(FILES, "api_key", ecKey, "api_secret", KEY_NAME)))
                .containsExactly("swapped", "swapped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", " ", "", "\n\n", "\\r\\n"})
    void putsTheLinesOfAKeyFileRight(String lineEnd) throws Exception {
        String key = pem("PRIVATE KEY", ec.getPrivate().getEncoded());

        PasteReport report =
                examine(FILES, "api_key", KEY_NAME, "api_secret", key.replace("\n", lineEnd));

        assertThat(codes(report)).containsExactly("key_file_layout");
        assertThat(report.ok()).isTrue();
        assertThat(report.normalised()).containsEntry("api_secret", key.strip());
    }

    @Test
    void leavesAGoodKeyFileAlone() throws Exception {
        String key = pem("PRIVATE KEY", ec.getPrivate().getEncoded());
        assertThat(examine(FILES, "api_key", KEY_NAME, "api_secret", key).findings()).isEmpty();
        String windows = key.replace("\n", "\r\n");
        assertThat(examine(FILES, "api_key", KEY_NAME, "api_secret", windows).findings()).isEmpty();
    }

    @Test
    void takesADownloadedFileApart() throws Exception {
        String key = pem("PRIVATE KEY", ec.getPrivate().getEncoded());
        String file =
                "{\n \"name\": \""
                        + KEY_NAME
                        + "\",\n \"privateKey\": \""
                        + key.replace("\n", "\\n")
                        + "\",\n \"scopes\": [\"view\"]\n}";

        for (String[] given :
                new String[][] {
                    {"api_secret", file},
                    {"api_key", file},
                    {"api_key", file, "api_secret", file},
                    {"api_key", KEY_NAME, "api_secret", "\ufeff" + file}
                }) {
            PasteReport report = examine(FILES, given);
            assertThat(report.ok()).as(report.toString()).isTrue();
            assertThat(codes(report)).contains("downloaded_file");
            assertThat(report.normalised())
                    .containsEntry("api_key", KEY_NAME)
                    .containsEntry("api_secret", key.strip());
        }
    }

    @Test
    void staysQuickOnHostileText() {
        for (String piece :
                List.of("-", "BEGIN", "-----BEGIN", "a@", "a@a.", "1 ", "{", "\"", "=")) {
            String hostile = piece.repeat(60_000 / piece.length());
            assertThat(examine(FILES, "api_key", hostile, "api_secret", hostile).ok()).isFalse();
            assertThat(examine(BYBIT, "api_key", hostile, "api_secret", hostile).ok()).isFalse();
        }
    }
}
