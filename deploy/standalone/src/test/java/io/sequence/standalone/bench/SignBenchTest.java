package io.sequence.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.venues.Venues;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That there is something to measure for every venue, not how fast it is. */
class SignBenchTest {

    @Test
    void signsASampleOfEveryVenue() {
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);

        new SignBench(out, Duration.ofMillis(1), Duration.ofMillis(1)).run();

        String lines = printed.toString(StandardCharsets.UTF_8);
        assertThat(lines).doesNotContain("no sample");
        for (var profile : Venues.profiles()) {
            assertThat(lines.lines())
                    .as(profile.venue().value())
                    .anyMatch(line -> line.startsWith(profile.venue().value() + " "));
        }
    }
}
