package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.intake.Trader.Taken;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class SubmissionListTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    private Trader ada;

    @BeforeEach
    void arrive() {
        ada = Trader.fresh(house, tokens);
    }

    @Test
    void isEmptyBeforeTheFirst() {
        Response none = list("");
        assertThat(none.statusCode()).isEqualTo(200);
        assertThat(none.<List<?>>path("submissions")).isEmpty();
        assertThat(none.<String>path("next")).isNull();
    }

    @Test
    void showsThemNewestFirstAsTheyStand() {
        Topic topic = new Topic(house.events());
        Taken first = ada.connected(topic);
        Taken second = ada.refresh(first.connection());
        topic.tell(Facts.of(ada, second).rejected(second.submission(), 2));
        ada.awaitStatus(second.submission(), "rejected");

        Response all = list("");
        assertThat(ids(all)).containsExactly(id(second), id(first));
        assertThat(all.<List<String>>path("submissions.status"))
                .containsExactly("rejected", "accepted");
        assertThat(all.<List<String>>path("submissions.type")).containsExactly("refresh", "add");
        assertThat(all.<String>path("submissions[0].reason.fix")).isNotBlank();
        assertThat(all.<Object>path("submissions[0]"))
                .isEqualTo(ada.submission(second.submission()).path(""));
        assertThat(all.<String>path("next")).isNull();
    }

    @Test
    void turnsPagesWithoutGapOrRepetitionWhileMoreComesIn() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            newestFirst.addFirst(id(ada.submit()));
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 4; page++) {
            Response some = list("?limit=2" + after);
            seen.addAll(ids(some));
            after = "&after=" + some.path("next");
            assertThat(some.<String>path("next") == null).isEqualTo(page == 3);
            ada.submit();
        }
        assertThat(seen).isEqualTo(newestFirst);
    }

    @Test
    void endsExactlyWithTheLast() {
        ada.submit();
        ada.submit();
        assertThat(list("?limit=2").<String>path("next")).isNull();
        assertThat(list("?limit=1").<String>path("next")).isNotNull();
        assertThat(list("?limit=200").<List<?>>path("submissions")).hasSize(2);
        assertThat(list("?limit=&after=").<List<?>>path("submissions")).hasSize(2);
    }

    @Test
    void showsNothingOfAnotherAccount() {
        Taken adas = ada.submit();
        Trader eve = Trader.fresh(house, tokens);
        Taken eves = eve.submit();
        assertThat(ids(eve.request().get("/v1/submissions"))).containsExactly(id(eves));
        assertThat(ids(eve.request().get("/v1/submissions?after=" + id(eves)))).isEmpty();
        assertThat(ids(ada.request().get("/v1/submissions?after=" + UUID.randomUUID())))
                .isSubsetOf(id(adas));
        assertThat(given().get("/v1/submissions").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=201",
                "limit=99999999999",
                "limit=ten",
                "limit=1.5",
                "limit=%00",
                "after=next",
                "after=1-1-1-1-1",
                "after=%27%20or%201%3D1",
                "after=%00"
            })
    void namesABadParameter(String query) {
        Response refused = ada.request().urlEncodingEnabled(false).get("/v1/submissions?" + query);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.<String>path("error.code")).isEqualTo("INVALID_PARAMS");
        assertThat(refused.<List<String>>path("error.details.field"))
                .containsExactly(query.substring(0, query.indexOf('=')));
    }

    private Response list(String query) {
        return ada.request().get("/v1/submissions" + query);
    }

    private static List<String> ids(Response page) {
        return page.path("submissions.submission_id");
    }

    private static String id(Taken taken) {
        return taken.submission().toString();
    }
}
