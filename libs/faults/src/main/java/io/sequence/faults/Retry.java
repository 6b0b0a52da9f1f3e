package io.sequence.faults;

/** What asking again would bring. */
public enum Retry {
    /** The same answer: something must change first. */
    NEVER,
    /** Perhaps another answer: back off and ask again. */
    LATER,
    /** It may have happened: look it up before asking again. */
    AFTER_LOOKING
}
