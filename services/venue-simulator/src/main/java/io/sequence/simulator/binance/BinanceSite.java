package io.sequence.simulator.binance;

import io.sequence.simulator.domain.KeyType;
import java.util.List;
import java.util.Set;

/**
 * The three venues of the family and what differs between them.
 *
 * <p>USD-M documents HMAC and RSA keys; that it takes Ed25519 keys too is only known from the
 * vendor's own client. Binance US documents HMAC alone.
 */
enum BinanceSite {
    SPOT(
            "binance",
            List.of("spot", "testnet"),
            Set.of(KeyType.HMAC, KeyType.RSA, KeyType.ED25519),
            6_000),
    USDM(
            "binance_usdm",
            List.of("futures", "spot", "testnet", "testnet_spot"),
            Set.of(KeyType.HMAC, KeyType.RSA, KeyType.ED25519),
            2_400),
    US("binance_us", List.of("spot"), Set.of(KeyType.HMAC), 1_200);

    private final String id;
    private final List<String> hosts;
    private final Set<KeyType> keyTypes;
    private final int weightLimit;

    BinanceSite(String id, List<String> hosts, Set<KeyType> keyTypes, int weightLimit) {
        this.id = id;
        this.hosts = hosts;
        this.keyTypes = keyTypes;
        this.weightLimit = weightLimit;
    }

    String id() {
        return id;
    }

    List<String> hosts() {
        return hosts;
    }

    Set<KeyType> keyTypes() {
        return keyTypes;
    }

    /** Request weight that one address may use in a minute. */
    int weightLimit() {
        return weightLimit;
    }

    /** Whether a key made on one host is known on another: live and test do not mix. */
    static boolean sameSide(String oneHost, String otherHost) {
        return oneHost.startsWith("testnet") == otherHost.startsWith("testnet");
    }
}
