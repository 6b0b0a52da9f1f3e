package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.standalone.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main journey, as {@code ./sequence demo} walks it. */
@Tag("whole-house")
class DemoTest {

    private static WholeHouse house;

    @BeforeAll
    static void enter() throws Exception {
        house = WholeHouse.shared();
    }

    @Test
    void walksAKeysWholeJourneyAndPrintsItsSteps() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exit =
                Demo.run(
                        house.http(),
                        house.simulator(),
                        house.inbox(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));

        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(said + err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(said)
                .contains("submission.accepted", "bot.launched", "connection.refreshed")
                .contains("connection.disconnected", "The whole journey took");
    }
}
