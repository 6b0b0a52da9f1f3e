package io.sequence.venues.transport;

import io.sequence.venues.api.AnswerMemory;
import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.VenueTransport;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.api.WireResult;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers in the order in which it was told to, the last answer over and over. */
public final class ScriptedTransport implements VenueTransport {
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final List<WireResult> script = new ArrayList<>();
    private final List<WireRequest> asked = new ArrayList<>();
    private Duration away = Duration.ZERO;
    private @Nullable AnswerMemory memory;
    private long nonce = NOW.toEpochMilli();

    public ScriptedTransport says(String body) {
        return says(200, Map.of(), body);
    }

    public ScriptedTransport says(int status, Map<String, String> headers, String body) {
        return comesTo(
                new WireResult.Answered(
                        new WireResponse(status, headers, body), Duration.ofMillis(7)));
    }

    public ScriptedTransport comesTo(WireResult result) {
        script.add(result);
        return this;
    }

    public List<WireRequest> asked() {
        return asked;
    }

    public WireRequest lastAsked() {
        return asked.getLast();
    }

    @Override
    public Instant venueTime(VenueId venue, String host) {
        return NOW;
    }

    @Override
    public long nextNonce(VenueId venue, String keyFingerprint) {
        return ++nonce;
    }

    /** How long we were told to stay away, in all. */
    public Duration away() {
        return away;
    }

    @Override
    public void stayAway(VenueId venue, Duration howLong) {
        away = away.plus(howLong);
    }

    @Override
    public VenueTransport remembering(AnswerMemory itsOwn) {
        memory = itsOwn;
        return this;
    }

    @Override
    public @Nullable AnswerMemory memory() {
        return memory;
    }

    @Override
    public WireResult exchange(VenueId venue, WireRequest request, CallClass callClass) {
        asked.add(request);
        return script.get(Math.min(asked.size(), script.size()) - 1);
    }
}
