package io.sequence.standalone;

import io.sequence.servers.ProcessMark;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code down}: stops the house that runs on the data folder, or what a killed launcher left of it.
 */
final class DownCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HouseFiles files;
    private final PrintStream out;

    DownCommand(HouseFiles files, PrintStream out) {
        this.files = files;
        this.out = out;
    }

    /** Returns when nothing of the house runs any more. */
    void run() throws IOException {
        Optional<ProcessHandle> launcher =
                ProcessMark.read(files.pid("launcher")).flatMap(ProcessMark::alive);
        if (launcher.isPresent()) {
            launcher.get().destroy();
            if (!Stopping.ends(launcher.get(), PATIENCE)) {
                launcher.get().destroyForcibly();
                Stopping.ends(launcher.get(), Duration.ofSeconds(5));
            }
        }
        int orphans = Orphans.stop(files);
        if (launcher.isEmpty() && orphans == 0) {
            out.println("nothing was running");
        } else {
            out.println("stopped");
        }
    }
}
