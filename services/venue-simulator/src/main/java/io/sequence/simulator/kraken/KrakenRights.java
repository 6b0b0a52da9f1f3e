package io.sequence.simulator.kraken;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.Right;
import java.util.ArrayList;
import java.util.List;

/**
 * Kraken's words for what a key may do. There is none for transfers: a key that may query funds may
 * transfer.
 */
final class KrakenRights {

    private KrakenRights() {}

    static List<String> words(ApiKey key) {
        List<String> words = new ArrayList<>();
        if (key.may(Right.READ)) {
            words.addAll(
                    List.of(
                            "query-funds",
                            "query-open-trades",
                            "query-closed-trades",
                            "query-ledger"));
        }
        if (key.mayTrade(MarketKind.SPOT)) {
            words.addAll(List.of("modify-trades", "close-trades"));
        }
        if (key.may(Right.WITHDRAW)) {
            words.add("withdraw-funds");
        }
        return words;
    }
}
