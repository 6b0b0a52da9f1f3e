package io.sequence.venues.binance;

import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.vocabulary.Market;
import java.util.List;

/** What each of the three venues asks in its own way; orders and prices are {@link BinanceDesk}. */
interface Branch {
    /** The one market that its keys trade here. */
    Market market();

    /** Orders and prices. */
    BinanceDesk desk();

    /** What the key may do and whose it is. */
    VenueAnswer<KeyFacts> inspectKey();

    /** The cheapest signed call. */
    VenueAnswer<Pulse> ping();

    /** A cheap signed read, to tell a key that may not trade from one that may do nothing. */
    VenueAnswer<?> reading();

    /** Another signed read, of the account on the host that trades. */
    VenueAnswer<?> account();

    /** The wallet that trades, and those that count. */
    VenueAnswer<List<Balance>> balances();

    /** Open positions. */
    VenueAnswer<List<Position>> positions();

    /** The rates that the account pays. */
    VenueAnswer<FeeTier> feeTier();
}
