package io.sequence.simulator;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.outbound.StateFile;
import io.sequence.simulator.wire.Json;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the simulator together from its settings. */
@ApplicationScoped
public class Simulator {

    private final Optional<StateFile> file;
    private final Accounts accounts;
    private final SimulatedVenues venues;

    /**
     * Reads what an earlier simulator wrote down.
     *
     * @param stateFile where accounts outlive the process; none keeps them in memory only
     * @param limit most accounts over all venues
     * @param seed decides the price walks
     */
    public Simulator(
            @ConfigProperty(name = "sequence.simulator.state-file") Optional<String> stateFile,
            @ConfigProperty(name = "sequence.simulator.accounts-limit", defaultValue = "200000")
                    int limit,
            @ConfigProperty(name = "sequence.simulator.price-seed", defaultValue = "7") long seed) {
        file =
                stateFile
                        .filter(path -> !path.isBlank())
                        .map(path -> StateFile.open(Path.of(path), Json.mapper()));
        accounts =
                new Accounts(
                        limit, file.map(f -> (Accounts.Journal) f).orElse(Accounts.NO_JOURNAL));
        file.ifPresent(f -> f.read().forEach(accounts::restore));
        venues = new SimulatedVenues(accounts, seed);
    }

    @Produces
    @Singleton
    Accounts accounts() {
        return accounts;
    }

    @Produces
    @Singleton
    SimulatedVenues venues() {
        return venues;
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @PreDestroy
    void close() {
        file.ifPresent(StateFile::close);
    }
}
