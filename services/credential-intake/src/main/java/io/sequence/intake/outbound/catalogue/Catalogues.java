package io.sequence.intake.outbound.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.sequence.events.EventJson;
import io.sequence.intake.domain.catalogue.StrategyCatalogue;
import io.sequence.intake.domain.submission.SubmissionRules;
import io.sequence.intake.domain.support.SupportDesk;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueProfile;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the declared catalogues once, at start; a catalogue that does not fit together stops the
 * service.
 */
@ApplicationScoped
public class Catalogues {
    private static final String SHIPPED = "/strategies.json";

    private final ObjectMapper json =
            EventJson.mapper().copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * The strategies: those of {@code sequence.strategies.file} when it is named, else the shipped
     * ones.
     */
    @Produces
    @Singleton
    @Startup
    StrategyCatalogue strategies(
            @ConfigProperty(name = "sequence.strategies.file") Optional<Path> file) {
        try (InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : shipped()) {
            return json.readValue(in, StrategyCatalogue.class);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the strategy catalogue "
                            + file.map(Path::toString).orElse(SHIPPED)
                            + " cannot be read: "
                            + e.getMessage(),
                    e);
        }
    }

    /** The venues that can be connected, in the order in which they are offered. */
    @Produces
    @Singleton
    VenueBook venues() {
        var profiles = new LinkedHashMap<VenueId, VenueProfile>();
        for (Venue venue : Venues.all()) {
            profiles.put(venue.profile().venue(), venue.profile());
        }
        return new VenueBook(profiles);
    }

    /** The rules over both catalogues. */
    @Produces
    @Singleton
    @Startup
    SubmissionRules rules(VenueBook venues, StrategyCatalogue strategies) {
        return new SubmissionRules(venues.profiles(), strategies);
    }

    /** What support is asked about, over both catalogues. */
    @Produces
    @Singleton
    SupportDesk supportDesk(VenueBook venues, StrategyCatalogue strategies) {
        return new SupportDesk(venues.profiles().keySet(), strategies);
    }

    /**
     * The venues' profiles by name.
     *
     * @param profiles in the order in which they are offered
     */
    public record VenueBook(Map<VenueId, VenueProfile> profiles) {}

    private static InputStream shipped() throws IOException {
        InputStream in = Catalogues.class.getResourceAsStream(SHIPPED);
        if (in == null) {
            throw new IOException("not on the class path");
        }
        return in;
    }
}
