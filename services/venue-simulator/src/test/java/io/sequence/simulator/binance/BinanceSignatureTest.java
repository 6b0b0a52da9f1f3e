package io.sequence.simulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.wire.Ed25519Pair;
import io.sequence.simulator.wire.RsaPair;
import io.sequence.simulator.wire.VenueCall;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of Binance Spot (rest-api.md), USD-M Futures (general info) and Binance US
 * (rest-api.md).
 */
class BinanceSignatureTest {

    private static final String SPOT_SECRET =
            "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    private static final String USDM_SECRET =
            "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";
    private static final String LIMIT =
            "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559";
    private static final String LIMIT_SIGNED =
            "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71";

    @Test
    void acceptsTheWorkedOrderInQueryOrBodyAndInEitherCase() {
        assertThat(fits(SPOT_SECRET, LIMIT, "", LIMIT_SIGNED)).isTrue();
        assertThat(fits(SPOT_SECRET, "", LIMIT, LIMIT_SIGNED)).isTrue();
        assertThat(fits(SPOT_SECRET, LIMIT, "", LIMIT_SIGNED.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(fits(SPOT_SECRET, LIMIT + "0", "", LIMIT_SIGNED)).isFalse();
    }

    @Test
    void leavesTheSignatureOutWhereverItStands() {
        String signed = LIMIT + "&signature=" + LIMIT_SIGNED;
        assertThat(fits(SPOT_SECRET, signed, "", LIMIT_SIGNED)).isTrue();
        assertThat(fits(SPOT_SECRET, "", signed, LIMIT_SIGNED)).isTrue();
    }

    @Test
    void acceptsTheWorkedSymbolBeyondAscii() {
        assertThat(
                        fits(
                                SPOT_SECRET,
                                "symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559",
                                "",
                                "e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3"))
                .isTrue();
    }

    @Test
    void joinsQueryAndBodyByNothing() {
        assertThat(
                        fits(
                                SPOT_SECRET,
                                "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC",
                                "quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559",
                                "0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77"))
                .isTrue();
        assertThat(
                        fits(
                                USDM_SECRET,
                                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC",
                                "quantity=1&price=9000&recvWindow=5000&timestamp=1591702613943",
                                "30baaf0fab549bbeda7f5ef201898b34122da25fd23c646cac2c529aebe670a4"))
                .isTrue();
    }

    @Test
    void acceptsTheWorkedFuturesOrder() {
        assertThat(
                        fits(
                                USDM_SECRET,
                                "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000&timestamp=1591702613943",
                                "",
                                "3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9"))
                .isTrue();
    }

    @Test
    void acceptsAnRsaSignature() throws Exception {
        RsaPair pair = RsaPair.generate();
        ApiKey key = key(KeyType.RSA, pair.privatePem(), pair.publicBase64());
        String signature = sign("RSA", "SHA256withRSA", pair.privatePem(), LIMIT);
        assertThat(BinanceSignature.fits(call(LIMIT, ""), key, signature)).isTrue();
        assertThat(BinanceSignature.fits(call(LIMIT, "&a=1"), key, signature)).isFalse();
        assertThat(BinanceSignature.fits(call(LIMIT, ""), key, "%%%")).isFalse();
    }

    @Test
    void acceptsAnEd25519Signature() throws Exception {
        Ed25519Pair pair = Ed25519Pair.generate();
        ApiKey key = key(KeyType.ED25519, pair.privatePem(), pair.publicBase64());
        String signature = sign("Ed25519", "Ed25519", pair.privatePem(), LIMIT);
        assertThat(BinanceSignature.fits(call("", LIMIT), key, signature)).isTrue();
        assertThat(BinanceSignature.fits(call("", LIMIT + "0"), key, signature)).isFalse();
    }

    private static String sign(String family, String algorithm, String pem, String text)
            throws Exception {
        byte[] encoded = Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(
                KeyFactory.getInstance(family).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        signer.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signer.sign());
    }

    private static boolean fits(String secret, String query, String body, String signature) {
        return BinanceSignature.fits(call(query, body), key(KeyType.HMAC, secret, null), signature);
    }

    private static ApiKey key(KeyType type, String secret, String publicKey) {
        return new KeyTerms(null, type, null, null, null, false, null, null, null, null)
                .issue("k", secret, null, publicKey, Instant.EPOCH);
    }

    private static VenueCall call(String query, String body) {
        return new VenueCall(
                "POST",
                "/api/v3/order",
                query,
                Map.of("content-type", "application/x-www-form-urlencoded"),
                body.getBytes(StandardCharsets.UTF_8),
                "127.0.0.1",
                "spot",
                Instant.ofEpochMilli(1_499_827_319_559L));
    }
}
