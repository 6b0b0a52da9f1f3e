package io.sequence.intake.domain.asset;

import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One asset in one wallet of a connection.
 *
 * @param connectionId whose wallet
 * @param label the user's name for the connection
 * @param venue where the account is
 * @param wallet the venue's wallet in plain words
 * @param trades whether the connection's market trades from it
 * @param total held amounts included; negative where the account owes
 * @param free what an order could use
 * @param asOf when the venue said so; null when that was not noted
 */
public record Holding(
        ConnectionId connectionId,
        String label,
        VenueId venue,
        String wallet,
        boolean trades,
        BigDecimal total,
        BigDecimal free,
        @Nullable Instant asOf) {}
