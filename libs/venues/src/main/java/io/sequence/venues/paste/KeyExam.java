package io.sequence.venues.paste;

import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.api.VenueProfile.Kind;
import io.sequence.venues.crypto.KeyKind;
import io.sequence.venues.crypto.PastedKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Key files and wallet keys: the wrong half, the wrong kind, the wrong field. */
final class KeyExam {
    private static final int SHORTEST_FILE = 64;
    private static final int SHORTEST_KEY = 42;

    private final CredentialField field;
    private final Wanted wanted;
    private final String value;
    private final boolean marked;
    private final KeyKind kind;

    KeyExam(CredentialField field, Wanted wanted, String value) {
        this.field = field;
        this.wanted = wanted;
        this.value = value;
        this.marked = PastedKey.marked(value);
        boolean look = wanted.takesFiles() && value.length() >= SHORTEST_KEY;
        KeyKind seen =
                marked || look || value.length() >= SHORTEST_FILE
                        ? PastedKey.glance(value)
                        : KeyKind.NOT_A_KEY;
        // Base64 of 32 or 64 bytes is a key only where such a key is wanted.
        boolean bare = seen == KeyKind.ED25519 && !marked && PastedKey.pem(value).isEmpty();
        // Where a shared secret may stand too, its other half must prove that it is one.
        boolean secret =
                !wanted.takes(Kind.ED25519_KEY)
                        || wanted.takes(Kind.TEXT)
                                && Wanted.isBase64Secret(value)
                                && !PastedKey.isSeedWithPublicHalf(value);
        this.kind = bare && secret ? KeyKind.NOT_A_KEY : seen;
    }

    /** Whether it is a key file that the field takes. */
    boolean isWantedFile() {
        return switch (kind) {
            case RSA -> wanted.takes(Kind.RSA_PEM);
            case EC_P256 -> wanted.takes(Kind.EC_PEM);
            case ED25519 -> wanted.takes(Kind.ED25519_KEY);
            case EC_OTHER, PUBLIC, ENCRYPTED, NOT_A_KEY -> false;
        };
    }

    @Nullable PasteFinding obstacle() {
        return switch (kind) {
            case PUBLIC -> publicHalf();
            case ENCRYPTED ->
                    finding(
                            "encrypted_key",
                            "is a private key that a password guards",
                            "Save it without a password and paste it again.");
            case RSA -> isWantedFile() ? null : wrongKind("an RSA private key");
            case EC_P256 -> isWantedFile() ? null : wrongKind("an EC private key");
            case EC_OTHER -> wrongKind("an EC private key on another curve than P-256");
            case ED25519 -> isWantedFile() ? null : wrongKind("an Ed25519 private key");
            case NOT_A_KEY -> marked ? torn() : wallet();
        };
    }

    private PasteFinding publicHalf() {
        boolean certificate = value.contains("CERTIFICATE");
        return finding(
                certificate ? "certificate" : "public_key",
                certificate ? "is a certificate" : "is the public half of a key",
                wanted.takesFiles()
                        ? "Paste the private key that was made together with it."
                        : "Paste the " + field.label() + ": " + field.help());
    }

    private PasteFinding wrongKind(String what) {
        if (!wanted.takesFiles()) {
            return finding(
                    "private_key_here",
                    "is " + what + ", which does not belong here",
                    "Paste the " + field.label() + ": " + field.help());
        }
        return finding("wrong_key_kind", "is " + what, "Make and paste " + names() + " instead.");
    }

    private PasteFinding torn() {
        return finding(
                "unreadable_key",
                "starts like a key file but cannot be read: a part is missing or changed",
                "Open the file in a plain editor and copy everything from BEGIN to END.");
    }

    private @Nullable PasteFinding wallet() {
        boolean key = Wanted.isWalletKey(value) && !wanted.takes(Kind.HEX_PRIVATE_KEY);
        boolean bareKey =
                wanted.takes(Kind.EVM_ADDRESS)
                        && !wanted.takes(Kind.HEX_PRIVATE_KEY)
                        && Wanted.isWalletKey("0x" + value);
        if (key || bareKey) {
            return finding(
                    "wallet_key",
                    "is a wallet's private key",
                    "Never paste it where it is not asked for. This field takes the "
                            + field.label()
                            + ": "
                            + field.help());
        }
        boolean address =
                Wanted.isAddress(value) && !wanted.takes(Kind.EVM_ADDRESS) && !wanted.words();
        return address
                ? finding(
                        "wallet_address",
                        "is a wallet's address",
                        "Paste the " + field.label() + ": " + field.help())
                : null;
    }

    private String names() {
        List<String> names = new ArrayList<>();
        for (Kind possible : Kind.values()) {
            if (wanted.takes(possible)) {
                switch (possible) {
                    case RSA_PEM -> names.add("an RSA private key");
                    case EC_PEM -> names.add("an EC private key on P-256");
                    case ED25519_KEY -> names.add("an Ed25519 private key");
                    default -> {}
                }
            }
        }
        return String.join(" or ", names);
    }

    private PasteFinding finding(String code, String message, String fix) {
        return PasteFinding.refused(field.name(), code, message, fix);
    }
}
