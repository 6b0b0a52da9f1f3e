package io.sequence.venues.binance;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueClient;
import io.sequence.vocabulary.Market;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** One key at one of the three venues, each of which trades one market. */
final class BinanceClient implements VenueClient {
    private final Branch branch;

    BinanceClient(Branch branch) {
        this.branch = branch;
    }

    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        return branch.inspectKey();
    }

    @Override
    public VenueAnswer<Pulse> ping() {
        return branch.ping();
    }

    /** An inspection's refusal has been looked into already, and says so. */
    @Override
    public VenueAnswer<Pulse> diagnose(VenueAnswer.No<?> refusal) {
        return BinanceDoubt.isOpen(refusal) && !BinanceDoubt.isLookedInto(refusal)
                ? BinanceDoubt.ofPing(
                        refusal, branch::reading, branch::account, () -> branch.desk().dryRun())
                : refusal.as();
    }

    @Override
    public VenueAnswer<List<Balance>> balances(Market market) {
        return on(market, branch::balances);
    }

    @Override
    public VenueAnswer<List<Position>> positions() {
        return branch.positions();
    }

    @Override
    public VenueAnswer<FeeTier> feeTier(Market market) {
        return on(market, branch::feeTier);
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        return trade(order.market(), desk -> desk.place(order));
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        return trade(order.market(), desk -> desk.cancel(order));
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        return on(order.market(), () -> branch.desk().order(order));
    }

    @Override
    public VenueAnswer<List<OrderState>> openOrders(Market market, String symbol) {
        return on(market, () -> branch.desk().openOrders(symbol));
    }

    @Override
    public VenueAnswer<List<Fill>> recentFills(Market market, String symbol) {
        return on(market, () -> branch.desk().recentFills(symbol));
    }

    @Override
    public VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return on(market, () -> branch.desk().ticker(symbol));
    }

    @Override
    public VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return on(market, () -> branch.desk().instrument(symbol));
    }

    private <T> VenueAnswer<T> trade(Market market, Function<BinanceDesk, VenueAnswer<T>> ask) {
        return on(market, () -> BinanceDoubt.ofTrading(ask.apply(branch.desk()), branch::reading));
    }

    private <T> VenueAnswer<T> on(Market market, Supplier<VenueAnswer<T>> ask) {
        return market == branch.market()
                ? ask.get()
                : refused("keys of this venue trade " + branch.market().wireName() + " only");
    }

    /** A refusal of ours, before anything was sent. */
    static <T> No<T> refused(String why) {
        return new No<>(Fault.BAD_REQUEST, "", "our check: " + why, null);
    }
}
