package io.sequence.vocabulary;

/**
 * The token that opens a {@link Secret}. Only signers and the vault may name it; the house rules
 * hold them to that.
 */
public final class SecretAccess {
    private static final SecretAccess TOKEN = new SecretAccess();

    private SecretAccess() {}

    /** The token. Calling this is a statement: here plaintext is needed to sign or to seal. */
    public static SecretAccess granted() {
        return TOKEN;
    }

    @SuppressWarnings("ReferenceEquality") // a token that came about in any other way is no token
    void check() {
        if (this != TOKEN) {
            throw new IllegalStateException("not the house's token");
        }
    }
}
