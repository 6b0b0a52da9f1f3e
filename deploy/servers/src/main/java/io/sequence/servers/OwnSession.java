package io.sequence.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts programs out of reach of the terminal: Ctrl-C is sent to everything in the foreground, and
 * servers must be stopped in order by whoever started them.
 */
public final class OwnSession {

    private static final List<String> PREFIX = find();

    private OwnSession() {}

    /**
     * What to put before a command; the process keeps its id. Empty where the system has no means
     * for it.
     */
    public static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> find() {
        if (isOnPath("setsid")) {
            return List.of("setsid");
        }
        return isOnPath("perl")
                ? List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die", "--")
                : List.of();
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv("PATH");
        for (String folder : path == null ? new String[0] : path.split(":", -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
