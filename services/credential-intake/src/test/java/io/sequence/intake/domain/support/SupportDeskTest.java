package io.sequence.intake.domain.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.intake.domain.catalogue.Strategy;
import io.sequence.intake.domain.catalogue.Strategy.Route;
import io.sequence.intake.domain.catalogue.Strategy.VenueRoute;
import io.sequence.intake.domain.catalogue.StrategyCatalogue;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportDeskTest {
    private static final VenueId BYBIT = new VenueId("bybit");
    private static final VenueId BINANCE = new VenueId("binance");
    private static final StrategyId RESERVE = new StrategyId("reserve");
    private static final SupportDesk.Asking ANYBODY = new SupportDesk.Asking(false, Set.of());
    private static final SupportDesk.Asking HELD = new SupportDesk.Asking(true, Set.of());
    private static final SupportDesk.Asking INVITED =
            new SupportDesk.Asking(false, Set.of(RESERVE));

    private final SupportDesk desk =
            new SupportDesk(
                    Set.of(BYBIT),
                    new StrategyCatalogue(
                            List.of(strategy("dca", false), strategy("reserve", true))));

    @ParameterizedTest
    @CsvSource({
        "bybit, spot, dca, QUESTION",
        "binance, spot, dca, CONTACT_SUPPORT_ROUTE",
        "binance, , , CONTACT_SUPPORT_ROUTE",
        "bybit, spot, reserve, INVITATION",
        ", , reserve, INVITATION",
        ", , , QUESTION",
    })
    void tellsWhySomebodyWaits(String venue, String market, String strategy, SupportKind kind) {
        SupportSubject.Reading reading = desk.read(venue, market, strategy);
        assertThat(reading.objections()).isEmpty();
        assertThat(desk.kind(reading.subject(), ANYBODY, true)).isEqualTo(kind);
    }

    @Test
    void sendsNobodyForAnInvitationTheyHave() {
        SupportSubject subject = desk.read("bybit", null, "reserve").subject();
        assertThat(desk.kind(subject, INVITED, false)).isEqualTo(SupportKind.QUESTION);
    }

    @Test
    void takesWhateverAHeldAccountAsksForItsAddressUnlessItIsAPlainQuestion() {
        SupportSubject subject = desk.read("binance", null, null).subject();
        assertThat(desk.kind(subject, HELD, true)).isEqualTo(SupportKind.MICROSOFT_ADDRESS);
        assertThat(desk.kind(SupportSubject.NONE, HELD, false))
                .isEqualTo(SupportKind.MICROSOFT_ADDRESS);
        assertThat(desk.kind(SupportSubject.NONE, HELD, true)).isEqualTo(SupportKind.QUESTION);
    }

    @Test
    void leavesOutWhatNamesNothing() {
        SupportSubject.Reading reading = desk.read("atlantis", "margin", "\u0000");
        assertThat(reading.subject()).isEqualTo(SupportSubject.NONE);
        assertThat(reading.objections()).containsOnlyKeys("venue", "market", "strategy_id");
    }

    private static Strategy strategy(String id, boolean inviteOnly) {
        return new Strategy(
                new StrategyId(id),
                id,
                id,
                Market.SPOT,
                "spot",
                new Asset("USDT"),
                BigDecimal.ONE,
                BigDecimal.ONE,
                inviteOnly,
                List.of(
                        new VenueRoute(BYBIT, Route.SELF_SERVICE, null),
                        new VenueRoute(BINANCE, Route.CONTACT_SUPPORT, null)));
    }
}
