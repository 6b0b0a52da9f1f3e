package io.sequence.health.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.sequence.vault.Opener;
import io.sequence.vault.VaultTable;
import io.sequence.vault.VaultTable.Sealed;
import io.sequence.venues.api.Credential;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Opened credentials, in memory for minutes at most and wiped after. Opening costs a query and
 * public-key cryptography, too much for every ping.
 */
@ApplicationScoped
public class KeyRing {
    private final VaultTable vault;
    private final Opener opener;
    private final InstantSource clock;
    private final Duration lifetime;
    private final ConcurrentMap<ConnectionId, Held> held = new ConcurrentHashMap<>();

    KeyRing(
            VaultTable vault,
            Opener opener,
            InstantSource clock,
            MeterRegistry meters,
            @ConfigProperty(name = "sequence.health.key-lifetime", defaultValue = "5m")
                    Duration lifetime) {
        this.vault = vault;
        this.opener = opener;
        this.clock = clock;
        this.lifetime = lifetime;
        meters.gaugeMapSize(
                "sequence.health.keys.open", io.micrometer.core.instrument.Tags.empty(), held);
    }

    /** A credential in use, and which version it is. */
    public record Opened(Credential credential, CredentialVersion version) {}

    /**
     * Uses a connection's credential; not kept after the call.
     *
     * @param version the version wanted; when it is erased, the active one is used
     * @param host label of the host that it answers on
     * @return empty when the vault has nothing of the connection any more
     */
    public <T> Optional<T> use(
            ConnectionId connection,
            CredentialVersion version,
            String host,
            Function<Opened, T> work) {
        Held own = held.computeIfAbsent(connection, any -> new Held());
        own.lock.lock();
        try {
            Opened opened = own.opened;
            if (opened == null
                    || !opened.version().equals(version)
                    || !opened.credential().host().equals(host)
                    || !clock.instant().isBefore(own.until)) {
                own.wipe();
                opened = open(connection, version, host).orElse(null);
                own.opened = opened;
                own.until = clock.instant().plus(lifetime);
            }
            if (opened == null) {
                held.remove(connection, own);
                return Optional.empty();
            }
            return Optional.of(work.apply(opened));
        } finally {
            if (held.get(connection) != own) {
                // Forgotten meanwhile: nobody would find it again to wipe it.
                own.wipe();
            }
            own.lock.unlock();
        }
    }

    /** The version that is to be used now. */
    public Optional<CredentialVersion> active(ConnectionId connection) {
        return vault.active(connection).map(kept -> kept.address().version());
    }

    /** Wipes a connection's credential as soon as nobody uses it. */
    public void forget(ConnectionId connection) {
        Held own = held.remove(connection);
        if (own != null) {
            own.lock.lock();
            try {
                own.wipe();
            } finally {
                own.lock.unlock();
            }
        }
    }

    /** Wipes what has been open long enough. */
    public void sweep() {
        Instant now = clock.instant();
        held.forEach(
                (connection, own) -> {
                    if (own.lock.tryLock()) {
                        try {
                            if (!now.isBefore(own.until)) {
                                own.wipe();
                                held.remove(connection, own);
                            }
                        } finally {
                            own.lock.unlock();
                        }
                    }
                });
    }

    @PreDestroy
    void close() {
        held.keySet().forEach(this::forget);
    }

    private Optional<Opened> open(ConnectionId connection, CredentialVersion version, String host) {
        return vault.load(connection, version)
                .or(() -> vault.active(connection))
                .map(kept -> open(kept, host));
    }

    private Opened open(Sealed kept, String host) {
        return new Opened(
                new Credential(
                        kept.address().venue(), host, opener.open(kept.sealed(), kept.address())),
                kept.address().version());
    }

    private static final class Held {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Opened opened;
        private Instant until = Instant.MAX;

        void wipe() {
            Opened old = opened;
            if (old != null) {
                old.credential().close();
                opened = null;
            }
        }
    }
}
