package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class CatalogueTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    @Test
    void showsEveryVenueToEverybody() {
        Response venues = given().get("/v1/venues");
        assertThat(venues.statusCode()).isEqualTo(200);
        assertThat(venues.<List<String>>path("venues.venue"))
                .contains("bybit", "okx", "kucoin", "kraken", "binance", "binance_us")
                .doesNotHaveDuplicates();
        for (String venue : List.of("bybit", "okx", "kucoin", "kraken")) {
            Response one = given().get("/v1/venues/" + venue);
            assertThat(one.<String>path("route")).isEqualTo("self_service");
            assertThat(one.<List<String>>path("credential_fields.name"))
                    .contains("api_key", "api_secret");
            assertThat(
                            one.<Boolean>path(
                                    "credential_fields.find { it.name == 'api_secret' }.secret"))
                    .isTrue();
            assertThat(one.<List<String>>path("credential_fields.help")).doesNotContainNull();
            assertThat(one.<List<String>>path("credential_fields.pattern")).doesNotContainNull();
            assertThat(one.<List<String>>path("setup_guide.steps")).isNotEmpty();
            assertThat(one.<List<String>>path("setup_guide.tick")).isNotEmpty();
            assertThat(one.<List<String>>path("setup_guide.leave_off")).isNotEmpty();
            assertThat(one.<List<String>>path("egress_ips")).isNotEmpty();
            assertThat(one.<List<String>>path("markets")).contains("spot");
        }
        assertThat(given().get("/v1/venues/okx").<List<String>>path("credential_fields.name"))
                .contains("passphrase");
    }

    @ParameterizedTest
    @CsvSource({"binance, Binance International", "binance_us, Binance US"})
    void sendsBinanceToSupport(String venue, String name) {
        Response one = given().get("/v1/venues/" + venue);
        assertThat(one.<String>path("name")).isEqualTo(name);
        assertThat(one.<String>path("route")).isEqualTo("contact_support");
        assertThat(one.<String>path("note")).containsIgnoringCase("contact support");
        assertThat(one.<List<?>>path("credential_fields")).as("for the API").isNotEmpty();
    }

    @Test
    void notesSupportBesideKraken() {
        assertThat(given().get("/v1/venues/kraken").<String>path("note"))
                .containsIgnoringCase("contact support");
        Response strategies = given().get("/v1/strategies?venue=kraken");
        assertThat(strategies.<List<String>>path("strategies.strategy_id")).contains("usdt_dca");
        assertThat(strategies.<String>path("strategies[0].venues[0].route"))
                .isEqualTo("self_service");
        assertThat(strategies.<String>path("strategies[0].venues[0].words"))
                .containsIgnoringCase("contact support");
    }

    @Test
    void tellsOfAVenueThatCloses() {
        Response bitmart = given().get("/v1/venues/bitmart");
        assertThat(bitmart.<String>path("closing.last_day")).isEqualTo("2027-01-31");
        assertThat(bitmart.<String>path("closing.words")).contains("closes");
        assertThat(given().get("/v1/venues/bybit").<Object>path("closing")).isNull();
    }

    @Test
    void tellsWhereNoStrategyRuns() {
        List<String> chosen =
                given().get("/v1/strategies").path("strategies.venues.flatten().venue");
        Response venues = given().get("/v1/venues");
        assertThat(venues.<List<String>>path("venues.findAll { it.available }.venue"))
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(chosen));
        assertThat(venues.<List<String>>path("venues.findAll { !it.available }.venue"))
                .contains("binance_usdm", "bitmart", "kalshi", "polymarket");
        assertThat(venues.<List<String>>path("venues.findAll { it.available }.unavailable_reason"))
                .containsOnlyNulls();
        assertThat(given().get("/v1/venues/kalshi").<String>path("unavailable_reason"))
                .isEqualTo("No strategy runs on Kalshi at the moment.");
        assertThat(given().get("/v1/venues/kalshi").<String>path("route"))
                .as("as before")
                .isEqualTo("self_service");
    }

    @Test
    void showsStrategiesByVenueAndMarket() {
        Response all = given().get("/v1/strategies");
        assertThat(all.<List<String>>path("strategies.strategy_id"))
                .contains("btc_accumulation", "eth_accumulation", "usdt_dca");
        assertThat(all.<List<Boolean>>path("strategies.invite_only")).contains(true);
        String btc = "strategies.find { it.strategy_id == 'btc_accumulation' }.";
        assertThat(all.<String>path(btc + "market")).isEqualTo("derivatives");
        assertThat(all.<String>path(btc + "instrument")).isEqualTo("inverse_perpetual");
        assertThat(all.<String>path(btc + "base_asset")).isEqualTo("BTC");
        assertThat(all.<Object>path(btc + "minimum_balance").toString()).isEqualTo("0.05");
        assertThat(all.<Object>path(btc + "max_leverage").toString()).isEqualTo("2");

        Response some = given().get("/v1/strategies?venue=okx&market=derivatives");
        assertThat(some.<List<String>>path("strategies.market")).containsOnly("derivatives");
        assertThat(some.<List<String>>path("strategies.venues.flatten().venue"))
                .containsOnly("okx");
        assertThat(
                        given().get("/v1/strategies?venue=binance")
                                .<List<String>>path("strategies.venues.flatten().route"))
                .isNotEmpty()
                .containsOnly("contact_support");
        assertThat(given().get("/v1/strategies?venue=mtgox").<List<?>>path("strategies")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"market=margin, market", "venue=No%00, venue"})
    void namesABadParameter(String query, String named) {
        Response refused = given().urlEncodingEnabled(false).get("/v1/strategies?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("error.code")).isEqualTo("INVALID_PARAMS");
        assertThat(refused.<List<String>>path("error.details.field")).containsExactly(named);
    }

    @Test
    void knowsNoOtherVenue() {
        Response missing = given().get("/v1/venues/mtgox");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.<String>path("error.code")).isEqualTo("NOT_FOUND");
        assertThat(given().get("/v1/nothing").<String>path("error.code")).isEqualTo("NOT_FOUND");
    }
}
