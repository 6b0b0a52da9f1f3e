package io.sequence.venues.okx.trespass;

import io.sequence.venues.api.Signer;
import io.sequence.venues.api.Venue;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;

/** Keeps every rule: it is registered, and a signer may open a secret. */
public class OkxSigning implements Signer, Venue {
    byte[] sign(Secret secret) {
        return secret.open(SecretAccess.granted());
    }
}
