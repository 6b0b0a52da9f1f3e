package io.sequence.venues.polymarket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.crypto.HeaderValue;
import io.sequence.venues.crypto.Secp256k1;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose money and whose key.
 *
 * @param signer the address of the key, checksummed
 * @param funder the wallet that holds the money, checksummed; the signer's own when it is that
 * @param type 0 plain wallet, 1 proxy, 2 safe, 3 deposit wallet; null when it was not given and
 *     must be asked for
 */
record PolymarketWallet(String signer, String funder, @Nullable Integer type) {
    /** Of accounts opened since May 2026. */
    static final int USUAL_TYPE = PolymarketTypedData.DEPOSIT_WALLET;

    private static final Pattern ADDRESS = Pattern.compile("0[xX][0-9a-fA-F]{40}");

    /**
     * The wallet of a credential.
     *
     * @throws CredentialUnusable when a field is not what it should be
     */
    static PolymarketWallet of(Credential credential, String signer) {
        String funder = signer;
        if (PolymarketSigner.has(credential, PolymarketProfile.FUNDER)) {
            String given = HeaderValue.of(credential, PolymarketProfile.FUNDER).strip();
            if (!ADDRESS.matcher(given).matches()) {
                throw new CredentialUnusable(
                        PolymarketProfile.FUNDER, "is no address: 0x and 40 hexadecimal digits");
            }
            funder = Secp256k1.checksummed(given);
        }
        return new PolymarketWallet(signer, funder, type(credential, signer.equals(funder)));
    }

    private static @Nullable Integer type(Credential credential, boolean plain) {
        if (!PolymarketSigner.has(credential, PolymarketProfile.TYPE)) {
            return plain ? 0 : null;
        }
        String given = HeaderValue.of(credential, PolymarketProfile.TYPE).strip();
        if (!given.matches("[0-3]")) {
            throw new CredentialUnusable(PolymarketProfile.TYPE, "is none of 0, 1, 2 and 3");
        }
        return Integer.valueOf(given);
    }

    /** The same wallet with its type. */
    PolymarketWallet of(int known) {
        return new PolymarketWallet(signer, funder, known);
    }

    /** The type, or the usual one where it is not known. */
    int typeOrUsual() {
        return type == null ? USUAL_TYPE : type;
    }

    /** The address that stands as the order's signer: a deposit wallet speaks for itself. */
    private static String speaker(int type, String maker, String signer) {
        return type == PolymarketTypedData.DEPOSIT_WALLET ? maker : signer;
    }

    /** Puts what an order still lacks, in the order of the documentation. */
    void complete(ObjectNode order, Instant now, long nonce) {
        if (!order.hasNonNull("signatureType")) {
            order.put("signatureType", typeOrUsual());
        }
        int kind = order.path("signatureType").asInt();
        put(order, "salt", nonce == 0 ? now.toEpochMilli() : nonce);
        put(order, "maker", funder);
        put(order, "signer", speaker(kind, order.path("maker").asText(), signer));
        put(order, "taker", PolymarketTypedData.ZERO_ADDRESS);
        put(order, "timestamp", Long.toString(now.toEpochMilli()));
        put(order, "expiration", "0");
        put(order, "metadata", PolymarketTypedData.ZERO_WORD);
        put(order, "builder", PolymarketTypedData.ZERO_WORD);
    }

    private static void put(ObjectNode order, String field, String text) {
        if (!order.hasNonNull(field)) {
            order.put(field, text);
        }
    }

    private static void put(ObjectNode order, String field, long number) {
        if (!order.hasNonNull(field)) {
            order.put(field, number);
        }
    }
}
