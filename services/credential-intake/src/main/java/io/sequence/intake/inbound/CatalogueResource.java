package io.sequence.intake.inbound;

import io.sequence.faults.ApiFault;
import io.sequence.intake.domain.catalogue.Strategy;
import io.sequence.intake.domain.catalogue.StrategyCatalogue;
import io.sequence.intake.inbound.CatalogueViews.StrategyView;
import io.sequence.intake.inbound.CatalogueViews.VenueView;
import io.sequence.intake.outbound.catalogue.Catalogues.VenueBook;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.VenueId;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What can be chosen. Open to everybody: it drives forms and documentation. */
@Path("/v1")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class CatalogueResource {
    private final VenueBook venues;
    private final StrategyCatalogue strategies;
    private final List<String> egressIps;

    CatalogueResource(
            VenueBook venues,
            StrategyCatalogue strategies,
            @ConfigProperty(name = "sequence.egress-ips") List<String> egressIps) {
        this.venues = venues;
        this.strategies = strategies;
        this.egressIps = List.copyOf(egressIps);
    }

    /** All venues. */
    public record VenueList(List<VenueView> venues) {}

    /** All strategies that were asked for. */
    public record StrategyList(List<StrategyView> strategies) {}

    /** The venues that keys can be handed over for, and those that support connects. */
    @GET
    @Path("/venues")
    @Operation(
            operationId = "listVenues",
            summary = "Venues: credential fields, markets, setup guide, rights, our addresses")
    public VenueList venues() {
        var all = new ArrayList<VenueView>();
        venues.profiles()
                .values()
                .forEach(profile -> all.add(VenueView.of(profile, strategies, egressIps)));
        strategies
                .contactSupportVenues(venues.profiles().keySet())
                .forEach((venue, words) -> all.add(VenueView.contactSupport(venue, words)));
        return new VenueList(all);
    }

    /** One venue. */
    @GET
    @Path("/venues/{venue}")
    @Operation(operationId = "getVenue", summary = "One venue")
    public VenueView venue(@PathParam("venue") String venue) {
        return venues().venues().stream()
                .filter(view -> view.venue().equals(venue))
                .findFirst()
                .orElseThrow(ApiException::notFound);
    }

    /** The strategies, all or those of a venue or market. */
    @GET
    @Path("/strategies")
    @Operation(
            operationId = "listStrategies",
            summary = "Strategies: base asset, minimum balance, leverage, venues and routes")
    public StrategyList strategies(
            @QueryParam("venue") @Nullable String venue,
            @QueryParam("market") @Nullable String market) {
        Optional<VenueId> wantedVenue =
                venue == null ? Optional.empty() : Optional.of(venueId(venue));
        Optional<Market> wantedMarket =
                market == null ? Optional.empty() : Optional.of(market(market));
        return new StrategyList(
                strategies.strategies().stream()
                        .filter(
                                strategy ->
                                        wantedMarket.map(strategy.market()::equals).orElse(true))
                        .filter(
                                strategy ->
                                        wantedVenue
                                                .map(id -> strategy.on(id).isPresent())
                                                .orElse(true))
                        .map(
                                (Strategy strategy) ->
                                        StrategyView.of(strategy, wantedVenue.orElse(null)))
                        .toList());
    }

    private static VenueId venueId(String text) {
        try {
            return new VenueId(text);
        } catch (IllegalArgumentException e) {
            throw badParameter("venue", "is not a venue; see GET /v1/venues");
        }
    }

    private static Market market(String text) {
        return Arrays.stream(Market.values())
                .filter(market -> market.wireName().equals(text))
                .findFirst()
                .orElseThrow(() -> badParameter("market", "must be spot or derivatives"));
    }

    private static ApiException badParameter(String name, String problem) {
        return new ApiException(
                ApiFault.INVALID_PARAMS,
                ApiFault.INVALID_PARAMS.message(),
                List.of(new FieldError(name, problem)));
    }
}
