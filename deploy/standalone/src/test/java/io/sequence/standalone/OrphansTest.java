package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.servers.ProcessMark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {

    @TempDir private Path data;
    private final List<Process> started = new ArrayList<>();
    private HouseFiles files;

    @BeforeEach
    void makeFolders() throws IOException {
        files = new HouseFiles(data, data.resolve("house"));
        files.prepare();
    }

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void stopsWhatAPidFileNames() throws Exception {
        Process orphan = sleeper("no mark");
        ProcessMark.of(orphan.toHandle()).orElseThrow().write(files.pid("mailer"));

        assertThat(Orphans.stop(files)).isEqualTo(1);

        assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(files.pid("mailer")).doesNotExist();
    }

    @Test
    void leavesALaterProcessUnderTheSameNumberAlone() throws Exception {
        Process stranger = sleeper("no mark");
        ProcessMark mark = ProcessMark.of(stranger.toHandle()).orElseThrow();
        new ProcessMark(mark.pid(), mark.startedAt().minusSeconds(60)).write(files.pid("mailer"));

        assertThat(Orphans.stop(files)).isZero();

        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void stopsWhatWasStartedButNotYetWrittenDown() throws Exception {
        Process orphan = sleeper(Orphans.mark(files.data()));
        Process othersHouse = sleeper(Orphans.mark(data.resolve("another")));

        assertThat(Orphans.stop(files)).isEqualTo(1);

        assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(othersHouse.isAlive()).isTrue();
    }

    @Test
    void isNotMisledByAPidFileThatIsNone() throws Exception {
        java.nio.file.Files.writeString(files.pid("mailer"), "half a li");

        assertThat(Orphans.stop(files)).isZero();
    }

    private Process sleeper(String argument) throws IOException {
        Process process =
                new ProcessBuilder("sh", "-c", "read -r line", "sleeper", argument).start();
        started.add(process);
        return process;
    }
}
