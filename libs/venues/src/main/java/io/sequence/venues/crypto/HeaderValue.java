package io.sequence.venues.crypto;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.vocabulary.SecretAccess;

/** Credential fields that venues want in a header as they are. */
public final class HeaderValue {
    private HeaderValue() {}

    /**
     * A field's text, fit for a header.
     *
     * @throws CredentialUnusable when it is missing, empty or holds anything but printable ASCII
     */
    public static String of(Credential credential, String field) {
        String text = credential.field(field).openText(SecretAccess.granted());
        if (text.isBlank()) {
            throw new CredentialUnusable(field, "is empty");
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                throw new CredentialUnusable(field, "holds characters that no header can carry");
            }
        }
        return text;
    }
}
