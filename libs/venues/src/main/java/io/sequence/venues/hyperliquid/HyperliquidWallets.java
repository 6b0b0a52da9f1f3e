package io.sequence.venues.hyperliquid;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.crypto.HeaderValue;
import io.sequence.venues.crypto.Secp256k1;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses of a credential, lower case. Reading them opens no secret but the addresses
 * themselves; the API wallet's is computed from its private key.
 */
final class HyperliquidWallets {
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{40}");

    private final Credential credential;

    HyperliquidWallets(Credential credential) {
        this.credential = credential;
    }

    /**
     * The address that signs.
     *
     * @throws CredentialUnusable when the secret is no private key
     */
    static String agent(Credential credential) {
        return Secp256k1.address(credential.field(HyperliquidProfile.KEY), HyperliquidProfile.KEY);
    }

    /** The address that signs. */
    String agent() {
        return agent(credential);
    }

    /** The address that was given as the account. */
    String account() {
        return address(HyperliquidProfile.ACCOUNT);
    }

    /** The vault or sub-account that is traded for, where one was given. */
    Optional<String> vault() {
        return vault(credential);
    }

    /** The vault or sub-account of a credential, where one was given. */
    static Optional<String> vault(Credential credential) {
        return credential
                .optionalField(HyperliquidProfile.VAULT)
                .filter(field -> field.length() > 0)
                .map(field -> new HyperliquidWallets(credential).address(HyperliquidProfile.VAULT));
    }

    private String address(String field) {
        String address = HeaderValue.of(credential, field).strip().toLowerCase(Locale.ROOT);
        if (!ADDRESS.matcher(address).matches()) {
            throw new CredentialUnusable(field, "is no address: 0x and 40 hexadecimal digits");
        }
        return address;
    }
}
