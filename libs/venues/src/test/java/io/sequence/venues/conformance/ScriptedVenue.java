package io.sequence.venues.conformance;

import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.api.WireResult;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A transport that answers what it was told to, in order, and keeps what it was asked. */
public final class ScriptedVenue implements VenueTransport {
    /** The venue's clock, which stands still. */
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Deque<WireResult> script = new ArrayDeque<>();
    private final List<WireRequest> asked = new ArrayList<>();
    private long nonce = NOW.toEpochMilli();

    /** Next answers 200 with this body. */
    public ScriptedVenue says(String body) {
        return says(200, Map.of(), body);
    }

    /** Next answers this. */
    public ScriptedVenue says(int status, Map<String, String> headers, String body) {
        script.add(
                new WireResult.Answered(
                        new WireResponse(status, headers, body), Duration.ofMillis(5)));
        return this;
    }

    /** Next comes to this. */
    public ScriptedVenue comesTo(WireResult result) {
        script.add(result);
        return this;
    }

    /** What was asked, as sent. */
    public List<WireRequest> asked() {
        return List.copyOf(asked);
    }

    /** The last thing that was asked. */
    public WireRequest lastAsked() {
        return asked.getLast();
    }

    /** A made-up credential that every one of the venues can sign with. */
    public static Credential credential(VenueId venue, String host) {
        return new Credential(
                venue,
                host,
                Map.of(
                        "api_key", Secret.of("6705f5c311545b000157d3eb"),
                        "api_secret", Secret.of("bWFkZS11cC1zZWNyZXQtZm9yLXRlc3Rz"),
                        "passphrase", Secret.of("made-up passphrase")));
    }

    @Override
    public Instant venueTime(VenueId venue, String host) {
        return NOW;
    }

    @Override
    public long nextNonce(VenueId venue, String keyFingerprint) {
        return ++nonce;
    }

    @Override
    public WireResult exchange(VenueId venue, WireRequest request, CallClass callClass) {
        asked.add(request);
        WireResult next = script.poll();
        return next == null ? new WireResult.NotSent("the script is over") : next;
    }
}
