package io.sequence.vault;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import io.sequence.vocabulary.Secret;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Seals credentials for whoever holds the private keyset: a data key sealed with HPKE (RFC 9180,
 * X25519, HKDF-SHA256, AES-256-GCM), and under it each credential with AES-256-GCM and a nonce of
 * its own. The data key lives in this process only, for a minute or a thousand seals, whichever
 * ends first; once it is dropped, nothing here opens what it sealed.
 */
public final class Sealer {
    private static final int SEALS = 1_000;
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final HybridEncrypt hpke;
    private final int seals;
    private final Duration life;
    private final AtomicReference<@Nullable DataKey> current = new AtomicReference<>();

    /**
     * A sealer of the primary key of a public keyset.
     *
     * @throws IllegalArgumentException when the keyset is of another kind
     */
    public Sealer(KeysetHandle publicKeyset) {
        this(publicKeyset, SEALS, LIFE);
    }

    Sealer(KeysetHandle publicKeyset, int seals, Duration life) {
        Keysets.register();
        this.seals = seals;
        this.life = life;
        try {
            this.hpke = publicKeyset.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public HPKE keyset", e);
        }
    }

    /** Seals the fields for one place; about 120 bytes longer than they are. */
    public byte[] seal(Map<String, Secret> fields, CredentialAddress address) {
        byte[] plain = FieldCodec.encode(fields);
        try {
            return dataKey().seal(plain, address.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Whether this process still remembers a data key. */
    boolean holdsDataKey() {
        return current.get() != null;
    }

    private DataKey dataKey() throws GeneralSecurityException {
        DataKey key = current.get();
        return key != null && key.take() ? key : renew();
    }

    private synchronized DataKey renew() throws GeneralSecurityException {
        DataKey other = current.get();
        if (other != null && other.take()) {
            return other;
        }
        DataKey fresh = DataKey.make(hpke, seals);
        if (!fresh.take()) {
            throw new IllegalStateException("a data key seals at least once");
        }
        current.set(fresh);
        // Dropped on time also when nobody seals any more.
        CompletableFuture.delayedExecutor(life.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> current.compareAndSet(fresh, null));
        return fresh;
    }
}
