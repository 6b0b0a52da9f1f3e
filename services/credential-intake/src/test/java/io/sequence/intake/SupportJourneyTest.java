package io.sequence.intake;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class SupportJourneyTest {

    TestHouse house;
    @Inject AccessTokens tokens;

    private Operator grace;
    private Trader ada;
    private House rows;

    @BeforeEach
    void arrive() {
        grace = Operator.fresh(house, tokens);
        ada = Trader.fresh(house, tokens);
        rows = new House(house);
    }

    @Test
    void writesDownWhoWaitsToBeClearedUntilTheyAre() {
        Trader held = Trader.fresh(house, tokens, "needed");
        for (int again = 0; again < 3; again++) {
            assertThat(held.submit(held.form()).<String>path("error.code"))
                    .isEqualTo("CONTACT_SUPPORT");
        }

        awaitTimes(held, 3);
        Response open = requests(held, "open");
        assertThat(open.<List<String>>path("support_requests.kind"))
                .containsExactly("microsoft_address");
        assertThat(open.<String>path("support_requests[0].venue")).isEqualTo("bybit");
        assertThat(open.<String>path("support_requests[0].market")).isEqualTo("spot");
        assertThat(open.<String>path("support_requests[0].strategy_id")).isEqualTo("usdt_dca");
        assertThat(open.<String>path("support_requests[0].email")).isEqualTo(held.email());
        assertThat(open.<String>path("support_requests[0].client_id")).endsWith("/ Ada Lovelace");
        Response waiting = grace.get("accounts?waiting=true&email=" + held.email());
        assertThat(waiting.<Integer>path("accounts[0].open_support_requests")).isEqualTo(1);
        assertThat(waiting.<Integer>path("accounts[0].connections")).isZero();

        assertThat(
                        grace.patch(
                                        "accounts/" + held.account(),
                                        "{\"support_clearance\":\"cleared\"}")
                                .statusCode())
                .isEqualTo(200);

        assertThat(requests(held, "open").<List<?>>path("support_requests")).isEmpty();
        assertThat(requests(held, "closed").<List<?>>path("support_requests")).hasSize(1);
        assertThat(
                        grace.get("accounts?waiting=true&email=" + held.email())
                                .<List<?>>path("accounts"))
                .isEmpty();
        assertThat(changes(held)).containsExactlyInAnyOrder("support_clearance", "support_request");
    }

    @Test
    void writesDownWhoWantsARouteThatAPersonOpens() {
        Map<String, Object> form = ada.form();
        form.put("venue", "binance");
        assertThat(ada.submit(form).statusCode()).isEqualTo(422);

        awaitTimes(ada, 1);
        Response open = requests(ada, "open");
        assertThat(open.<String>path("support_requests[0].kind"))
                .isEqualTo("contact_support_route");
        assertThat(open.<String>path("support_requests[0].venue")).isEqualTo("binance");
        assertThat(open.<Object>path("support_requests[0].message")).isNull();
    }

    @Test
    void writesDownWhoWantsAnInvitationUntilTheyAreInvited() {
        Map<String, Object> form = ada.form();
        form.put("strategy_id", "btc_spot_reserve");
        Response refused = ada.submit(form);
        assertThat(refused.<List<String>>path("error.details.code"))
                .containsExactly("INVITATION_NEEDED");
        awaitTimes(ada, 1);
        assertThat(requests(ada, "open").<String>path("support_requests[0].kind"))
                .isEqualTo("invitation");

        String invitation = "/v1/operator/accounts/" + ada.account() + "/invitations/";
        assertThat(grace.request().put(invitation + "btc_spot_reserve").statusCode())
                .isEqualTo(200);

        assertThat(requests(ada, "open").<List<?>>path("support_requests")).isEmpty();
        Trader.Taken.of(ada.submit(form));
    }

    @Test
    void answersARefusedSubmissionWhoeverCannotWriteItDown() {
        rows.run(
                "create function public.refuse_request() returns trigger language plpgsql as $$"
                        + " begin raise exception 'refused by the test'; end $$");
        rows.run(
                "create trigger refuse before insert on credential_intake.support_request for each"
                        + " row execute function public.refuse_request()");
        try {
            Map<String, Object> form = ada.form();
            form.put("venue", "binance_us");
            assertThat(ada.submit(form).<String>path("error.code")).isEqualTo("CONTACT_SUPPORT");
        } finally {
            rows.run("drop function public.refuse_request() cascade");
        }
        awaitTimes(ada, 1);
    }

    @Test
    void addsWhatIsAskedToTheOpenRequestAboutTheSame() {
        Map<String, Object> form = ada.form();
        form.put("venue", "binance");
        ada.submit(form);
        awaitTimes(ada, 1);

        Map<String, String> asked =
                Map.of(
                        "venue",
                        "binance",
                        "market",
                        "spot",
                        "strategy_id",
                        "usdt_dca",
                        "message",
                        "May I?\r\nIt is urgent.");
        Response first = ask(ada, asked);
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(202);
        assertThat(ask(ada, asked).<String>path("support_request_id"))
                .isEqualTo(first.path("support_request_id"));
        ask(
                ada,
                Map.of(
                        "venue",
                        "binance",
                        "market",
                        "spot",
                        "strategy_id",
                        "usdt_dca",
                        "message",
                        "Please."));

        Response open = requests(ada, "open");
        assertThat(open.<List<?>>path("support_requests")).hasSize(1);
        assertThat(open.<Integer>path("support_requests[0].times")).isEqualTo(4);
        assertThat(open.<String>path("support_requests[0].message"))
                .isEqualTo("May I?\nIt is urgent.\n\nPlease.");
        assertThat(ask(ada, Map.of("message", "Hello")).<String>path("support_request_id"))
                .isNotEqualTo(first.path("support_request_id"));
        assertThat(requests(ada, "open").<List<String>>path("support_requests.kind"))
                .containsExactly("question", "contact_support_route");
    }

    @Test
    void closesAndOpensARequestAndNotesWhoDid() {
        String id = ask(ada, Map.of("message", "Hello")).path("support_request_id");
        String path = "support-requests/" + id;

        assertThat(grace.patch(path, "{\"state\":\"closed\"}").<String>path("state"))
                .isEqualTo("closed");
        assertThat(grace.patch(path, "{\"state\":\"closed\"}").statusCode()).isEqualTo(200);
        assertThat(grace.patch(path, "{\"state\":\"open\"}").<String>path("state"))
                .isEqualTo("open");
        grace.patch(path, "{\"state\":\"closed\"}");
        ask(ada, Map.of("message", "Hello again"));
        Response conflict = grace.patch(path, "{\"state\":\"open\"}");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.<String>path("error.code")).isEqualTo("CONFLICT");

        assertThat(
                        rows.column(
                                String.class,
                                "select new_value from credential_intake.account_change where"
                                        + " account_id = ? and field = 'support_request' and"
                                        + " changed_by = ? order by id",
                                ada.account().value(),
                                grace.account().value()))
                .containsExactly(id + " closed", id + " open", id + " closed");
    }

    @Test
    void pagesThroughEverythingOnceWhateverComesIn() {
        for (String words : List.of("one", "two")) {
            String id = ask(ada, Map.of("message", words)).path("support_request_id");
            grace.patch("support-requests/" + id, "{\"state\":\"closed\"}");
        }
        for (String venue : List.of("bybit", "okx", "kucoin")) {
            ask(ada, Map.of("venue", venue));
        }
        String list = "support-requests?account_id=" + ada.account();
        List<String> all = grace.get(list).path("support_requests.support_request_id");
        assertThat(all).hasSize(5).doesNotHaveDuplicates();
        assertThat(grace.<String>walk(list, "support_requests.support_request_id")).isEqualTo(all);

        Response part = grace.get(list + "&limit=2");
        ask(ada, Map.of("venue", "kraken"));
        assertThat(
                        grace.get(list + "&limit=2&after=" + part.path("next"))
                                .<List<String>>path("support_requests.support_request_id"))
                .isEqualTo(all.subList(2, 4));
    }

    @Test
    void listsAccountsAndThoseThatWait() {
        Trader held = Trader.fresh(house, tokens, "needed");
        ask(ada, Map.of());
        Trader.Taken.of(ada.submit(ada.form()));

        List<String> waiting = grace.walk("accounts?waiting=true", "accounts.account_id");
        assertThat(waiting)
                .doesNotHaveDuplicates()
                .contains(held.account().toString(), ada.account().toString())
                .doesNotContain(grace.account().toString());
        assertThat(waiting.indexOf(held.account().toString()))
                .isLessThan(waiting.indexOf(ada.account().toString()));
        assertThat(grace.<List<String>>walk("accounts", "accounts.account_id").size())
                .isEqualTo((int) rows.count("credential_intake.account"));
        Response one = grace.get("accounts?email=" + ada.email());
        assertThat(one.<Integer>path("accounts[0].connections")).isEqualTo(1);
        assertThat(one.<Integer>path("accounts[0].open_support_requests")).isEqualTo(1);
        assertThat(
                        grace.get(
                                        "accounts?email="
                                                + ada.email().toUpperCase(java.util.Locale.ROOT))
                                .<List<?>>path("accounts"))
                .isEmpty();
    }

    @Test
    void listsSubmissionsWithTheirReasons() {
        Topic topic = new Topic(house.events());
        Trader.Taken rejected = ada.submit();
        Trader.Taken received = ada.submit();
        topic.tell(Facts.of(ada, rejected).rejected(rejected.submission(), 1));
        ada.awaitStatus(rejected.submission(), "rejected");

        String mine = "submissions?account_id=" + ada.account();
        Response all = grace.get(mine);
        assertThat(all.<List<String>>path("submissions.submission_id"))
                .containsExactly(
                        received.submission().toString(), rejected.submission().toString());
        assertThat(all.<String>path("submissions[1].reason.code")).isEqualTo("INVALID_KEY");
        assertThat(all.<String>path("submissions[1].email")).isEqualTo(ada.email());
        assertThat(all.<String>path("submissions[1].label")).isEqualTo("Main account");
        assertThat(all.asString()).doesNotContain(Trader.KEY, Trader.SECRET, "wxyz");
        assertThat(
                        grace.get(mine + "&status=rejected&venue=bybit")
                                .<List<String>>path("submissions.submission_id"))
                .containsExactly(rejected.submission().toString());
        assertThat(grace.get(mine + "&venue=okx").<List<?>>path("submissions")).isEmpty();
        assertThat(grace.<String>walk("submissions?venue=bybit", "submissions.submission_id"))
                .doesNotHaveDuplicates()
                .contains(rejected.submission().toString(), received.submission().toString());
    }

    private void awaitTimes(Trader trader, int times) {
        await().untilAsserted(
                        () ->
                                assertThat(
                                                requests(trader, "open")
                                                        .<List<Integer>>path(
                                                                "support_requests.times"))
                                        .containsExactly(times));
    }

    private Response requests(Trader trader, String state) {
        return grace.get("support-requests?state=" + state + "&account_id=" + trader.account());
    }

    private List<String> changes(Trader trader) {
        return rows.column(
                String.class,
                "select field from credential_intake.account_change where account_id = ? and"
                        + " changed_by = ?",
                trader.account().value(),
                grace.account().value());
    }

    private static Response ask(Trader trader, Object body) {
        return trader.request()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/support-requests");
    }
}
