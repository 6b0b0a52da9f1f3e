package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a key goes.
 *
 * @param fields of the credential, as the catalogue lists them
 * @param strategy one that nobody needs an invitation for
 */
record Place(String venue, JsonNode fields, JsonNode strategy) {

    /** An account with twice what the strategy needs. */
    JsonNode account(WholeHouse house) throws Exception {
        BigDecimal needed = new BigDecimal(strategy.path("minimum_balance").asText());
        String twice = needed.multiply(BigDecimal.TWO).toPlainString();
        return Trader.venueAccount(house, venue, Map.of("balances", Map.of(asset(), twice)));
    }

    String asset() {
        return strategy.path("base_asset").asText();
    }

    /** An account's credentials as the form of the catalogue asks for them. */
    Map<String, String> form(JsonNode account) {
        Map<String, String> form = new LinkedHashMap<>();
        for (JsonNode field : fields) {
            String name = field.path("name").asText();
            JsonNode value = account.path("credentials").path(name);
            assertThat(value.isTextual() || !field.path("required").asBoolean())
                    .as("%s issues %s", venue, name)
                    .isTrue();
            if (value.isTextual()) {
                form.put(name, value.asText());
            }
        }
        return form;
    }

    /** The field that signs. */
    String secretField() {
        return fields.valueStream()
                .filter(field -> field.path("secret").asBoolean())
                .filter(field -> field.path("required").asBoolean())
                .filter(field -> !field.path("name").asText().equals("passphrase"))
                .findFirst()
                .orElseThrow()
                .path("name")
                .asText();
    }

    @Override
    public String toString() {
        return venue;
    }

    /** Every venue of the catalogue that people can connect themselves. */
    static Stream<Place> all(WholeHouse house) throws Exception {
        var catalogue = new HouseClient(house.http());
        JsonNode venues = catalogue.expect(200, "GET", "/v1/venues", null).body().path("venues");
        Stream.Builder<Place> places = Stream.builder();
        for (JsonNode venue : venues) {
            String id = venue.path("venue").asText();
            catalogue
                    .expect(200, "GET", "/v1/strategies?venue=" + id, null)
                    .body()
                    .path("strategies")
                    .valueStream()
                    .filter(Place::isOpenToAll)
                    .findFirst()
                    .map(strategy -> new Place(id, venue.path("credential_fields"), strategy))
                    .ifPresent(places);
        }
        return places.build();
    }

    private static boolean isOpenToAll(JsonNode strategy) {
        String route = strategy.path("venues").path(0).path("route").asText();
        return route.equals("self_service") && !strategy.path("invite_only").asBoolean();
    }
}
