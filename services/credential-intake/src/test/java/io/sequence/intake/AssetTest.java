package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.HealthState;
import io.sequence.events.KeyProven;
import io.sequence.events.KeyProven.Proof;
import io.sequence.events.WalletBalance;
import io.sequence.intake.Trader.Taken;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.CredentialVersion;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class AssetTest {
    private static final Instant LATER = Instant.parse("2027-01-03T00:00:00Z");

    TestHouse house;
    @Inject AccessTokens tokens;

    private Trader ada;
    private Topic topic;

    @BeforeEach
    void arrive() {
        ada = Trader.fresh(house, tokens);
        topic = new Topic(house.events());
    }

    @Test
    void addsUpWalletsAndConnectionsExactly() {
        Taken first = ada.connected(topic);
        Taken second = ada.connected(topic);
        topic.tell(
                proven(
                        first,
                        LATER,
                        balance("unified", true, "BTC", "0.1", "0.1"),
                        balance("funding", false, "BTC", "0.000000000000000001", "0"),
                        balance("unified", true, "USDT", "100.50", "80")));
        topic.tell(proven(second, LATER, balance("trading", true, "BTC", "0.2", "0.15")));
        topic.settle(house);

        Response assets = assets();
        assertThat(assets.statusCode()).isEqualTo(200);
        assertThat(assets.<List<String>>path("assets.asset")).containsExactly("BTC", "USDT");
        assertThat(assets.<List<String>>path("assets.total"))
                .containsExactly("0.300000000000000001", "100.50");
        assertThat(assets.<List<String>>path("assets.free")).containsExactly("0.25", "80");
        assertThat(assets.<List<String>>path("assets.mode")).containsOnly("live");
        assertThat(assets.<List<String>>path("assets[0].holdings.wallet"))
                .containsExactly("unified", "funding", "trading");
        assertThat(assets.<List<Boolean>>path("assets[0].holdings.trades"))
                .containsExactly(true, false, true);
        assertThat(assets.<List<String>>path("assets[0].holdings.total"))
                .containsExactly("0.1", "0.000000000000000001", "0.2");
        assertThat(assets.<List<String>>path("assets[0].holdings.as_of"))
                .containsOnly(LATER.toString());
        assertThat(assets.<String>path("assets[0].holdings[2].connection_id"))
                .isEqualTo(second.connection().toString());
        assertThat(assets.<String>path("assets[0].holdings[2].label")).isEqualTo("Main account");
        assertThat(assets.<String>path("assets[0].holdings[2].venue")).isEqualTo("bybit");
        assertThat(assets.<List<?>>path("without_balances")).isEmpty();
    }

    @Test
    void keepsTheAgeOfBalancesApartFromTheLastProof() {
        Taken taken = ada.connected(topic);
        Instant validated = Facts.AT.plusSeconds(1);
        assertThat(ada.connection(taken.connection()).<String>path("balances_at"))
                .isEqualTo(validated.toString());

        topic.tell(proven(taken, LATER, (WalletBalance[]) null));
        topic.settle(house);
        Response connection = ada.connection(taken.connection());
        assertThat(connection.<String>path("last_sync_at")).isEqualTo(LATER.toString());
        assertThat(connection.<String>path("balances_at")).isEqualTo(validated.toString());

        topic.tell(
                proven(taken, LATER.minusSeconds(60), balance("unified", true, "BTC", "2", "2")));
        topic.tell(
                proven(taken, LATER.minusSeconds(90), balance("unified", true, "BTC", "1", "1")));
        topic.settle(house);
        connection = ada.connection(taken.connection());
        assertThat(connection.<String>path("balances_at"))
                .isEqualTo(LATER.minusSeconds(60).toString());
        assertThat(connection.<String>path("balances[0].total")).isEqualTo("2");
        assertThat(connection.<String>path("last_sync_at")).isEqualTo(LATER.toString());
    }

    @Test
    void keepsBalancesWhenARefreshTellsNone() {
        Taken taken = ada.connected(topic);
        Taken second = ada.refresh(taken.connection());
        topic.tell(Facts.withoutBalances(Facts.of(ada, taken).validated(second.submission(), 2)));
        ada.awaitStatus(second.submission(), "accepted");
        Response connection = ada.connection(taken.connection());
        assertThat(connection.<Integer>path("credential_version")).isEqualTo(2);
        assertThat(connection.<String>path("balances[0].total")).isEqualTo("1500.25");
        assertThat(connection.<String>path("balances_at"))
                .isEqualTo(Facts.AT.plusSeconds(1).toString());
    }

    @Test
    void tellsAnEmptyAccountFromOneThatNeverTold() {
        Taken waiting = ada.submit();
        assertThat(assets().<List<?>>path("assets")).isEmpty();
        assertThat(assets().<List<String>>path("without_balances.connection_id"))
                .containsExactly(waiting.connection().toString());
        assertThat(assets().<List<String>>path("without_balances.status"))
                .containsExactly("validating");

        topic.tell(Facts.of(ada, waiting).validated(waiting.submission(), 1));
        ada.awaitStatus(waiting.submission(), "accepted");
        topic.tell(proven(waiting, LATER, new WalletBalance[0]));
        topic.settle(house);
        assertThat(assets().<List<?>>path("assets")).isEmpty();
        assertThat(assets().<List<?>>path("without_balances")).isEmpty();
    }

    @Test
    void showsNothingOfConnectionsThatEndedNorOfOtherAccounts() {
        Taken taken = ada.connected(topic);
        assertThat(assets().<List<?>>path("assets")).isNotEmpty();
        Trader eve = Trader.fresh(house, tokens);
        assertThat(eve.request().get("/v1/assets").<List<?>>path("assets")).isEmpty();
        ada.disconnect(taken.connection());
        assertThat(assets().<List<?>>path("assets")).isEmpty();
        assertThat(assets().<List<?>>path("without_balances")).isEmpty();
        assertThat(given().get("/v1/assets").statusCode()).isEqualTo(401);
    }

    private Response assets() {
        return ada.request().get("/v1/assets");
    }

    private static WalletBalance balance(
            String wallet, boolean trades, String asset, String total, String free) {
        return new WalletBalance(
                wallet, trades, new Asset(asset), new BigDecimal(total), new BigDecimal(free));
    }

    private KeyProven proven(Taken taken, Instant at, WalletBalance @Nullable ... balances) {
        return new KeyProven(
                UUID.randomUUID(),
                List.of(
                        new Proof(
                                ada.account(),
                                taken.connection(),
                                new CredentialVersion(1),
                                null,
                                true,
                                HealthState.CONNECTED,
                                null,
                                42,
                                balances == null ? null : List.of(balances),
                                at)));
    }
}
