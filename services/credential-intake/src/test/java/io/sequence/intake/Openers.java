package io.sequence.intake;

import io.sequence.vault.CredentialAddress;
import io.sequence.vault.Keysets;
import io.sequence.vault.Opener;
import io.sequence.vocabulary.SecretAccess;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Opens sealed credentials as the services that sign do. */
public record Openers(Path folder) {
    /** The fields in plain, by name. */
    public Map<String, String> open(byte[] sealed, CredentialAddress address) {
        Map<String, String> plain = new TreeMap<>();
        opener().open(sealed, address)
                .forEach(
                        (name, secret) -> plain.put(name, secret.openText(SecretAccess.granted())));
        return plain;
    }

    private Opener opener() {
        return new Opener(
                Keysets.readPrivate(
                        folder.resolve("vault-private.json"), folder.resolve("vault-kek.json")));
    }
}
