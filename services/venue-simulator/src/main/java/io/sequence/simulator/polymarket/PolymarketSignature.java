package io.sequence.simulator.polymarket;

import io.sequence.simulator.domain.Side;
import io.sequence.simulator.ether.Typed;
import io.sequence.simulator.ether.WalletSignature;
import io.sequence.simulator.wire.Macs;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The three signatures of the venue: a wallet's for L2 credentials, the keyed hash of a request and
 * a wallet's under an order. Source: "Authentication", SDK tests.
 */
final class PolymarketSignature {

    static final long POLYGON = 137;
    static final String EXCHANGE = "0xe111180000d2663c0091e4f400237545b87b996b";
    static final String NEG_RISK_EXCHANGE = "0xe2222d279d744050d28e00520010520000310f59";

    private static final String ATTEST = "This message attests that I control the given wallet";
    private static final String AUTH =
            "ClobAuth(address address,string timestamp,uint256 nonce,string message)";
    private static final String ORDER =
            "Order(uint256 salt,address maker,address signer,uint256 tokenId,uint256 makerAmount,"
                    + "uint256 takerAmount,uint8 side,uint8 signatureType,uint256 timestamp,"
                    + "bytes32 metadata,bytes32 builder)";
    private static final String NESTED =
            "TypedDataSign(Order contents,string name,string version,uint256 chainId,"
                    + "address verifyingContract,bytes32 salt)"
                    + ORDER;

    private PolymarketSignature() {}

    /** Whether a wallet signed that it is itself. */
    static boolean attests(
            String wallet, String timestamp, BigInteger nonce, long chain, String signature) {
        byte[] claim =
                Typed.struct(
                        AUTH,
                        Typed.address(wallet),
                        Typed.text(timestamp),
                        Typed.word(nonce),
                        Typed.text(ATTEST));
        byte[] domain = Typed.domain("ClobAuthDomain", "1", chain, null);
        return wallet.equals(signer(signature, Typed.digest(domain, claim)));
    }

    /** The keyed hash of a request: path without query, body as it was sent. */
    static String keyed(String secret, String timestamp, String method, String path, byte[] body) {
        byte[] head = (timestamp + method + path).getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return Base64.getUrlEncoder()
                .encodeToString(Macs.mac("HmacSHA256", Base64.getUrlDecoder().decode(secret), all));
    }

    /** The separator of an exchange's domain. */
    static byte[] exchange(String contract, long chain) {
        return Typed.domain("Polymarket CTF Exchange", "2", chain, contract);
    }

    static byte[] struct(PolymarketOrder order) {
        return Typed.struct(
                ORDER,
                Typed.word(order.salt()),
                Typed.address(order.maker()),
                Typed.address(order.signer()),
                Typed.word(new BigInteger(order.tokenId())),
                Typed.word(order.makerAmount()),
                Typed.word(order.takerAmount()),
                Typed.word(order.side() == Side.BUY ? 0 : 1),
                Typed.word(order.signatureType()),
                Typed.word(order.timestamp()),
                PolymarketOrder.word(order.metadata()),
                PolymarketOrder.word(order.builder()));
    }

    /** The order's id: its hash under the exchange's domain. */
    static String id(PolymarketOrder order, byte[] exchange) {
        return "0x" + Macs.hex(Typed.digest(exchange, struct(order)));
    }

    /** Whether {@code wallet} signed the order for that exchange. */
    static boolean signed(PolymarketOrder order, String wallet, byte[] exchange, long chain) {
        byte[] contents = struct(order);
        if (order.signatureType() != PolymarketWallets.DEPOSIT) {
            return wallet.equals(signer(order.signature(), Typed.digest(exchange, contents)));
        }
        String sent = order.signature().toLowerCase(Locale.ROOT);
        String tail =
                Macs.hex(exchange)
                        + Macs.hex(contents)
                        + Macs.hex(ORDER.getBytes(StandardCharsets.US_ASCII))
                        + HexFormat.of().toHexDigits((short) ORDER.length());
        byte[] nested =
                Typed.struct(
                        NESTED,
                        contents,
                        Typed.text("DepositWallet"),
                        Typed.text("1"),
                        Typed.word(chain),
                        Typed.address(order.maker()),
                        Typed.word(0));
        return sent.length() == 132 + tail.length()
                && sent.endsWith(tail)
                && wallet.equals(signer(sent.substring(0, 132), Typed.digest(exchange, nested)));
    }

    private static @Nullable String signer(String signature, byte[] digest) {
        WalletSignature read = WalletSignature.of(signature);
        return read == null ? null : read.signer(digest);
    }
}
