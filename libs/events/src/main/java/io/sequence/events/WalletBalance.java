package io.sequence.events;

import io.sequence.vocabulary.Asset;
import java.math.BigDecimal;

/**
 * One asset in one wallet of a venue account.
 *
 * @param wallet the venue's wallet in plain words
 * @param trades whether the connection's market trades from it
 * @param asset the usual code
 * @param total held amounts included
 * @param available what an order could use
 */
public record WalletBalance(
        String wallet, boolean trades, Asset asset, BigDecimal total, BigDecimal available) {}
