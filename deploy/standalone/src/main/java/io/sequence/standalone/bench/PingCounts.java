package io.sequence.standalone.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What health-check has counted since its start, read off its metrics.
 *
 * @param worked pings that the venue accepted
 * @param failed all others, by what came of them
 * @param late how many pings began at most so many seconds after they were due, by the seconds
 * @param watched connections on its list
 */
record PingCounts(long worked, Map<String, Long> failed, TreeMap<Double, Long> late, long watched) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String PINGS = "sequence_health_pings_seconds_count";
    private static final String LATE = "sequence_health_ping_lateness_seconds_bucket";
    private static final String WATCHED = "sequence_health_watched";

    /** Asks now. */
    static PingCounts of(String service) throws InterruptedException {
        long worked = 0;
        long watched = 0;
        Map<String, Long> failed = new TreeMap<>();
        TreeMap<Double, Long> late = new TreeMap<>();
        for (String line : metrics(service).lines().toList()) {
            String value = line.substring(line.lastIndexOf(' ') + 1);
            if (line.startsWith(PINGS)) {
                long count = (long) Double.parseDouble(value);
                String outcome = label(line, "outcome");
                if (outcome.equals("worked")) {
                    worked += count;
                } else {
                    failed.merge(outcome, count, Long::sum);
                }
            } else if (line.startsWith(LATE)) {
                String bound = label(line, "le");
                late.put(
                        bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound),
                        (long) Double.parseDouble(value));
            } else if (line.startsWith(WATCHED)) {
                watched = (long) Double.parseDouble(value);
            }
        }
        return new PingCounts(worked, failed, late, watched);
    }

    /** What came since an earlier look. */
    PingCounts since(PingCounts before) {
        Map<String, Long> more = new TreeMap<>();
        failed.forEach(
                (outcome, count) -> {
                    long rise = count - before.failed.getOrDefault(outcome, 0L);
                    if (rise > 0) {
                        more.put(outcome, rise);
                    }
                });
        TreeMap<Double, Long> later = new TreeMap<>();
        late.forEach(
                (bound, count) -> later.put(bound, count - before.late.getOrDefault(bound, 0L)));
        return new PingCounts(worked - before.worked, more, later, watched);
    }

    /** All pings. */
    long pings() {
        return worked + failed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The bound in milliseconds below which that share of pings began; rounded up to a bucket. */
    double lateMillis(double share) {
        long all = late.isEmpty() ? 0 : late.lastEntry().getValue();
        for (Map.Entry<Double, Long> bucket : late.entrySet()) {
            if (bucket.getValue() >= share * all) {
                return bucket.getKey() * 1e3;
            }
        }
        return 0;
    }

    private static String label(String line, String name) {
        int at = line.indexOf(name + "=\"") + name.length() + 2;
        return line.substring(at, line.indexOf('"', at));
    }

    private static String metrics(String service) throws InterruptedException {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(service + "/q/metrics"))
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new BenchTrouble("health-check does not answer: " + e, e);
        }
    }
}
