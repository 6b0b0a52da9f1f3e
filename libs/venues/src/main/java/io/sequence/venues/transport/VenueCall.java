package io.sequence.venues.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.Signer;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResult;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one path of a call: sign, send, classify, read. Reads that were lost are refusals ({@link
 * Fault#VENUE_UNAVAILABLE}); orders whose fate is open are {@link Unknown} and are never sent
 * twice.
 */
public final class VenueCall {
    private static final int MOST_TRIES = 3;

    private final VenueProfile profile;
    private final Signer signer;
    private final AnswerFaults faults;
    private final Credential credential;
    private final VenueTransport transport;
    private final @Nullable KeyNonces nonces;

    /** Calls of one credential at a venue that signs a timestamp. */
    public VenueCall(
            VenueProfile profile,
            Signer signer,
            AnswerReader reader,
            Credential credential,
            VenueTransport transport) {
        this(profile, signer, new AnswerFaults(profile, reader), credential, transport, null);
    }

    private VenueCall(
            VenueProfile profile,
            Signer signer,
            AnswerFaults faults,
            Credential credential,
            VenueTransport transport,
            @Nullable KeyNonces nonces) {
        this.profile = profile;
        this.signer = signer;
        this.faults = faults;
        this.credential = credential;
        this.transport = transport;
        this.nonces = nonces;
    }

    /**
     * The same calls, each signed with a fresh nonce.
     *
     * @param publicField the credential's field that names the key, e.g. {@code api_key}
     */
    public VenueCall withNoncesOf(String publicField) {
        return counted(publicField, false);
    }

    /**
     * The same for a venue that wants its nonces near its clock.
     *
     * @param publicField as for {@link #withNoncesOf}
     */
    public VenueCall withNoncesNearTheClock(String publicField) {
        return counted(publicField, true);
    }

    private VenueCall counted(String publicField, boolean nearTheClock) {
        return new VenueCall(
                profile,
                signer,
                faults,
                credential,
                transport,
                new KeyNonces(publicField, nearTheClock));
    }

    /** The label of the host that this credential answers on. */
    public String host() {
        return credential.host();
    }

    /** Asks about the account. */
    public <T> VenueAnswer<T> read(WireRequest request, Function<JsonNode, T> turn) {
        return ask(request, CallClass.ACCOUNT, turn);
    }

    /** Asks about orders: a read with an order's precedence. */
    public <T> VenueAnswer<T> readOrder(WireRequest request, Function<JsonNode, T> turn) {
        return ask(request, CallClass.ORDER, turn);
    }

    /** Asks without signing. */
    public <T> VenueAnswer<T> readPublic(WireRequest request, Function<JsonNode, T> turn) {
        return read(send(request, CallClass.PUBLIC), request, CallClass.PUBLIC, turn);
    }

    /** Proves the key, and measures it. What is answered as the last time is not read again. */
    public VenueAnswer<Pulse> pulse(
            WireRequest request, Function<JsonNode, @Nullable KeyFacts> turn) {
        return tried(
                () -> {
                    WireResult result = sendSigned(request, CallClass.HEALTH);
                    return result instanceof WireResult.Answered answered
                            ? RepeatedAnswer.read(
                                    transport.memory(),
                                    request,
                                    answered,
                                    () -> pulsed(answered, answered.took(), request, turn))
                            : pulsed(result, Duration.ZERO, request, turn);
                });
    }

    private VenueAnswer<Pulse> pulsed(
            WireResult result,
            Duration took,
            WireRequest request,
            Function<JsonNode, @Nullable KeyFacts> turn) {
        return read(
                result, request, CallClass.HEALTH, payload -> new Pulse(took, turn.apply(payload)));
    }

    /** Places or cancels: sent once, and {@link Unknown} when it may have happened. */
    public <T> VenueAnswer<T> order(WireRequest request, Function<JsonNode, T> turn) {
        try {
            return switch (sendSigned(request, CallClass.ORDER)) {
                case WireResult.NotSent notSent -> unreachable(notSent);
                case WireResult.HeldBack heldBack -> heldBack(heldBack);
                case WireResult.Lost lost -> new Unknown<>(lost.why());
                case WireResult.Answered answered ->
                        switch (classify(answered, request, CallClass.ORDER)) {
                            case Yes<JsonNode> yes -> receipt(yes.value(), turn);
                            case No<JsonNode> no -> openFate(no);
                            case Unknown<JsonNode> unknown -> unknown.as();
                        };
            };
        } catch (CredentialUnusable unusable) {
            return unusable(unusable);
        }
    }

    private <T> VenueAnswer<T> ask(
            WireRequest request, CallClass callClass, Function<JsonNode, T> turn) {
        return tried(() -> read(sendSigned(request, callClass), request, callClass, turn));
    }

    /** Our clock and our counter are mended by the refusal itself, so a read may be asked again. */
    private <T> VenueAnswer<T> tried(Supplier<VenueAnswer<T>> ask) {
        try {
            VenueAnswer<T> answer = ask.get();
            for (int tries = 1; tries < MOST_TRIES && isOurs(answer); tries++) {
                learnClock();
                answer = ask.get();
            }
            return answer;
        } catch (CredentialUnusable unusable) {
            return unusable(unusable);
        }
    }

    private static <T> boolean isOurs(VenueAnswer<T> answer) {
        return answer instanceof No<T> no
                && (no.fault() == Fault.TIMESTAMP_SKEW || no.fault() == Fault.NONCE);
    }

    /** The transport reads the clock off every answer; here one is asked for. */
    private void learnClock() {
        WireRequest request = faults.clockRequest(host());
        if (request != null) {
            send(request, CallClass.PUBLIC);
        }
    }

    private WireResult sendSigned(WireRequest request, CallClass callClass) {
        if (nonces == null) {
            return sendSigned(request, callClass, 0);
        }
        VenueId venue = profile.venue();
        KeyNonces counted = nonces;
        String key = counted.key(credential);
        return transport.inTurn(
                venue,
                key,
                () ->
                        sendSigned(
                                request,
                                callClass,
                                counted.next(transport, venue, request.host(), key)));
    }

    private WireResult sendSigned(WireRequest request, CallClass callClass, long nonce) {
        var now = transport.venueTime(profile.venue(), request.host());
        return send(signer.sign(request, credential, now, nonce), callClass);
    }

    private WireResult send(WireRequest request, CallClass callClass) {
        return transport.exchange(profile.venue(), request, callClass);
    }

    private VenueAnswer<JsonNode> classify(
            WireResult.Answered answered, WireRequest request, CallClass callClass) {
        try {
            VenueAnswer<JsonNode> answer =
                    faults.classify(
                            answered.response(), transport.venueTime(profile.venue(), host()));
            if (answer instanceof No<JsonNode> no) {
                heed(no, request, callClass);
            }
            return answer;
        } catch (MalformedAnswer | IllegalArgumentException | ArithmeticException malformed) {
            return malformed(malformed);
        }
    }

    /** Asking on lengthens a ban. */
    private void heed(No<JsonNode> no, WireRequest request, CallClass callClass) {
        Duration wait = no.retryAfter() == null ? Duration.ZERO : no.retryAfter();
        if (no.fault() == Fault.IP_BANNED) {
            transport.stayAway(profile.venue(), wait);
        }
        if (no.fault() == Fault.RATE_LIMITED) {
            transport.slowDown(profile.venue(), callClass, request.path(), wait);
        }
        if (nonces != null) {
            nonces.refused(no.fault());
        }
    }

    private <T> VenueAnswer<T> read(
            WireResult result,
            WireRequest request,
            CallClass callClass,
            Function<JsonNode, T> turn) {
        return switch (result) {
            case WireResult.NotSent notSent -> unreachable(notSent);
            case WireResult.HeldBack heldBack -> heldBack(heldBack);
            case WireResult.Lost lost ->
                    new No<>(Fault.VENUE_UNAVAILABLE, "", VenueWords.trimmed(lost.why()), null);
            case WireResult.Answered answered ->
                    switch (classify(answered, request, callClass)) {
                        case Yes<JsonNode> yes -> turned(yes.value(), turn);
                        case No<JsonNode> no -> no.as();
                        case Unknown<JsonNode> unknown -> unknown.as();
                    };
        };
    }

    private static <T> VenueAnswer<T> turned(JsonNode payload, Function<JsonNode, T> turn) {
        try {
            return new Yes<>(turn.apply(payload));
        } catch (MalformedAnswer | IllegalArgumentException | ArithmeticException malformed) {
            return malformed(malformed);
        }
    }

    /** The venue said yes to an order; what we cannot read of it must not become a no. */
    private static <T> VenueAnswer<T> receipt(JsonNode payload, Function<JsonNode, T> turn) {
        return switch (turned(payload, turn)) {
            case No<T> unread -> new Unknown<>("the receipt cannot be read");
            case VenueAnswer<T> read -> read;
        };
    }

    private static <T> VenueAnswer<T> openFate(No<JsonNode> no) {
        return switch (no.fault()) {
            case VENUE_UNAVAILABLE, UNKNOWN_OUTCOME ->
                    new Unknown<>(
                            VenueWords.trimmed(
                                    "the venue answered "
                                            + no.venueCode()
                                            + " "
                                            + no.venueWords()));
            default -> no.as();
        };
    }

    private static <T> No<T> unreachable(WireResult.NotSent notSent) {
        return new No<>(Fault.UNREACHABLE, "", VenueWords.trimmed(notSent.why()), null);
    }

    private static <T> No<T> heldBack(WireResult.HeldBack heldBack) {
        return new No<>(
                Fault.HELD_BACK, "", VenueWords.trimmed(heldBack.why()), heldBack.howLong());
    }

    private static <T> No<T> unusable(CredentialUnusable unusable) {
        return new No<>(unusable.fault(), "", "our check: " + unusable.getMessage(), null);
    }

    private static <T> No<T> malformed(RuntimeException malformed) {
        String why = malformed instanceof MalformedAnswer ? malformed.getMessage() : "a bad value";
        return new No<>(Fault.VENUE_UNAVAILABLE, "", "the answer cannot be read: " + why, null);
    }
}
