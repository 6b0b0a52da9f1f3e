package io.sequence.venues.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.Secp256k1;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.Query;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Secret;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Calls of one credential. L2 keys are used as they were given; where none were, they are derived
 * from the wallet's key, remembered for minutes, and derived once more when the venue refuses them.
 */
final class PolymarketCalls {
    private final Credential credential;
    private final Signer signer;
    private final VenueTransport transport;
    private final PolymarketMemory memory;
    private final VenueCall wallet;

    PolymarketCalls(
            Credential credential,
            Signer signer,
            VenueTransport transport,
            PolymarketMemory memory) {
        this.credential = credential;
        this.signer = signer;
        this.transport = transport;
        this.memory = memory;
        this.wallet = call(credential);
    }

    private VenueCall call(Credential with) {
        return new VenueCall(
                PolymarketProfile.PROFILE, signer, new PolymarketAnswer(), with, transport);
    }

    /** The venue's clock. */
    Instant now() {
        return transport.venueTime(PolymarketProfile.VENUE, PolymarketProfile.CLOB);
    }

    /**
     * The wallet that signs.
     *
     * @throws CredentialUnusable when the private key is missing or none
     */
    PolymarketWallet wallet() {
        if (!PolymarketSigner.has(credential, PolymarketProfile.SIGNER_KEY)) {
            throw new CredentialUnusable(
                    PolymarketProfile.SIGNER_KEY, PolymarketProfile.SIGNER_MISSING);
        }
        return PolymarketWallet.of(
                credential,
                Secp256k1.checksummedAddress(
                        credential.field(PolymarketProfile.SIGNER_KEY),
                        PolymarketProfile.SIGNER_KEY));
    }

    /** Asks one of the venue's hosts without signing. */
    <T> VenueAnswer<T> open(String host, String path, Query query, Function<JsonNode, T> turn) {
        return wallet.readPublic(WireRequest.get(host, path, query.toString()), turn);
    }

    /** Asks about the account. */
    <T> VenueAnswer<T> read(String path, Query query, Function<JsonNode, T> turn) {
        return keyed(call -> call.read(get(path, query), turn));
    }

    /** Asks about orders. */
    <T> VenueAnswer<T> readOrder(String path, Query query, Function<JsonNode, T> turn) {
        return keyed(call -> call.readOrder(get(path, query), turn));
    }

    /** Proves the key, and measures it. */
    VenueAnswer<Pulse> pulse(String path) {
        return keyed(call -> call.pulse(get(path, new Query()), answer -> null));
    }

    /** Places or cancels; a refused key proves that nothing happened. */
    <T> VenueAnswer<T> order(
            String method, String path, JsonNode body, Function<JsonNode, T> turn) {
        var request =
                new WireRequest(
                        PolymarketProfile.CLOB, method, path, "", Map.of(), Json.write(body));
        return keyed(call -> call.order(request, turn));
    }

    private static WireRequest get(String path, Query query) {
        return WireRequest.get(PolymarketProfile.CLOB, path, query.toString());
    }

    private <T> VenueAnswer<T> keyed(Function<VenueCall, VenueAnswer<T>> ask) {
        try {
            String address = wallet().signer();
            if (hasOwnKeys()) {
                return ask.apply(wallet);
            }
            VenueAnswer<T> answer = derived(address).then(ask::apply);
            if (answer instanceof No<T> no && no.fault() == Fault.AMBIGUOUS_AUTH) {
                memory.dropKeys(address);
                return derived(address).then(ask::apply);
            }
            return answer;
        } catch (CredentialUnusable unusable) {
            return new No<>(unusable.fault(), "", "our check: " + unusable.getMessage(), null);
        }
    }

    private boolean hasOwnKeys() {
        return PolymarketSigner.has(credential, PolymarketProfile.L2_KEY)
                && PolymarketSigner.has(credential, PolymarketProfile.L2_SECRET)
                && PolymarketSigner.has(credential, PolymarketProfile.L2_PASSPHRASE);
    }

    private VenueAnswer<VenueCall> derived(String address) {
        return memory.keys(address, now())
                .<VenueAnswer<Map<String, Secret>>>map(Yes::new)
                .orElseGet(() -> remembered(address))
                .map(this::with);
    }

    private VenueCall with(Map<String, Secret> keys) {
        var fields = new HashMap<>(credential.fields());
        fields.putAll(keys);
        return call(new Credential(credential.venue(), credential.host(), fields));
    }

    private VenueAnswer<Map<String, Secret>> remembered(String address) {
        return derive().map(
                        keys -> {
                            memory.keepKeys(address, keys, now());
                            return keys;
                        });
    }

    /** A wallet that never had keys is given its first. */
    private VenueAnswer<Map<String, Secret>> derive() {
        VenueAnswer<Map<String, Secret>> existing =
                wallet.read(get("/auth/derive-api-key", new Query()), PolymarketCalls::keys);
        boolean none =
                existing instanceof No<Map<String, Secret>> no
                        && (no.venueCode().equals("http:400") || no.venueCode().equals("http:404"));
        return certain(
                none
                        ? wallet.read(
                                WireRequest.post(PolymarketProfile.CLOB, "/auth/api-key", ""),
                                PolymarketCalls::keys)
                        : existing);
    }

    /** What is still refused after the clock was mended is not the clock's fault. */
    private static <T> VenueAnswer<T> certain(VenueAnswer<T> answer) {
        return answer instanceof No<T> no && no.fault() == Fault.TIMESTAMP_SKEW
                ? new No<>(
                        Fault.INVALID_SIGNATURE, no.venueCode(), no.venueWords(), no.retryAfter())
                : answer;
    }

    private static Map<String, Secret> keys(JsonNode answer) {
        return Map.of(
                PolymarketProfile.L2_KEY,
                Secret.of(Json.text(answer, "apiKey")),
                PolymarketProfile.L2_SECRET,
                Secret.of(Json.text(answer, "secret")),
                PolymarketProfile.L2_PASSPHRASE,
                Secret.of(Json.text(answer, "passphrase")));
    }
}
