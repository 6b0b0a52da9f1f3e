package io.sequence.intake.outbound.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.intake.domain.catalogue.Strategy;
import io.sequence.intake.domain.catalogue.StrategyCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CataloguesTest {
    private static final String ONE =
            """
            {"strategies":[{"strategy_id":"sol_grid","name":"SOL grid","description":"One.",
            "market":"spot","instrument":"spot","base_asset":"SOL","minimum_balance":"12.5",
            "max_leverage":"1","invite_only":false,
            "venues":[{"venue":"bybit","route":"self_service"}]}]}
            """;

    @TempDir Path folder;

    private final Catalogues catalogues = new Catalogues();

    @Test
    void readsTheShippedStrategies() {
        StrategyCatalogue shipped = catalogues.strategies(Optional.empty());
        assertThat(shipped.strategies())
                .extracting(strategy -> strategy.strategyId().value())
                .contains("btc_accumulation", "eth_accumulation", "usdt_dca");
        assertThat(shipped.strategies()).anyMatch(Strategy::inviteOnly);
        catalogues.rules(catalogues.venues(), shipped);
    }

    @Test
    void readsTheFileThatIsNamedInstead() throws IOException {
        StrategyCatalogue own = catalogues.strategies(Optional.of(file(ONE)));
        assertThat(own.strategies()).singleElement().satisfies(this::isTheGrid);
    }

    private void isTheGrid(Strategy strategy) {
        assertThat(strategy.name()).isEqualTo("SOL grid");
        assertThat(strategy.minimum()).hasToString("12.5 SOL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"strategy_id\":\"sol_grid\" | \"strategy\":\"sol_grid\" | strategy",
                "\"name\":\"SOL grid\" | \"name\":null | sol_grid has no name",
                "\"minimum_balance\":\"12.5\" | \"minimum_balance\":\"-1\" | negative",
                "\"minimum_balance\":\"12.5\" | \"minimum_balance\":\"much\" | minimum_balance",
                "\"market\":\"spot\" | \"market\":\"margin\" | market",
                "{\"strategies\":[{ | [{ | strategies.json",
                "]}]} | ]} | strategies.json",
            })
    void saysWhatIsWrongWithAFile(String right, String wrong, String told) throws IOException {
        Path file = file(ONE.replace(right, wrong));
        assertThatThrownBy(() -> catalogues.strategies(Optional.of(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file + " cannot be read")
                .hasMessageContaining(told);
    }

    @Test
    void saysWhichFileIsMissing() {
        Path missing = folder.resolve("none.json");
        assertThatThrownBy(() -> catalogues.strategies(Optional.of(missing)))
                .hasMessageContaining(missing.toString());
    }

    @Test
    void refusesSelfServiceOnAVenueThatCannotBeConnected() throws IOException {
        StrategyCatalogue own =
                catalogues.strategies(Optional.of(file(ONE.replace("bybit", "mtgox"))));
        assertThatThrownBy(() -> catalogues.rules(catalogues.venues(), own))
                .hasMessageContaining("sol_grid")
                .hasMessageContaining("mtgox");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("strategies.json"), content);
    }
}
