package io.sequence.venues.crypto;

import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Keys as read from their pasted text, {@link Remembered}: reading one costs as much as signing
 * with it. A forgotten key is dropped, not wiped: the JDK's and Bouncy Castle's key objects offer
 * no way to.
 */
final class ParsedKeys {
    private static final Remembered<KeyForm> ALL = new Remembered<>();

    private ParsedKeys() {}

    /** The key behind a secret, or what it is instead. */
    static KeyForm of(Secret secret) {
        byte[] utf8 = secret.open(SecretAccess.granted());
        try {
            return KeyText.isPlainWord(utf8) ? new KeyForm.Unfit(KeyKind.NOT_A_KEY) : find(utf8);
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    private static KeyForm find(byte[] utf8) {
        ByteBuffer name = Remembered.name(utf8);
        return ALL.find(name).orElseGet(() -> read(name, utf8));
    }

    private static KeyForm read(ByteBuffer name, byte[] utf8) {
        KeyForm form;
        try (KeyText text = KeyText.of(utf8)) {
            form = KeyForm.of(text);
        }
        if (!(form instanceof KeyForm.Unfit)) {
            ALL.keep(name, form);
        }
        return form;
    }
}
