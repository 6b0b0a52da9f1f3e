package io.sequence.simulator;

import io.sequence.simulator.binance.BinanceVenue;
import io.sequence.simulator.bitget.BitgetVenue;
import io.sequence.simulator.bitmart.BitMartVenue;
import io.sequence.simulator.bybit.BybitVenue;
import io.sequence.simulator.coinbase.CoinbaseVenue;
import io.sequence.simulator.cryptocom.CryptocomVenue;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.Faults;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.RequestLimits;
import io.sequence.simulator.hyperliquid.HyperliquidVenue;
import io.sequence.simulator.kalshi.KalshiVenue;
import io.sequence.simulator.kraken.KrakenVenue;
import io.sequence.simulator.kucoin.KucoinVenue;
import io.sequence.simulator.okx.OkxVenue;
import io.sequence.simulator.polymarket.PolymarketVenue;
import io.sequence.simulator.wire.SimulatedVenue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one list of simulated venues, with the faults and prices of each. */
public final class SimulatedVenues {

    private record Stall(
            SimulatedVenue venue, Faults faults, PriceBoard prices, RequestLimits limits) {}

    private final Map<String, Stall> stalls = new LinkedHashMap<>();

    /** Opens every venue over the same accounts, with price walks that {@code seed} decides. */
    public SimulatedVenues(Accounts accounts, long seed) {
        for (Opening opening :
                List.<Opening>of(
                        BybitVenue::new,
                        OkxVenue::new,
                        KucoinVenue::new,
                        KrakenVenue::new,
                        BinanceVenue::spot,
                        BinanceVenue::usdm,
                        BinanceVenue::us,
                        KalshiVenue::new,
                        BitgetVenue::new,
                        BitMartVenue::new,
                        CoinbaseVenue::new,
                        CryptocomVenue::new,
                        HyperliquidVenue::new,
                        PolymarketVenue::new)) {
            PriceBoard prices = new PriceBoard(seed);
            SimulatedVenue venue = opening.open(accounts, prices);
            stalls.put(venue.id(), new Stall(venue, new Faults(), prices, new RequestLimits()));
        }
    }

    private interface Opening {
        SimulatedVenue open(Accounts accounts, PriceBoard prices);
    }

    public List<SimulatedVenue> all() {
        return stalls.values().stream().map(Stall::venue).toList();
    }

    /** The venue of that name, null when it is not simulated. */
    public @Nullable SimulatedVenue find(String id) {
        Stall stall = stalls.get(id);
        return stall == null ? null : stall.venue;
    }

    /** The faults of a venue that {@link #find} knows. */
    public Faults faults(String id) {
        return stall(id).faults;
    }

    /** What callers of a venue that {@link #find} knows have asked. */
    public RequestLimits limits(String id) {
        return stall(id).limits;
    }

    /** The prices of a venue that {@link #find} knows. */
    public PriceBoard prices(String id) {
        return stall(id).prices;
    }

    private Stall stall(String id) {
        return Objects.requireNonNull(stalls.get(id), "unknown venue");
    }
}
