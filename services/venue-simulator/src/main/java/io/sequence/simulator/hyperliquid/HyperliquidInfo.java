package io.sequence.simulator.hyperliquid;

import static io.sequence.simulator.hyperliquid.HyperliquidReplies.info;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.Order;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.ether.Addresses;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /info}: what anybody may read of anybody. An address that nothing lies at reads as an
 * empty account. Source: "Info endpoint".
 */
final class HyperliquidInfo {

    private static final int MOST_ROWS = 2_000;

    private final TradingDesk desk;
    private final HyperliquidAgents agents;
    private final Accounts accounts;
    private final HyperliquidMarketData data;
    private final HyperliquidState state;
    private final HyperliquidOrderRows rows;

    HyperliquidInfo(TradingDesk desk, HyperliquidAgents agents, Accounts accounts) {
        this.desk = desk;
        this.agents = agents;
        this.accounts = accounts;
        this.data = new HyperliquidMarketData(desk);
        this.state = new HyperliquidState(desk);
        this.rows = new HyperliquidOrderRows(desk.instruments());
    }

    /**
     * Answers a read.
     *
     * @throws io.sequence.simulator.wire.Refusal when the body cannot be read
     */
    VenueReply answer(VenueCall call) {
        JsonNode body = Json.read(call.text());
        if (body == null || !body.isObject()) {
            throw HyperliquidReplies.unreadable();
        }
        return switch (HyperliquidActions.text(body, "type")) {
            case "meta" -> info(data.meta());
            case "spotMeta" -> info(data.spotMeta());
            case "metaAndAssetCtxs" -> info(data.withContexts(false, call.now()));
            case "spotMetaAndAssetCtxs" -> info(data.withContexts(true, call.now()));
            case "allMids" -> info(data.mids(call.now()));
            case "l2Book" -> book(body, call);
            case "perpDexs" ->
                    new VenueReply(200, java.util.Map.of(), "application/json", "[null]");
            case "exchangeStatus" ->
                    info(Json.object("time", call.now().toEpochMilli(), "specialStatuses", null));
            default -> ofUser(body, call);
        };
    }

    private VenueReply book(JsonNode body, VenueCall call) {
        Object book = data.book(HyperliquidActions.text(body, "coin"), call.now());
        return book == null
                ? new VenueReply(200, java.util.Map.of(), "application/json", "null")
                : info(book);
    }

    private VenueReply ofUser(JsonNode body, VenueCall call) {
        String type = HyperliquidActions.text(body, "type");
        String named = type.equals("vaultDetails") ? "vaultAddress" : "user";
        String address = Addresses.read(HyperliquidActions.text(body, named));
        if (address == null) {
            throw HyperliquidReplies.unreadable();
        }
        VenueAccount found = agents.at(address, call.host());
        VenueAccount account =
                found == null
                        ? new VenueAccount(
                                "", HyperliquidVenue.ID, address, null, call.host(), call.now())
                        : found;
        synchronized (account) {
            account.count(address, "POST /info " + type, call.now());
            if (found != null && desk.settle(account, call.now())) {
                accounts.changed(account);
            }
            return ofUser(type, body, address, account, call);
        }
    }

    private VenueReply ofUser(
            String type, JsonNode body, String address, VenueAccount account, VenueCall call) {
        return switch (type) {
            case "clearinghouseState" -> info(state.perpetual(account, call.now()));
            case "spotClearinghouseState" -> info(HyperliquidState.spot(account));
            case "userFees" -> info(HyperliquidState.fees());
            case "userRateLimit" -> info(HyperliquidState.rateLimit(account));
            case "userAbstraction" -> info("disabled");
            case "legalCheck" ->
                    info(
                            Json.object(
                                    "ipAllowed", true, "acceptedTerms", true, "userAllowed", true));
            case "userRole" -> info(role(address, call));
            case "extraAgents" -> info(extraAgents(address, call));
            case "subAccounts" -> subAccounts(address, call);
            case "vaultDetails" -> vaultDetails(account);
            case "openOrders" -> info(account.openOrders().stream().map(rows::brief).toList());
            case "frontendOpenOrders" ->
                    info(account.openOrders().stream().map(rows::full).toList());
            case "historicalOrders" -> info(historical(account));
            case "orderStatus" -> info(status(account, body));
            case "userFills" -> info(fills(account, 0, Long.MAX_VALUE));
            case "userFillsByTime" ->
                    info(
                            fills(
                                    account,
                                    body.path("startTime").asLong(0),
                                    body.path("endTime").asLong(Long.MAX_VALUE)));
            default -> throw HyperliquidReplies.unreadable();
        };
    }

