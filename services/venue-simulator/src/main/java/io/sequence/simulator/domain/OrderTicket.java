package io.sequence.simulator.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an order asks for, in the simulator's words.
 *
 * @param id the order id that the venue would give it
 * @param quantity in the instrument's units, null when {@code quoteQuantity} names what to spend
 * @param price limit price, null for market orders
 */
public record OrderTicket(
        String id,
        @Nullable String clientId,
        Instrument instrument,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        @Nullable BigDecimal price,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal quoteQuantity,
        boolean reduceOnly) {}
