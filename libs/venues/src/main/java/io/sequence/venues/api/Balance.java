package io.sequence.venues.api;

import io.sequence.vocabulary.Asset;
import java.math.BigDecimal;

/**
 * One asset in one wallet.
 *
 * @param wallet the venue's wallet in plain words, e.g. {@code unified}, {@code trading}, {@code
 *     funding}
 * @param trades whether the market that was asked for trades from this wallet
 * @param asset the usual code
 * @param total everything in it, held amounts included
 * @param available what an order could use now, never negative
 */
public record Balance(
        String wallet, boolean trades, Asset asset, BigDecimal total, BigDecimal available) {}