    private Object role(String address, VenueCall call) {
        VenueAccount acting = agents.of(address, call.host());
        VenueAccount account = agents.at(address, call.host());
        if (account != null && account.parentUid() != null) {
            return HyperliquidAgents.vault(account)
                    ? Json.object("role", "vault")
                    : Json.object(
                            "role",
                            "subAccount",
                            "data",
                            Json.object("master", account.parentUid()));
        }
        boolean master = !agents.below(address, call.host()).isEmpty();
        if (account != null || master) {
            return Json.object("role", "user");
        }
        return acting != null && HyperliquidAgents.approved(acting, address, call.now())
                ? Json.object(
                        "role",
                        "agent",
                        "data",
                        Json.object("user", HyperliquidAgents.master(acting)))
                : Json.object("role", "missing");
    }

    private List<?> extraAgents(String address, VenueCall call) {
        return agents.below(address, call.host()).stream()
                .flatMap(account -> agentsOf(account))
                .filter(key -> HyperliquidAgents.approved(key, call.now()))
                .filter(key -> !key.apiKey().equals(address))
                .map(
                        key ->
                                Json.object(
                                        "name",
                                        key.name().substring(0, Math.min(16, key.name().length())),
                                        "address",
                                        key.apiKey(),
                                        "validUntil",
                                        HyperliquidAgents.end(key).toEpochMilli()))
                .toList();
    }

    private static Stream<ApiKey> agentsOf(VenueAccount account) {
        synchronized (account) {
            return account.keys().stream();
        }
    }

    private VenueReply subAccounts(String master, VenueCall call) {
        List<?> all =
                agents.below(master, call.host()).stream()
                        .filter(account -> account.parentUid() != null)
                        .filter(account -> !HyperliquidAgents.vault(account))
                        .map(
                                account ->
                                        Json.object(
                                                "name",
                                                "sub",
                                                "subAccountUser",
                                                account.uid(),
                                                "master",
                                                master))
                        .toList();
        return all.isEmpty()
                ? new VenueReply(200, java.util.Map.of(), "application/json", "null")
                : info(all);
    }

    private static VenueReply vaultDetails(VenueAccount account) {
        return HyperliquidAgents.vault(account)
                ? info(
                        Json.object(
                                "name",
                                "vault",
                                "vaultAddress",
                                account.uid(),
                                "leader",
                                account.parentUid(),
                                "isClosed",
                                false))
                : new VenueReply(200, java.util.Map.of(), "application/json", "null");
    }

    private List<?> historical(VenueAccount account) {
        return Stream.concat(
                        account.openOrders().reversed().stream(),
                        account.finishedOrders().reversed().stream())
                .limit(MOST_ROWS)
                .map(rows::withStatus)
                .toList();
    }

    private Object status(VenueAccount account, JsonNode body) {
        JsonNode oid = body.path("oid");
        if (!oid.isIntegralNumber() && !oid.isTextual()) {
            throw HyperliquidReplies.unreadable();
        }
        String id = oid.asText().toLowerCase(Locale.ROOT);
        Optional<Order> order =
                oid.isTextual() ? account.order(o -> id.equals(o.clientId())) : account.order(id);
        return order.<Object>map(o -> Json.object("status", "order", "order", rows.withStatus(o)))
                .orElseGet(() -> Json.object("status", "unknownOid"));
    }

    private List<?> fills(VenueAccount account, long from, long to) {
        return account.fills().reversed().stream()
                .filter(fill -> fill.at().toEpochMilli() >= from)
                .filter(fill -> fill.at().toEpochMilli() <= to)
                .limit(MOST_ROWS)
                .map(fill -> rows.fill(fill, order(account, fill.orderId())))
                .toList();
    }

    private static @Nullable Order order(VenueAccount account, String id) {
        return account.order(id).orElse(null);
    }
}
