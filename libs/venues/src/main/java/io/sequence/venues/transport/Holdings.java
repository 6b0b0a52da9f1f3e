package io.sequence.venues.transport;

import io.sequence.venues.api.Balance;
import java.math.BigDecimal;
import java.util.List;

/** What venues list as held, as the house's balances. */
public final class Holdings {
    private Holdings() {}

    /**
     * Adds what a wallet holds of an asset; nothing when it is empty or when the house has no way
     * to write the code.
     *
     * @param trades whether the market that was asked for trades from this wallet
     * @param code the venue's own
     * @param available below zero counts as none
     */
    public static void add(
            List<Balance> balances,
            String wallet,
            boolean trades,
            String code,
            BigDecimal total,
            BigDecimal available) {
        if (total.signum() == 0 && available.signum() == 0) {
            return;
        }
        BigDecimal free = available.max(BigDecimal.ZERO);
        AssetCodes.asset(code)
                .map(asset -> new Balance(wallet, trades, asset, total, free))
                .ifPresent(balances::add);
    }
}
