package io.sequence.venues.bybit.trespass;

import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.SecretAccess;

class OpensASecret {
    byte[] look(Secret secret) {
        return secret.open(SecretAccess.granted());
    }
}
