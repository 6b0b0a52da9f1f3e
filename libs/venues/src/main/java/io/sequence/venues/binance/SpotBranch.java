package io.sequence.venues.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Binance Spot. The test environment has no {@code /sapi}, so there a key is judged by what it can
 * do. Source: binance-spot-api-docs; wallet, "Get API Key Permission".
 */
final class SpotBranch implements Branch {
    static final String RESTRICTIONS = "/sapi/v1/account/apiRestrictions";
    static final String ACCOUNT = "/api/v3/account";
    static final String OTHER_COMPANY = "a key of Binance.US is connected as Binance.US";

    private final VenueCall call;
    private final VenueCall elsewhere;
    private final boolean live;
    private final BinanceDesk desk;

    /**
     * One key.
     *
     * @param call on the host that it belongs to
     * @param elsewhere on the host of the other environment
     * @param live whether the host trades real money
     */
    SpotBranch(VenueCall call, VenueCall elsewhere, boolean live) {
        this.call = call;
        this.elsewhere = elsewhere;
        this.live = live;
        this.desk = new BinanceDesk(call, Market.SPOT, "/api/v3", "/myTrades");
    }

    @Override
    public Market market() {
        return Market.SPOT;
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
        VenueAnswer<BinanceKey> key = restrictions(call);
        return key instanceof Yes<BinanceKey> known
                ? accountUid(call).map(known.value()::factsOf)
                : doubt(key);
    }

    private VenueAnswer<KeyFacts> doubt(VenueAnswer<?> refusal) {
        return BinanceDoubt.ofReading(
                refusal,
                desk::dryRun,
                () -> live ? ask(elsewhere, ACCOUNT) : restrictions(elsewhere),
                OTHER_COMPANY);
    }

    private VenueAnswer<KeyFacts> inspectTest() {
        VenueAnswer<String> uid = ask(call, ACCOUNT, SpotBranch::uid);
        return uid instanceof Yes<String> told
                ? BinanceDoubt.tradeGrant(desk.dryRun())
                        .map(grant -> testFacts(told.value(), Right.TRADE_SPOT, grant))
                : doubt(uid);
    }

    /** Nothing can be withdrawn or moved in a test environment. */
    static KeyFacts testFacts(String uid, Right trade, Grant grant) {
        var rights =
                new Rights(
                        Map.of(
                                Right.READ,
                                Grant.GRANTED,
                                trade,
                                grant,
                                Right.WITHDRAW,
                                Grant.DENIED,
                                Right.TRANSFER,
                                Grant.DENIED));
        return new KeyFacts(
                rights,
                uid,
                null,
                null,
                List.of(),
                new KeyExpiry.NotReported(),
                null,
                null,
                List.of("Binance's test environment does not tell a key's IP restriction."));
    }

    /** What the key may do; weight 1 in a pool of its own. */
    static VenueAnswer<BinanceKey> restrictions(VenueCall call) {
        return ask(call, RESTRICTIONS, BinanceKey::of);
    }

    /** The account's id: a key that may do less than read it is of no use. */
    static VenueAnswer<String> accountUid(VenueCall call) {
        VenueAnswer<String> uid = ask(call, ACCOUNT, SpotBranch::uid);
        return uid instanceof No<String> no && no.fault() == Fault.AMBIGUOUS_AUTH
                ? BinanceDoubt.because(
                        no, Fault.READ_MISSING, "the key is known but may not read the account")
                : uid;
    }

    private static String uid(JsonNode account) {
        return Json.text(account, "uid");
    }

    private static VenueAnswer<JsonNode> ask(VenueCall call, String path) {
        return ask(call, path, Function.identity());
    }

    private static <T> VenueAnswer<T> ask(VenueCall call, String path, Function<JsonNode, T> turn) {
        return call.read(BinanceWeights.asked(WireRequest.get(call.host(), path, "")), turn);
    }

    @Override
    public VenueAnswer<Pulse> ping() {
        return call.pulse(
                BinanceWeights.asked(
                        WireRequest.get(call.host(), live ? RESTRICTIONS : ACCOUNT, "")),
                answer -> null);
    }

    @Override
    public VenueAnswer<?> account() {
        return ask(call, ACCOUNT);
    }

    @Override
    public VenueAnswer<?> reading() {
        return ask(call, live ? RESTRICTIONS : ACCOUNT);
    }

    @Override
    public VenueAnswer<List<Balance>> balances() {
        return ask(call, ACCOUNT, account -> BinanceAccount.spot(account, true));
    }

    /** Spot has none. */
    @Override
    public VenueAnswer<List<Position>> positions() {
        return new Yes<>(List.of());
    }

    @Override
    public VenueAnswer<FeeTier> feeTier() {
        return call.read(
                BinanceWeights.asked(
                        WireRequest.get(
                                call.host(), "/api/v3/account/commission", "symbol=BTCUSDT")),
                BinanceAccount::spotFees);
    }
}
