package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.servers.ProcessMark;
import io.sequence.testing.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {

    @TempDir private Path data;
    private HouseFiles files;

    @BeforeEach
    void makeFolders() throws IOException {
        files = new HouseFiles(data, data.resolve("house"));
        files.prepare();
    }

    @Test
    void startsAgainWhatWasKilledAndEndsItWhenTold() throws Exception {
        Supervised supervised = new Supervised(new Program("read -r line"), files);
        supervised.start();
        supervised.firstReady().get(20, TimeUnit.SECONDS);
        ProcessHandle first = running();

        first.destroyForcibly();
        Eventually.await()
                .until(
                        () ->
                                ProcessMark.read(files.pid("program"))
                                        .flatMap(ProcessMark::alive)
                                        .filter(process -> process.pid() != first.pid())
                                        .isPresent());
        ProcessHandle second = running();
        supervised.stop();

        assertThat(second.isAlive()).isFalse();
        assertThat(files.pid("program")).doesNotExist();
    }

    @Test
    void givesUpAFirstStartThatFailsThreeTimesAndSaysWhereToLook() {
        Program program = new Program("exit 3");
        Supervised supervised = new Supervised(program, files);
        supervised.start();

        assertThatThrownBy(() -> supervised.firstReady().get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(HouseTrouble.class)
                .hasMessageContaining("program ended with exit code 3")
                .hasMessageContaining(files.log("program").toString());
        assertThat(program.starts).hasValue(3);
    }

    @Test
    void stopsWhatWasNeverStarted() {
        Supervised supervised = new Supervised(new Program("exit 0"), files);

        supervised.stop();
        supervised.start();

        assertThat(files.pid("program")).doesNotExist();
    }

    private ProcessHandle running() throws IOException {
        return ProcessMark.read(files.pid("program")).flatMap(ProcessMark::alive).orElseThrow();
    }

    /** A shell line; it counts as ready as long as it is meant to run. */
    private static final class Program implements Component {

        private final AtomicInteger starts = new AtomicInteger();
        private final String line;

        Program(String line) {
            this.line = line;
        }

        @Override
        public String name() {
            return "program";
        }

        @Override
        public int port() {
            return 1;
        }

        @Override
        public Process start() throws IOException {
            starts.incrementAndGet();
            return new ProcessBuilder("sh", "-c", line).start();
        }

        @Override
        public boolean isReady() {
            return !line.startsWith("exit");
        }

        @Override
        public void stop(ProcessHandle process) {
            Stopping.gracefully(process, Duration.ofSeconds(5));
        }
    }
}
