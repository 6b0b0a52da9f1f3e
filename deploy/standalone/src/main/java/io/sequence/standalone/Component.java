package io.sequence.standalone;

import java.io.IOException;

/** One process of the house. */
interface Component {

    /** What it is called in lines, logs and pid files. */
    String name();

    /** The port that tells whether it lives. */
    int port();

    /** Starts it; may take a while, and need not wait until it is ready. */
    Process start() throws IOException, InterruptedException;

    /** Asks it once, within about two seconds, whether it is ready. */
    boolean isReady() throws InterruptedException;

    /** Ends one of its processes: gracefully first, by force when that takes too long. */
    void stop(ProcessHandle process);
}
