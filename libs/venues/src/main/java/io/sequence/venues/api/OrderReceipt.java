package io.sequence.venues.api;

import org.jspecify.annotations.Nullable;

/**
 * The venue's word that it has taken an order or a cancellation.
 *
 * @param venueOrderId the venue's id of the order, where it tells
 * @param clientOrderId ours, where it tells
 */
public record OrderReceipt(@Nullable String venueOrderId, @Nullable String clientOrderId) {}
