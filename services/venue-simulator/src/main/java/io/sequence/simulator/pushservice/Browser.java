package io.sequence.simulator.pushservice;

import io.sequence.simulator.pushservice.VapidToken.Refused;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A browser with one subscription: it alone can read what is sent to it. */
final class Browser {
    private static final int MOST_MESSAGES = 500;

    private final String id = UUID.randomUUID().toString();
    private final @Nullable String applicationServerKey;
    private final KeyPair keys;
    private final byte[] authSecret = new byte[16];
    private final List<Message> shown = new ArrayList<>();
    private final List<Message> waiting = new ArrayList<>();
    private boolean online = true;
    private boolean subscribed = true;

    private Browser(@Nullable String applicationServerKey, KeyPair keys) {
        this.applicationServerKey = applicationServerKey;
        this.keys = keys;
        new SecureRandom().nextBytes(authSecret);
    }

    /** A message as the browser reads it. */
    record Message(
            String text, long ttl, String urgency, @Nullable String topic, Instant receivedAt) {}

    /** One that lets only the owner of that key write to it; anybody when null. */
    static Browser subscribing(@Nullable String applicationServerKey) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Browser(applicationServerKey, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes EC keys", e);
        }
    }

    String id() {
        return id;
    }

    @Nullable String applicationServerKey() {
        return applicationServerKey;
    }

    String p256dh() {
        return text(Points.bytes((ECPublicKey) keys.getPublic()));
    }

    String auth() {
        return text(authSecret);
    }

    String decrypted(byte[] body) {
        try {
            return Aes128Gcm.decrypt(body, keys, authSecret);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Refused(400, "the browser cannot read it (RFC 8291)");
        }
    }

    /** While it is away, a message replaces an older one of the same topic (RFC 8030, 5.4). */
    synchronized void take(Message message) {
        if (!online) {
            waiting.removeIf(old -> message.topic() != null && message.topic().equals(old.topic()));
            waiting.add(message);
        } else {
            shown.add(message);
        }
        if (shown.size() > MOST_MESSAGES) {
            shown.removeFirst();
        }
    }

    synchronized void setOnline(boolean now) {
        online = now;
        if (now) {
            shown.addAll(waiting);
            waiting.clear();
        }
    }

    synchronized void unsubscribe() {
        subscribed = false;
    }

    synchronized boolean isSubscribed() {
        return subscribed;
    }

    synchronized List<Message> shown() {
        return List.copyOf(shown);
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
