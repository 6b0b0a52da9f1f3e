package io.sequence.intake.domain.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.intake.domain.asset.AssetTotal.Found;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetTotalTest {
    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void addsUpExactlyOverWalletsAndConnections() {
        List<AssetTotal> totals =
                AssetTotal.of(
                        List.of(
                                found("live", "USDT", "0.1", "0.1"),
                                found("live", "BTC", "0.000000000000000001", "0"),
                                found("live", "USDT", "0.2", "0.15"),
                                found("live", "BTC", "123456789012345678", "1")));
        assertThat(totals).extracting(total -> total.asset().code()).containsExactly("BTC", "USDT");
        assertThat(totals.getFirst().total())
                .isEqualTo(new BigDecimal("123456789012345678.000000000000000001"));
        assertThat(totals.getLast().total()).isEqualTo(new BigDecimal("0.3"));
        assertThat(totals.getLast().free()).isEqualTo(new BigDecimal("0.25"));
        assertThat(totals.getLast().holdings()).hasSize(2);
    }

    @Test
    void subtractsWhatIsOwed() {
        assertThat(
                        AssetTotal.of(
                                        List.of(
                                                found("live", "BTC", "1.5", "1"),
                                                found("live", "BTC", "-0.5", "0")))
                                .getFirst()
                                .total())
                .isEqualTo(new BigDecimal("1.0"));
    }

    @Test
    void neverAddsSandboxMoneyToLiveMoney() {
        List<AssetTotal> totals =
                AssetTotal.of(
                        List.of(
                                found("sandbox", "BTC", "100", "100"),
                                found("live", "BTC", "1", "1")));
        assertThat(totals).extracting(AssetTotal::mode).containsExactly("live", "sandbox");
        assertThat(totals.getFirst().total()).isEqualTo(new BigDecimal("1"));
    }

    private static Found found(String mode, String asset, String total, String free) {
        return new Found(
                mode,
                new Asset(asset),
                new Holding(
                        ConnectionId.next(),
                        "Main",
                        new VenueId("bybit"),
                        "unified",
                        true,
                        new BigDecimal(total),
                        new BigDecimal(free),
                        AT));
    }
}
