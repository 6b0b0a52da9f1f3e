package io.sequence.venues.bitmart;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** One key at BitMart, as far as the venue's stage still lets it be used. */
final class BitMartClient implements VenueClient {
    /** What a {@code client_order_id} may be made of. */
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9]{1,32}");

    private final VenueCall call;
    private final Supplier<BitMartStage> stage;
    private final BitMartKey key;
    private final BitMartBoard board;
    private final BitMartOrders spotOrders;
    private final BitMartOrders futuresOrders;

    BitMartClient(VenueCall call, Supplier<String> fingerprint, Supplier<BitMartStage> stage) {
        this.call = call;
        this.stage = stage;
        this.key = new BitMartKey(call, fingerprint);
        this.board = new BitMartBoard(call);
        this.spotOrders = new BitMartSpotOrders(call, board);
        this.futuresOrders = new BitMartFuturesOrders(call);
    }

    /** Asks unless the venue is past the last stage in which that may be asked. */
    private <T> VenueAnswer<T> until(BitMartStage last, Supplier<VenueAnswer<T>> ask) {
        BitMartStage now = stage.get();
        return now.compareTo(last) > 0 ? now.refusal() : ask.get();
    }

    private <T> VenueAnswer<T> read(Supplier<VenueAnswer<T>> ask) {
        return until(BitMartStage.READ_ONLY, ask);
    }

    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        return read(key::inspect);
    }

    @Override
    public VenueAnswer<Pulse> ping() {
        return read(() -> call.pulse(BitMartKey.proof(), orders -> null));
    }

    @Override
    public VenueAnswer<List<Balance>> balances(Market market) {
        return read(
                () ->
                        switch (market) {
                            case SPOT -> spotWallet(true);
                            case DERIVATIVES ->
                                    call.read(
                                                    futures("/contract/private/assets-detail", ""),
                                                    BitMartAccount::futures)
                                            .map(this::withSpotWallet);
                        });
    }

    private VenueAnswer<List<Balance>> spotWallet(boolean trades) {
        return call.read(
                WireRequest.get(BitMartProfile.CLOUD, "/spot/v1/wallet", ""),
                data -> BitMartAccount.spot(data, trades));
    }

    /** What lies in the wallet that does not trade is good to know and no reason to fail. */
    private List<Balance> withSpotWallet(List<Balance> futures) {
        var all = new ArrayList<>(futures);
        if (spotWallet(false) instanceof Yes<List<Balance>> spot) {
            all.addAll(spot.value());
        }
        return all;
    }

    @Override
    public VenueAnswer<List<Position>> positions() {
        return read(
                () ->
                        call.read(
                                futures("/contract/private/position-v2", ""),
                                BitMartAccount::positions));
    }

    @Override
    public VenueAnswer<FeeTier> feeTier(Market market) {
        return read(
                () ->
                        switch (market) {
                            case SPOT ->
                                    call.read(
                                            WireRequest.get(
                                                    BitMartProfile.CLOUD, "/spot/v1/user_fee", ""),
                                            BitMartAccount::spotFees);
                            case DERIVATIVES ->
                                    call.read(
                                            futures(
                                                    "/contract/private/trade-fee-rate",
                                                    "symbol=BTCUSDT"),
                                            BitMartAccount::futuresFees);
                        });
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        if (!CLIENT_ID.matcher(order.clientOrderId()).matches()) {
            return new No<>(
                    Fault.BAD_REQUEST,
                    "",
                    "our check: a client order id must match " + CLIENT_ID,
                    null);
        }
        return until(
                reduces(order) ? BitMartStage.CLOSE_ONLY : BitMartStage.ACTIVE,
                () -> orders(order.market()).place(order));
    }

    private static boolean reduces(OrderRequest order) {
        return switch (order.market()) {
            case SPOT -> order.side() == Side.SELL;
            case DERIVATIVES -> order.reduceOnly();
        };
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        return until(BitMartStage.CLOSE_ONLY, () -> orders(order.market()).cancel(order));
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        return read(() -> orders(order.market()).order(order));
    }

    @Override
    public VenueAnswer<List<OrderState>> openOrders(Market market, String symbol) {
        return read(() -> orders(market).open(symbol));
    }

    @Override
    public VenueAnswer<List<Fill>> recentFills(Market market, String symbol) {
        return read(() -> orders(market).fills(symbol));
    }

    @Override
    public VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return read(() -> board.ticker(market, symbol));
    }

    @Override
    public VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return read(() -> board.instrument(market, symbol));
    }

    private BitMartOrders orders(Market market) {
        return switch (market) {
            case SPOT -> spotOrders;
            case DERIVATIVES -> futuresOrders;
        };
    }

    private static WireRequest futures(String path, String query) {
        return WireRequest.get(BitMartProfile.FUTURES, path, query);
    }
}
