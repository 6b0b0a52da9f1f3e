package io.sequence.vault;

/** Sealed bytes do not open at this place: moved, altered, or of a keyset that is not here. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken(CredentialAddress address, Throwable cause) {
        super(
                "the seal of connection %s version %s does not open"
                        .formatted(address.connectionId(), address.version()),
                cause);
    }
}
