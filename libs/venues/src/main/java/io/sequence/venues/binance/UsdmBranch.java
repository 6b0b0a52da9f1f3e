package io.sequence.venues.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Binance USDⓈ-M Futures. What a key may do and whose it is, the spot host tells; in the test
 * environment it is judged by what it can do. Source: USDⓈ-M account and trade pages; wallet, "Get
 * API Key Permission".
 */
final class UsdmBranch implements Branch {
    private static final String CONFIG = "/fapi/v1/accountConfig";
    private static final String BALANCE = "/fapi/v3/balance";
    private static final String LIMITS = "/fapi/v1/rateLimit/order";
    private static final String HEDGE =
            "The futures account is in Hedge Mode, where orders that do not only reduce open a"
                    + " position of their own side; switch it to One-way Mode.";

    private final VenueCall futures;
    private final VenueCall spot;
    private final VenueCall elsewhere;
    private final boolean live;
    private final BinanceDesk desk;

    /**
     * One key.
     *
     * @param futures on the host that it trades on
     * @param spot on the spot host of the same environment
     * @param elsewhere on the futures host of the other environment
     * @param live whether the host trades real money
     */
    UsdmBranch(VenueCall futures, VenueCall spot, VenueCall elsewhere, boolean live) {
        this.futures = futures;
        this.spot = spot;
        this.elsewhere = elsewhere;
        this.live = live;
        this.desk = new BinanceDesk(futures, Market.DERIVATIVES, "/fapi/v1", "/userTrades");
    }

    @Override
    public Market market() {
        return Market.DERIVATIVES;
    }

    @Override
    public BinanceDesk desk() {
        return desk;
    }

    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        return live ? inspectLive() : inspectTest();
    }

    private VenueAnswer<KeyFacts> inspectLive() {
        VenueAnswer<BinanceKey> answer = SpotBranch.restrictions(spot);
        if (!(answer instanceof Yes<BinanceKey>(BinanceKey key))) {
            return doubt(answer);
        }
        return SpotBranch.accountUid(spot)
                .then(
                        uid ->
                                key.grants().get(Right.TRADE_DERIVATIVES) == Grant.GRANTED
                                        ? withFutures(key, uid)
                                        : new Yes<>(key.factsOf(uid)));
    }

    /** Whether the futures host takes a key that allows futures, and how the account is set. */
    private VenueAnswer<KeyFacts> withFutures(BinanceKey key, String uid) {
        VenueAnswer<Boolean> hedged =
                ask(futures, CONFIG, config -> config.path("dualSidePosition").asBoolean());
        return BinanceDoubt.isOpen(hedged)
                ? new Yes<>(key.withoutFutures(uid))
                : hedged.map(mode -> mode ? key.factsOf(uid, HEDGE) : key.factsOf(uid));
    }

    private VenueAnswer<KeyFacts> doubt(VenueAnswer<?> refusal) {
        return BinanceDoubt.ofReading(
                refusal,
                desk::dryRun,
                () -> ask(elsewhere, BALANCE, Function.identity()),
                SpotBranch.OTHER_COMPANY);
    }

    private VenueAnswer<KeyFacts> inspectTest() {
        VenueAnswer<JsonNode> balances = ask(futures, BALANCE, Function.identity());
        if (!(balances instanceof Yes<JsonNode>(JsonNode rows))) {
            return doubt(balances);
        }
        return testUid(rows)
                .then(
                        uid ->
                                BinanceDoubt.tradeGrant(desk.dryRun())
                                        .map(
                                                grant ->
                                                        SpotBranch.testFacts(
                                                                uid,
                                                                Right.TRADE_DERIVATIVES,
                                                                grant)));
    }

    /** The spot host's id where it knows the key, else the futures account's alias. */
    private VenueAnswer<String> testUid(JsonNode balances) {
        VenueAnswer<String> uid = SpotBranch.accountUid(spot);
        String alias = Json.textOr(balances.path(0), "accountAlias", "");
        return uid instanceof No<String> && !alias.isEmpty() ? new Yes<>(alias) : uid;
    }

    private static <T> VenueAnswer<T> ask(VenueCall call, String path, Function<JsonNode, T> turn) {
        return call.read(BinanceWeights.asked(WireRequest.get(call.host(), path, "")), turn);
    }

    /** The spot host has room for many more pings than the futures host. */
    @Override
    public VenueAnswer<Pulse> ping() {
        return live
                ? spot.pulse(
                        WireRequest.get(spot.host(), SpotBranch.RESTRICTIONS, ""), answer -> null)
                : futures.pulse(WireRequest.get(futures.host(), LIMITS, ""), answer -> null);
    }

    @Override
    public VenueAnswer<?> account() {
        return ask(futures, BALANCE, Function.identity());
    }

    @Override
    public VenueAnswer<?> reading() {
        return live ? SpotBranch.restrictions(spot) : ask(futures, BALANCE, Function.identity());
    }

    /** What lies in the wallet that does not trade is good to know and no reason to fail. */
    @Override
    public VenueAnswer<List<Balance>> balances() {
        return ask(futures, BALANCE, BinanceAccount::futures).map(this::withSpot);
    }

    private List<Balance> withSpot(List<Balance> trading) {
        var all = new ArrayList<>(trading);
        if (ask(spot, SpotBranch.ACCOUNT, account -> BinanceAccount.spot(account, false))
                instanceof Yes<List<Balance>> others) {
            all.addAll(others.value());
        }
        return all;
    }

    @Override
    public VenueAnswer<List<Position>> positions() {
        return ask(futures, "/fapi/v3/positionRisk", BinanceAccount::positions);
    }

    @Override
    public VenueAnswer<FeeTier> feeTier() {
        return futures.read(
                        BinanceWeights.asked(
                                WireRequest.get(
                                        futures.host(),
                                        "/fapi/v1/commissionRate",
                                        "symbol=BTCUSDT")),
                        BinanceAccount::futuresFees)
                .map(this::withTierName);
    }

    private FeeTier withTierName(FeeTier fees) {
        return ask(futures, CONFIG, UsdmBranch::tierName) instanceof Yes<String> tier
                ? new FeeTier(tier.value(), fees.maker(), fees.taker())
                : fees;
    }

    private static String tierName(JsonNode config) {
        if (!config.path("feeTier").canConvertToInt()) {
            throw new MalformedAnswer("feeTier is missing");
        }
        return "VIP " + config.path("feeTier").intValue();
    }
}
