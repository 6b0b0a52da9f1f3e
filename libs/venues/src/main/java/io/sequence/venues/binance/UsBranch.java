package io.sequence.venues.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Binance.US, another company with an older API: it tells nothing about a key, so a key is judged
 * by what it can do, and the rest is unknown. Source: binance-us-api-docs; docs.binance.us.
 */
final class UsBranch implements Branch {
    private static final String ACCOUNT = "/api/v3/account";
    private static final String STATUS = "/sapi/v3/accountStatus";
    private static final String TRADING_STATUS = "/sapi/v3/apiTradingStatus";

    private final VenueCall call;
    private final Supplier<String> accountUid;
    private final BinanceDesk desk;

    /**
     * One key.
     *
     * @param accountUid what stands for the account, which the venue does not name
     */
    UsBranch(VenueCall call, Supplier<String> accountUid) {
        this.call = call;
        this.accountUid = accountUid;
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

    /** The account proves that the key may read, a dry run whether it may trade. */
    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        VenueAnswer<JsonNode> account = ask(ACCOUNT, Function.identity());
        if (account instanceof Yes) {
            return BinanceDoubt.tradeGrant(desk.dryRun()).map(this::facts);
        }
        return BinanceDoubt.ofReading(
                account,
                desk::dryRun,
                // The venue has no test environment.
                () -> account,
                "a key of Binance.com is connected as Binance");
    }

    private KeyFacts facts(Grant trade) {
        return new KeyFacts(
                new Rights(
                        Map.of(
                                Right.READ, Grant.GRANTED,
                                Right.TRADE_SPOT, trade,
                                Right.TRADE_DERIVATIVES, Grant.DENIED)),
                accountUid.get(),
                null,
                null,
                List.of(),
                new KeyExpiry.NotReported(),
                null,
                null,
                warnings());
    }

    private List<String> warnings() {
        var warnings = new ArrayList<String>();
        if (ask(TRADING_STATUS, UsBranch::lock) instanceof Yes<String> lock
                && !lock.value().isEmpty()) {
            warnings.add(lock.value());
        }
        warnings.add(
                "Binance.US does not tell whether the key has an IP restriction; restrict it to"
                        + " our addresses.");
        return warnings;
    }

    private static String lock(JsonNode answer) {
        JsonNode status = answer.path("status");
        if (!status.path("isLocked").asBoolean()) {
            return "";
        }
        Instant until = Json.millisOrNull(status, "plannedRecoverTime");
        return "Binance.US has locked the account's trading over the API"
                + (until == null ? "." : " until " + until + ".");
    }

    @Override
    public VenueAnswer<Pulse> ping() {
        return call.pulse(WireRequest.get(call.host(), STATUS, ""), answer -> null);
    }

    @Override
    public VenueAnswer<?> account() {
        return ask(STATUS, Function.identity());
    }

    @Override
    public VenueAnswer<?> reading() {
        return ask(ACCOUNT, Function.identity());
    }

    @Override
    public VenueAnswer<List<Balance>> balances() {
        return ask(ACCOUNT, account -> BinanceAccount.spot(account, true));
    }

    /** Derivatives are not offered. */
    @Override
    public VenueAnswer<List<Position>> positions() {
        return new Yes<>(List.of());
    }

    @Override
    public VenueAnswer<FeeTier> feeTier() {
        return call.read(
                WireRequest.get(call.host(), "/sapi/v1/asset/query/trading-fee", "symbol=BTCUSDT"),
                BinanceAccount::usFees);
    }

    private <T> VenueAnswer<T> ask(String path, Function<JsonNode, T> turn) {
        return call.read(BinanceWeights.askedOfUs(WireRequest.get(call.host(), path, "")), turn);
    }
}
