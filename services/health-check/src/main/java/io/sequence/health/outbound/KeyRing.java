package io.sequence.health.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.sequence.health.domain.Watched;
import io.sequence.vault.Opener;
import io.sequence.vault.ProcessKey;
import io.sequence.vault.SealBroken;
import io.sequence.vault.VaultTable;
import io.sequence.vault.VaultTable.Sealed;
import io.sequence.venues.api.AnswerMemory;
import io.sequence.venues.api.Credential;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Secret;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that are pinged. In plaintext each exists during its ping alone; in between it is
 * kept wrapped under a key of this process, because opening costs a query and public-key
 * cryptography, too much for every ping.
 */
@Singleton
public class KeyRing {
    private final VaultTable vault;
    private final Opener opener;
    private final InstantSource clock;
    private final Duration lifetime;
    private final Duration idle;
    private final ProcessKey processKey = new ProcessKey();
    private final ConcurrentMap<ConnectionId, Kept> kept = new ConcurrentHashMap<>();

    KeyRing(
            VaultTable vault,
            Opener opener,
            InstantSource clock,
            MeterRegistry meters,
            @ConfigProperty(name = "sequence.health.key-lifetime", defaultValue = "1h")
                    Duration lifetime,
            @ConfigProperty(name = "sequence.health.key-idle", defaultValue = "5m") Duration idle) {
        this.vault = vault;
        this.opener = opener;
        this.clock = clock;
        this.lifetime = lifetime;
        this.idle = idle;
        meters.gaugeMapSize("sequence.health.keys.open", Tags.empty(), kept);
    }

    /**
     * A credential in use.
     *
     * @param version which it is
     * @param memory what its pings were answered
     */
    public record Opened(Credential credential, CredentialVersion version, AnswerMemory memory) {}

    /**
     * Uses a connection's credential, which is wiped after the call.
     *
     * @param version the version wanted; when it is erased, the active one is used
     * @return empty when the vault has nothing of the connection any more
     */
    public <T> Optional<T> use(
            Watched watched, CredentialVersion version, Function<Opened, T> work) {
        Kept own = kept.get(watched.id());
        Map<String, Secret> fields = own == null ? null : own.open(version);
        if (own == null || fields == null) {
            Sealed sealed =
                    vault.load(watched.id(), version)
                            .or(() -> vault.active(watched.id()))
                            .orElse(null);
            if (sealed == null) {
                forget(watched.id());
                return Optional.empty();
            }
            fields = opener.open(sealed.sealed(), sealed.address());
            own = keep(watched.id(), sealed.address().version(), fields);
        }
        try (var credential = new Credential(watched.about().venue(), watched.host(), fields)) {
            return Optional.of(
                    work.apply(
                            new Opened(
                                    credential, new CredentialVersion(own.version), own.memory)));
        }
    }

    /**
     * Opens what is not kept, with one query for all; what cannot be opened is left to its ping.
     */
    public void prepare(Collection<Watched> soon) {
        Map<ConnectionId, CredentialVersion> missing = new HashMap<>();
        for (Watched watched : soon) {
            if (!kept.containsKey(watched.id())) {
                missing.put(watched.id(), watched.about().credentialVersion());
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        for (Sealed found : vault.loadAll(missing.keySet())) {
            ConnectionId connection = found.address().connectionId();
            CredentialVersion version = found.address().version();
            if (version.equals(missing.get(connection))) {
                try {
                    Map<String, Secret> fields = opener.open(found.sealed(), found.address());
                    keep(connection, version, fields);
                    fields.values().forEach(Secret::close);
                } catch (SealBroken broken) {
                    continue;
                }
            }
        }
    }

    /** The version that is to be used now. */
    public Optional<CredentialVersion> active(ConnectionId connection) {
        return vault.active(connection).map(active -> active.address().version());
    }

    /** Wipes a connection's credential. */
    public void forget(ConnectionId connection) {
        Kept own = kept.remove(connection);
        if (own != null) {
            own.wipe();
        }
    }

    /**
     * Wipes what nobody used for a while, what is to be opened from the vault again, and what a
     * ping under way brought back after its connection had left.
     *
     * @param watched whether a connection is watched here
     */
    public void sweep(Predicate<ConnectionId> watched) {
        long now = clock.millis();
        kept.forEach(
                (connection, own) -> {
                    boolean over = now - own.usedAt >= idle.toMillis() || now >= own.until;
                    if (over || !watched.test(connection)) {
                        kept.remove(connection, own);
                        own.wipe();
                    }
                });
    }

    @PreDestroy
    void close() {
        kept.keySet().forEach(this::forget);
    }

    private Kept keep(
            ConnectionId connection, CredentialVersion version, Map<String, Secret> fields) {
        long now = clock.millis();
        // What was opened within one minute is not opened again within one minute.
        long sooner = Math.floorMod(connection.value().hashCode(), lifetime.toMillis() / 4 + 1);
        var fresh =
                new Kept(
                        processKey.wrap(fields),
                        version.value(),
                        now + lifetime.toMillis() - sooner,
                        now);
        Kept old = kept.put(connection, fresh);
        if (old != null) {
            old.wipe();
        }
        return fresh;
    }

    private final class Kept {
        private final byte[] wrapped;
        private final int version;
        private final AnswerMemory memory = new AnswerMemory();
        private final long until;
        private volatile long usedAt;
        private boolean wiped;

        Kept(byte[] wrapped, int version, long until, long usedAt) {
            this.wrapped = wrapped;
            this.version = version;
            this.until = until;
            this.usedAt = usedAt;
        }

        synchronized @Nullable Map<String, Secret> open(CredentialVersion wanted) {
            if (wiped || version != wanted.value()) {
                return null;
            }
            usedAt = clock.millis();
            return processKey.unwrap(wrapped);
        }

        synchronized void wipe() {
            Arrays.fill(wrapped, (byte) 0);
            wiped = true;
        }
    }
}
