package io.sequence.validation.domain;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueClient;
import io.sequence.vocabulary.Market;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A key whose venue answers what the test says, host by host; notes what was asked. */
final class StubKey {
    final List<String> asked = new ArrayList<>();
    private final Map<String, VenueAnswer<KeyFacts>> facts = new HashMap<>();
    private VenueAnswer<List<Balance>> balances = new VenueAnswer.Yes<>(List.of());

    StubKey on(String host, VenueAnswer<KeyFacts> answer) {
        facts.put(host, answer);
        return this;
    }

    StubKey holding(VenueAnswer<List<Balance>> answer) {
        balances = answer;
        return this;
    }

    static <T> VenueAnswer<T> no(Fault fault) {
        return new VenueAnswer.No<>(fault, "42", "the venue's words", null);
    }

    VenueClient client(String host) {
        return new VenueClient() {
            @Override
            public VenueAnswer<KeyFacts> inspectKey() {
                asked.add(host + " key");
                return facts.getOrDefault(host, no(Fault.INVALID_KEY));
            }

            @Override
            public VenueAnswer<List<Balance>> balances(Market market) {
                asked.add(host + " balances " + market.wireName());
                return balances;
            }

            @Override
            public VenueAnswer<Pulse> ping() {
                throw new AssertionError("an examination does not ping");
            }

            @Override
            public VenueAnswer<List<Position>> positions() {
                throw new AssertionError("an examination needs no positions");
            }

            @Override
            public VenueAnswer<FeeTier> feeTier(Market market) {
                throw new AssertionError("an examination needs no fees");
            }

            @Override
            public VenueAnswer<OrderReceipt> place(OrderRequest order) {
                throw new AssertionError("an examination never trades");
            }

            @Override
            public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
                throw new AssertionError("an examination never trades");
            }

            @Override
            public VenueAnswer<OrderState> order(OrderRef order) {
                throw new AssertionError("an examination never trades");
            }

            @Override
            public VenueAnswer<List<OrderState>> openOrders(Market market, String symbol) {
                throw new AssertionError("an examination never trades");
            }
        };
    }
}
