package io.sequence.signing;

import io.quarkus.runtime.Startup;
import io.sequence.vault.Keysets;
import io.sequence.vault.NonceTable;
import io.sequence.vault.Opener;
import io.sequence.vault.VaultTable;
import io.sequence.venues.Venues;
import io.sequence.venues.transport.BudgetFacts;
import io.sequence.venues.transport.HostBook;
import io.sequence.venues.transport.TransportSettings;
import io.sequence.venues.transport.VenueCallListener;
import io.sequence.venues.transport.VertxVenueTransport;
import io.sequence.vocabulary.VenueId;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The vault, the venues' transport and the clock. Keyset and settings are read at start, so that
 * what is missing or wrong stops the service there and then.
 */
@Singleton
class SigningWiring {
    /** Before the first message is heard. */
    private static final int FIRST = 10;

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    VaultTable vaultTable(DataSource dataSource) {
        return new VaultTable(dataSource);
    }

    @Startup(FIRST)
    @Produces
    @Singleton
    Opener opener(
            @ConfigProperty(name = "sequence.vault.private-keyset") Path privateKeyset,
            @ConfigProperty(name = "sequence.vault.kek") Path keyEncryptionKey) {
        return new Opener(Keysets.readPrivate(privateKeyset, keyEncryptionKey));
    }

    @Startup(FIRST)
    @Produces
    @Singleton
    VertxVenueTransport transport(
            Vertx vertx,
            DataSource dataSource,
            InstantSource clock,
            @Any Instance<VenueCallListener> listeners,
            Config config,
            @ConfigProperty(name = "sequence.venues.simulator-url") Optional<URI> simulator) {
        HostBook hosts = HostBook.of(Venues.profiles());
        return new VertxVenueTransport(
                vertx,
                simulator.map(hosts::atSimulator).orElse(hosts),
                new VaultNonces(new NonceTable(dataSource)),
                VenueSettings.read(
                        config,
                        simulator.isPresent()
                                ? TransportSettings.SIMULATOR
                                : TransportSettings.STANDARD),
                clock,
                all(listeners.stream().toList()));
    }

    /** Metrics hear of every call, and so does whoever else in the service listens. */
    private static VenueCallListener all(List<VenueCallListener> listeners) {
        return new VenueCallListener() {
            @Override
            public void called(Call call) {
                listeners.forEach(listener -> listener.called(call));
            }

            @Override
            public void opened(
                    VenueId venue,
                    String address,
                    LongFunction<BudgetFacts> facts,
                    SpentPart spent) {
                listeners.forEach(listener -> listener.opened(venue, address, facts, spent));
            }
        };
    }

    void close(@Disposes VertxVenueTransport transport) {
        transport.close();
    }
}
