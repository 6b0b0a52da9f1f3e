package io.sequence.health.outbound;

import io.sequence.health.domain.OwnWatch;
import io.sequence.health.domain.Watchlist;
import io.sequence.venues.transport.VenueCallListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Hears of every call which venues can be reached, and has others asked when one cannot. */
@Singleton
class CallWitness implements VenueCallListener {
    private final OwnWatch own;
    private final Watchlist watchlist;
    private final InstantSource clock;

    CallWitness(OwnWatch own, Watchlist watchlist, InstantSource clock) {
        this.own = own;
        this.watchlist = watchlist;
        this.clock = clock;
    }

    @Override
    public void called(Call call) {
        Instant now = clock.instant();
        if (call.outcome().equals("answered")) {
            own.answered(call.venue(), now);
        } else if (own.unreachable(call.venue(), now.minus(call.took()), now)
                && watchlist.hurryElsewhere(call.venue(), now) == 0) {
            own.hasNoWitness(call.venue());
        }
    }
}
