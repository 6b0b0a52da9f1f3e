package io.sequence.simulator.domain;

import io.sequence.simulator.domain.OrderRefused.Reason;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The rules that every order must keep whatever the money says. */
final class OrderRules {

    private OrderRules() {}

    static void price(@Nullable BigDecimal price, Instrument instrument) {
        if (price == null || price.signum() <= 0) {
            throw new OrderRefused(Reason.PRICE_MISSING);
        }
        if (price.remainder(instrument.priceStep()).signum() != 0) {
            throw new OrderRefused(Reason.PRICE_OFF_GRID);
        }
    }

    static void quantity(BigDecimal quantity, BigDecimal price, Instrument instrument) {
        if (quantity.signum() <= 0 || quantity.compareTo(instrument.minimumQuantity()) < 0) {
            throw new OrderRefused(Reason.QUANTITY_TOO_SMALL);
        }
        if (quantity.remainder(instrument.quantityStep()).signum() != 0) {
            throw new OrderRefused(Reason.QUANTITY_OFF_GRID);
        }
        if (instrument.valueInQuote(quantity, price).compareTo(instrument.minimumValue()) < 0) {
            throw new OrderRefused(Reason.VALUE_TOO_SMALL);
        }
    }

    static void clientId(VenueAccount account, @Nullable String clientId) {
        if (clientId != null && account.order(o -> clientId.equals(o.clientId())).isPresent()) {
            throw new OrderRefused(Reason.DUPLICATE_CLIENT_ID);
        }
    }
}
