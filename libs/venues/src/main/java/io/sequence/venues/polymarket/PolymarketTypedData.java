package io.sequence.venues.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.crypto.Eip712;
import io.sequence.venues.crypto.Encoding;
import io.sequence.venues.crypto.Secp256k1;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.vocabulary.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * What Polymarket signs as typed data: the proof of a wallet, and orders. Sources: "Authentication"
 * and the V2 migration page of the documentation; the deposit wallet's nesting after ERC-7739, as
 * the vendor's client writes it.
 */
final class PolymarketTypedData {
    static final String ZERO_ADDRESS = "0x" + "0".repeat(40);
    static final String ZERO_WORD = "0x" + "0".repeat(64);

    /** A wallet that is a contract and asks its owner's key. */
    static final int DEPOSIT_WALLET = 3;

    private static final String PROOF = "This message attests that I control the given wallet";
    private static final Eip712.Type CLOB_AUTH =
            Eip712.type("ClobAuth(address address,string timestamp,uint256 nonce,string message)");
    private static final Eip712.Type ORDER =
            Eip712.type(
                    "Order(uint256 salt,address maker,address signer,uint256 tokenId,"
                            + "uint256 makerAmount,uint256 takerAmount,uint8 side,"
                            + "uint8 signatureType,uint256 timestamp,bytes32 metadata,"
                            + "bytes32 builder)");
    private static final Eip712.Type NESTED =
            Eip712.type(
                    "TypedDataSign(Order contents,string name,string version,uint256 chainId,"
                            + "address verifyingContract,bytes32 salt)"
                            + ORDER.encoded());

    private PolymarketTypedData() {}

    /** The proof that the wallet is ours, {@code 0x} and 65 bytes. */
    static String proof(
            Secret key, String field, String address, long chain, String seconds, String nonce) {
        byte[] domain = Eip712.domainSeparator("ClobAuthDomain", "1", chain, null);
        return Secp256k1.sign(
                        key,
                        field,
                        Eip712.digest(domain, CLOB_AUTH.of(address, seconds, nonce, PROOF)))
                .hex();
    }

    /** An order's signature; a deposit wallet's carries what its contract needs to check it. */
    static String signature(Secret key, String field, JsonNode order, PolymarketExchange exchange) {
        Eip712.Struct struct = struct(order);
        byte[] domain = exchange.separator();
        if (Json.decimal(order, "signatureType").intValueExact() != DEPOSIT_WALLET) {
            return Secp256k1.sign(key, field, Eip712.digest(domain, struct)).hex();
        }
        Eip712.Struct nested =
                NESTED.of(
                        struct,
                        "DepositWallet",
                        "1",
                        exchange.chain(),
                        Json.text(order, "signer"),
                        ZERO_WORD);
        byte[] type = ORDER.encoded().getBytes(StandardCharsets.UTF_8);
        return Secp256k1.sign(key, field, Eip712.digest(domain, nested)).hex()
                + Encoding.hex(domain)
                + Encoding.hex(struct.hash())
                + Encoding.hex(type)
                + "%04x".formatted(type.length);
    }

    /** The venue's id of an order, known before it is sent. */
    static String orderId(JsonNode order, PolymarketExchange exchange) {
        return "0x" + Encoding.hex(Eip712.digest(exchange.separator(), struct(order)));
    }

    private static Eip712.Struct struct(JsonNode order) {
        return ORDER.of(
                number(order, "salt"),
                Json.text(order, "maker"),
                Json.text(order, "signer"),
                number(order, "tokenId"),
                number(order, "makerAmount"),
                number(order, "takerAmount"),
                side(Json.text(order, "side")),
                number(order, "signatureType"),
                number(order, "timestamp"),
                Json.text(order, "metadata"),
                Json.text(order, "builder"));
    }

    private static BigInteger number(JsonNode order, String field) {
        return Json.decimal(order, field).toBigIntegerExact();
    }

    /** Text beside the signature, a number inside it. */
    private static int side(String side) {
        return switch (side) {
            case "BUY", "0" -> 0;
            case "SELL", "1" -> 1;
            default -> throw new MalformedAnswer("side is neither BUY nor SELL");
        };
    }
}
