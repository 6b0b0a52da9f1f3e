package io.sequence.messaging;

/** Whether a process can do what records ask of it, which is to reach its database. */
enum Fitness {
    FIT,
    /** The database has not answered of late: too early to give anything up, or to take it over. */
    DOUBTFUL,
    /** It has not answered again and again. */
    UNFIT;

    /** How long the database must be silent, and answer, to be believed; in questions. */
    private static final int FAILURES = 4;

    private static final int ANSWERS = 3;

    /**
     * Judges a process by the questions that its database was asked, one after another. Counted in
     * questions and not in seconds: a process that was stopped for a while has missed no answer.
     */
    static final class Judge {
        private Fitness fitness = FIT;
        private int failures;
        private int answers;

        /** What it is after one more question. */
        Fitness asked(boolean answered) {
            failures = answered ? 0 : failures + 1;
            answers = answered ? answers + 1 : 0;
            boolean recovers = fitness == UNFIT && answers < ANSWERS;
            if (recovers || failures >= FAILURES) {
                fitness = UNFIT;
            } else {
                fitness = answered ? FIT : DOUBTFUL;
            }
            return fitness;
        }
    }
}
