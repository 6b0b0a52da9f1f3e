package io.sequence.venues.polymarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sequence.venues.polymarket.PolymarketSymbol.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which people name what they trade. */
class PolymarketSymbolTest {
    @ParameterizedTest
    @CsvSource({
        "71321045679252212594626385532706912750332728571942532289631379312455583992563, TOKEN,"
            + " 71321045679252212594626385532706912750332728571942532289631379312455583992563, ''",
        "btc-updown-5m-1776537600, MARKET, btc-updown-5m-1776537600, ''",
        "btc-100k:yes, MARKET, btc-100k, yes",
        "btc-100k:NO, MARKET, btc-100k, no",
        "btc-updown-5m-1776537600:Down, MARKET, btc-updown-5m-1776537600, down",
        "https://polymarket.com/event/fed-decision, EVENT, fed-decision, ''",
        "https://polymarket.com/event/fed-decision?tid=1763683200000, EVENT, fed-decision, ''",
        "https://polymarket.com/de/event/fed-decision/no-change:no, MARKET, no-change, no",
        "https://polymarket.com/event/fed-decision/no-change?tid=1#x, MARKET, no-change, ''",
        "www.polymarket.com/market/no-change/, MARKET, no-change, ''",
        "0xc8f1cf5d4f26e0fd9c8fe89f2a7b3263b902cf14fde7bfccef525753bb492e47:no, CONDITION,"
                + " 0xc8f1cf5d4f26e0fd9c8fe89f2a7b3263b902cf14fde7bfccef525753bb492e47, no"
    })
    void readsASymbol(String text, Kind kind, String name, String outcome) {
        assertThat(PolymarketSymbol.of(" " + text))
                .isEqualTo(new PolymarketSymbol(kind, name, outcome));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "btc/usd", "https://example.com/event/x", "a b", "../x"})
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PolymarketSymbol.of(text));
    }
}
