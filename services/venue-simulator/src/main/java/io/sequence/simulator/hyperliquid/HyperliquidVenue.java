package io.sequence.simulator.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.RequestLimits.Limit;
import io.sequence.simulator.domain.Right;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.ether.Addresses;
import io.sequence.simulator.wire.Dice;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.SimulatedVenue;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hyperliquid: {@code POST /info} for everybody, {@code POST /exchange} for who signs. */
public final class HyperliquidVenue implements SimulatedVenue {

    static final String ID = "hyperliquid";

    private final TradingDesk desk;
    private final Accounts accounts;
    private final HyperliquidKeeper keeper;
    private final HyperliquidInfo info;
    private final HyperliquidExchange exchange;

    public HyperliquidVenue(Accounts accounts, PriceBoard prices) {
        this.accounts = accounts;
        desk = new TradingDesk(HyperliquidMarkets.list(), prices, TradingDesk.FeeFrom.RECEIVED);
        HyperliquidAgents agents = new HyperliquidAgents(accounts);
        keeper = new HyperliquidKeeper(agents);
        info = new HyperliquidInfo(desk, agents, accounts);
        exchange = new HyperliquidExchange(desk, keeper, accounts);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> hosts() {
        return List.of("mainnet", "testnet");
    }

    @Override
    public Set<KeyType> keyTypes() {
        return Set.of(KeyType.HMAC);
    }

    @Override
    public InstrumentList instruments() {
        return desk.instruments();
    }

    /** The address of a wallet that nobody has the key of. */
    @Override
    public String newUid() {
        return "0x" + Dice.hex(40);
    }

    @Override
    public String newUid(String accountId, KeyTerms terms) {
        return Addresses.ofPrivateKey(masterKey(accountId));
    }

    private static String masterKey(String accountId) {
        return Addresses.privateKey("hyperliquid master " + accountId);
    }

    @Override
    public ApiKey newKey(KeyTerms terms, Instant now) {
        return issue(Addresses.privateKey(Dice.hex(64)), terms, now);
    }

    /** Only the account's own wallet can withdraw, so that is the key when withdrawing is asked. */
    @Override
    public ApiKey newKey(VenueAccount account, KeyTerms terms, Instant now) {
        Set<Right> rights = terms.rights();
        boolean master =
                rights != null
                        && (rights.contains(Right.WITHDRAW) || rights.contains(Right.TRANSFER));
        return master ? issue(masterKey(account.id()), terms, now) : newKey(terms, now);
    }

    private static ApiKey issue(String privateKey, KeyTerms terms, Instant now) {
        return terms.issue(Addresses.ofPrivateKey(privateKey), privateKey, null, null, now);
    }

    @Override
    public Map<String, String> credentials(ApiKey key) {
        return Map.of("api_secret", key.secret());
    }

    /** The account's address, the agent's key, and the sub-account or vault to act for. */
    @Override
    public Map<String, String> credentials(VenueAccount account, ApiKey key) {
        String master = HyperliquidAgents.master(account);
        return account.parentUid() == null
                ? Map.of("api_key", master, "api_secret", key.secret())
                : Map.of(
                        "api_key", master, "api_secret", key.secret(), "passphrase", account.uid());
    }

    @Override
    public String assetOf(String name) {
        return HyperliquidMarkets.plain(name);
    }

    /** The signer of an action; for reads a key of the account that is asked for. */
    @Override
    public @Nullable String keyIn(VenueCall call) {
        if (call.path().equals("/exchange")) {
            return keeper.signerOf(call);
        }
        JsonNode body = Json.read(call.text());
        String user = body == null ? null : Addresses.read(body.path("user").asText(""));
        VenueAccount account = user == null ? null : accounts.byUid(ID, user);
        if (account == null) {
            return user;
        }
        synchronized (account) {
            return account.keys().stream().map(ApiKey::apiKey).findFirst().orElse(user);
        }
    }

    @Override
    public boolean isStatus(VenueCall call) {
        JsonNode body = call.path().equals("/info") ? Json.read(call.text()) : null;
        return body != null && body.path("type").asText("").equals("exchangeStatus");
    }

    @Override
    public VenueReply answer(VenueCall call) {
        try {
            return switch (call.method() + ' ' + call.path()) {
                case "POST /info" -> info.answer(call);
                case "POST /exchange" -> exchange.answer(call);
                default -> HyperliquidReplies.notFound();
            };
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    /** Source: Hyperliquid API, "Rate limits and user limits": 1200 a minute and address. */
    @Override
    public List<Limit> limits(VenueCall call) {
        return List.of(Limit.of("ip " + call.clientIp(), 1_200, 60_000, weight(call)));
    }

    private static long weight(VenueCall call) {
        if (call.path().equals("/exchange")) {
            return 1;
        }
        JsonNode body = Json.read(call.text());
        return switch (body == null ? "" : body.path("type").asText("")) {
            case "l2Book",
                    "allMids",
                    "clearinghouseState",
                    "orderStatus",
                    "spotClearinghouseState",
                    "exchangeStatus" ->
                    2;
            case "userRole" -> 60;
            default -> 20;
        };
    }

    /** A key that is not known shows in its actions and in its role; other reads need no key. */
    @Override
    public VenueReply fault(FaultKind kind, VenueCall call) {
        if (kind != FaultKind.AUTH_ERROR) {
            return HyperliquidReplies.fault(kind);
        }
        if (call.path().equals("/exchange")) {
            return HyperliquidReplies.no(
                            "User or API Wallet " + keeper.signerOf(call) + " does not exist.")
                    .reply();
        }
        JsonNode body = Json.read(call.text());
        return switch (body == null ? "" : body.path("type").asText("")) {
            case "userRole" -> HyperliquidReplies.info(Json.object("role", "missing"));
            case "extraAgents" -> HyperliquidReplies.info(List.of());
            default -> answer(call);
        };
    }
}
