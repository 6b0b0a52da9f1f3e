package io.sequence.venues.bitmart;

import io.sequence.venues.api.Fill;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.VenueAnswer;
import java.util.List;

/** Orders on one of BitMart's two hosts; they agree on little. */
interface BitMartOrders {
    VenueAnswer<OrderReceipt> place(OrderRequest order);

    VenueAnswer<OrderReceipt> cancel(OrderRef order);

    VenueAnswer<OrderState> order(OrderRef order);

    VenueAnswer<List<OrderState>> open(String symbol);

    VenueAnswer<List<Fill>> fills(String symbol);
}
