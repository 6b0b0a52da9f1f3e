package io.sequence.venues.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.vocabulary.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The standard's example and the typed data that two venues sign. */
class Eip712Test {
    private static final String NOBODY = "0x0000000000000000000000000000000000000000";
    private static final Secret HYPERLIQUID_TEST_KEY =
            Secret.of("0x0123456789012345678901234567890123456789012345678901234567890123");
    private static final Secret HARDHAT_TEST_KEY =
            Secret.of("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");

    @Test
    void hashesTheStandardsMail() {
        Eip712.Type person = Eip712.type("Person(string name,address wallet)");
        Eip712.Type mail =
                Eip712.type(
                        "Mail(Person from,Person to,string contents)"
                                + "Person(string name,address wallet)");
        Eip712.Struct letter =
                mail.of(
                        person.of("Cow", "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"),
                        person.of("Bob", "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"),
                        "Hello, Bob!");
        byte[] domain =
                Eip712.domainSeparator(
                        "Ether Mail", "1", 1, "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC");

        assertThat(Encoding.hex(domain))
                .isEqualTo("f2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f");
        assertThat(Encoding.hex(letter.hash()))
                .isEqualTo("c52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e");
        assertThat(Encoding.hex(Eip712.digest(domain, letter)))
                .isEqualTo("be609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    }

    @Test
    void signsAnActionOfHyperliquid() {
        // hyperliquid-python-sdk, tests/signing_test.py: test_l1_action_signing_order_matches
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("a", 1);
        order.put("b", true);
        order.put("p", "100");
        order.put("s", "100");
        order.put("r", false);
        order.put("t", Map.of("limit", Map.of("tif", "Gtc")));
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", "order");
        action.put("orders", List.of(order));
        action.put("grouping", "na");
        byte[] connection = Keccak.hash256(MsgPack.pack(action), new byte[8], new byte[1]);
        Eip712.Type agent = Eip712.type("Agent(string source,bytes32 connectionId)");
        byte[] domain = Eip712.domainSeparator("Exchange", "1", 1337, NOBODY);

        assertThat(
                        Secp256k1.sign(
                                        HYPERLIQUID_TEST_KEY,
                                        "k",
                                        Eip712.digest(domain, agent.of("a", connection)))
                                .hex())
                .isEqualTo(
                        "0xd65369825a9df5d80099e513cce430311d7d26ddf477f5b3a33d2806b100d78e"
                                + "2b54116ff64054968aa237c20ca9ff68000f977c93289157748a3162b6ea940e"
                                + "1c");
        assertThat(
                        Secp256k1.sign(
                                        HYPERLIQUID_TEST_KEY,
                                        "k",
                                        Eip712.digest(domain, agent.of("b", connection)))
                                .hex())
                .isEqualTo(
                        "0x82b2ba28e76b3d761093aaded1b1cdad4960b3af30212b343fb2e6cdfa4e3d54"
                                + "6b53878fc99d26047f4d7e8c90eb98955a109f44209163f52d8dc4278cbbd9f5"
                                + "1b");
    }

    @Test
    void signsAWalletProofOfPolymarket() {
        // polymarket clob-client, tests: buildClobEip712Signature
        Eip712.Type proof =
                Eip712.type(
                        "ClobAuth(address address,string timestamp,uint256 nonce,string message)");
        byte[] digest =
                Eip712.digest(
                        Eip712.domainSeparator("ClobAuthDomain", "1", 80002, null),
                        proof.of(
                                "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
                                "10000000",
                                23,
                                "This message attests that I control the given wallet"));

        assertThat(Secp256k1.sign(HARDHAT_TEST_KEY, "k", digest).hex())
                .isEqualTo(
                        "0xf62319a987514da40e57e2f4d7529f7bac38f0355bd88bb5adbb3768d80de6c1"
                                + "682518e0af677d5260366425f4361e7b70c25ae232aff0ab2331e2b164a1aedc"
                                + "1b");
    }

    @Test
    void signsANestedOrderOfADepositWallet() {
        // polymarket clob-client V2, tests: order of signature type 3
        String orderType =
                "Order(uint256 salt,address maker,address signer,uint256 tokenId,"
                        + "uint256 makerAmount,uint256 takerAmount,uint8 side,uint8 signatureType,"
                        + "uint256 timestamp,bytes32 metadata,bytes32 builder)";
        String wallet = "0x1111111111111111111111111111111111111111";
        byte[] domain =
                Eip712.domainSeparator(
                        "Polymarket CTF Exchange",
                        "2",
                        80002,
                        "0xE111180000d2663C0091e4f400237545B87B996B");
        Eip712.Struct order =
                Eip712.type(orderType)
                        .of(
                                479249096354L,
                                wallet,
                                wallet,
                                "1234",
                                new BigInteger("100000000"),
                                50000000,
                                0,
                                3,
                                1710000000000L,
                                new byte[32],
                                new byte[32]);
        Eip712.Struct nested =
                Eip712.type(
                                "TypedDataSign(Order contents,string name,string version,"
                                        + "uint256 chainId,address verifyingContract,bytes32 salt)"
                                        + orderType)
                        .of(order, "DepositWallet", "1", 80002, wallet, new byte[32]);

        assertThat(orderType).hasSize(186);
        assertThat(Encoding.hex(domain))
                .isEqualTo("a440cbd865bc0c6243d7a8df9a8bf48a8827b0a4abbb61c30e96d305423af148");
        assertThat(Encoding.hex(order.hash()))
                .isEqualTo("d23d42d3ad94e65d78258cecaf8dcbaddac0f73dc085040f2c12bb595dd83804");
        assertThat(Secp256k1.sign(HARDHAT_TEST_KEY, "k", Eip712.digest(domain, nested)).hex())
                .isEqualTo(
                        "0xa3a093c83b6c20c83355c16ce94c92e6e9fcbdeb840618cc74f6c57a42ad145b"
                                + "2b98db73d2c73cbf1f2b6af288566ae81960ddbc3a13921027358a8bff3be6ff"
                                + "1c");
    }

    @Test
    void writesArraysAndNegativeNumbersAsWords() {
        byte[] minusOne = Eip712.type("N(int8 n)").of(-1).hash();
        byte[] typeHash = Keccak.hash256("N(int8 n)".getBytes(StandardCharsets.UTF_8));
        byte[] ones = new byte[32];
        java.util.Arrays.fill(ones, (byte) 0xff);
        assertThat(minusOne).isEqualTo(Keccak.hash256(typeHash, ones));

        byte[] one = new byte[32];
        one[31] = 1;
        assertThat(Eip712.type("L(uint256[] l)").of(List.of(1, "1")).hash())
                .isEqualTo(
                        Keccak.hash256(
                                Keccak.hash256("L(uint256[] l)".getBytes(StandardCharsets.UTF_8)),
                                Keccak.hash256(one, one)));
    }

    @Test
    void refusesValuesThatDoNotFitTheirType() {
        Eip712.Type small = Eip712.type("S(uint8 n)");
        assertThatThrownBy(() -> small.of(256)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> small.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> small.of(1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Eip712.type("A(address a)").of("0x11"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
