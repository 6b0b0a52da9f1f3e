package io.sequence.validation.domain;

import io.sequence.events.Reason;
import io.sequence.events.WalletBalance;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a strategy's minimum lies in the wallet that trades. */
final class Funding {
    private Funding() {}

    /** What is missing, and what was found where; empty when the minimum is there. */
    static Optional<Reason> shortage(List<Balance> balances, Money minimum) {
        Asset asset = minimum.asset();
        BigDecimal trading =
                balances.stream()
                        .filter(balance -> balance.trades() && balance.asset().equals(asset))
                        .map(Balance::total)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (new Money(trading, asset).covers(minimum)) {
            return Optional.empty();
        }
        String tradingWallet =
                balances.stream()
                        .filter(Balance::trades)
                        .map(Balance::wallet)
                        .findFirst()
                        .orElse("trading");
        return Optional.of(
                Reason.of(
                        Fault.INSUFFICIENT_FUNDS,
                        "Insufficient funds: %s; %s is needed in the %s wallet."
                                .formatted(
                                        found(balances, asset, tradingWallet),
                                        amount(minimum.amount(), asset),
                                        tradingWallet)));
    }

    /** The balances as events tell them. */
    static List<WalletBalance> wallets(List<Balance> balances) {
        return balances.stream()
                .map(
                        balance ->
                                new WalletBalance(
                                        balance.wallet(),
                                        balance.trades(),
                                        balance.asset(),
                                        balance.total(),
                                        balance.available()))
                .toList();
    }

    private static String found(List<Balance> balances, Asset asset, String tradingWallet) {
        Map<String, BigDecimal> byWallet = new LinkedHashMap<>();
        byWallet.put(tradingWallet, BigDecimal.ZERO);
        balances.stream()
                .filter(balance -> balance.asset().equals(asset))
                .forEach(
                        balance ->
                                byWallet.merge(balance.wallet(), balance.total(), BigDecimal::add));
        return byWallet.entrySet().stream()
                .map(
                        entry ->
                                amount(entry.getValue(), asset)
                                        + " in the "
                                        + entry.getKey()
                                        + " wallet")
                .collect(Collectors.joining(", "));
    }

    private static String amount(BigDecimal amount, Asset asset) {
        BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        return plain.toPlainString() + " " + asset;
    }
}
