package io.sequence.standalone.bench;

import io.sequence.venues.Venues;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.WireRequest;
import io.sequence.vocabulary.Secret;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many requests one core signs in a second, venue by venue and key kind by key kind, beside the
 * primitive alone over a text of the same length: in turns on one thread, the median of the turns.
 */
public final class SignBench {
    private static final double AIM = 0.7;
    private static final int TURNS = 7;
    private static final Duration WARM_UP = Duration.ofMillis(1500);
    private static final Duration TURN = Duration.ofMillis(200);

    /** A core's time and not the clock's, so that what else the machine does counts little. */
    private static final ThreadMXBean CORE = ManagementFactory.getThreadMXBean();

    private final PrintStream out;
    private final Duration warmUp;
    private final Duration turn;

    /** What a clock's moment is never mistaken for: each signature is of another one. */
    private long millis = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();

    private long eaten;

    /** A benchmark that prints there. */
    public SignBench(PrintStream out) {
        this(out, WARM_UP, TURN);
    }

    SignBench(PrintStream out, Duration warmUp, Duration turn) {
        this.out = out;
        this.warmUp = warmUp;
        this.turn = turn;
    }

    private interface Work {
        int run() throws GeneralSecurityException;
    }

    /** Measures every venue of the registry and prints a line for each kind of key. */
    public void run() {
        out.printf(
                "%-14s %-22s %12s %12s %7s%n", "venue", "key", "signs/s", "primitive/s", "ratio");
        List<SignSample> samples = SignSample.all();
        for (Venue venue : Venues.all()) {
            String name = venue.profile().venue().value();
            List<SignSample> own =
                    samples.stream().filter(sample -> sample.venue().equals(name)).toList();
            own.forEach(sample -> measure(venue, sample));
            if (own.isEmpty()) {
                out.printf("%-14s has no sample request%n", name);
            }
        }
        out.printf(
                "On one core, one thread; %d signatures in all. Aim: %.1f of the primitive.%n",
                eaten, AIM);
    }

    private void measure(Venue venue, SignSample sample) {
        try {
            KeyKind.Pair key = sample.kind().make();
            Credential credential = credential(venue, sample, key.text());
            WireRequest request =
                    new WireRequest(
                            venue.hostOf(sample.path()),
                            sample.method(),
                            sample.path(),
                            sample.query(),
                            Map.of(),
                            sample.body());
            byte[] text =
                    new byte[13 + (request.method() + request.target() + request.body()).length()];
            Work signing =
                    () -> {
                        Instant now = Instant.ofEpochMilli(++millis);
                        return venue.signer()
                                .sign(request, credential, now, millis)
                                .headers()
                                .size();
                    };
            Work alone =
                    () -> {
                        text[(int) (++millis & 7)]++;
                        return key.alone().sign(text).length;
                    };
            print(sample, signing, alone);
        } catch (GeneralSecurityException e) {
            throw new BenchTrouble(sample.venue() + " cannot be measured", e);
        }
    }

    private void print(SignSample sample, Work signing, Work alone)
            throws GeneralSecurityException {
        perSecond(signing, warmUp);
        perSecond(alone, warmUp);
        double[] signs = new double[TURNS];
        double[] primitives = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            signs[i] = perSecond(signing, turn);
            primitives[i] = perSecond(alone, turn);
        }
        double ratio = median(signs) / median(primitives);
        out.printf(
                "%-14s %-22s %12.0f %12.0f %7.2f%s%n",
                sample.venue(),
                sample.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                median(signs),
                median(primitives),
                ratio,
                ratio < AIM ? "  below the aim" : "");
    }

    private double perSecond(Work work, Duration time) throws GeneralSecurityException {
        long begin = System.nanoTime();
        long spent = CORE.getCurrentThreadCpuTime();
        long times = 0;
        while (System.nanoTime() - begin < time.toNanos()) {
            for (int i = 0; i < 8; i++) {
                // What is counted cannot be optimised away.
                eaten += Math.min(1, work.run() + 1);
                times++;
            }
        }
        return times * 1e9 / (CORE.getCurrentThreadCpuTime() - spent);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Credential credential(Venue venue, SignSample sample, String key) {
        var fields = new LinkedHashMap<String, Secret>();
        sample.credentials()
                .forEach(
                        (field, text) ->
                                fields.put(
                                        field,
                                        Secret.of(text.equals(SignSample.KEY) ? key : text)));
        return new Credential(venue.profile().venue(), venue.hostOf(sample.path()), fields);
    }
}
