package io.sequence.servicebase;

/** Whether a user's URL may be called. Each {@code why} is a sentence for that user. */
public sealed interface TargetVerdict {
    /**
     * It may, now.
     *
     * @param target where to connect
     */
    record Allowed(CheckedTarget target) implements TargetVerdict {}

    /**
     * It may not.
     *
     * @param why what is wrong with it
     * @param forGood whether the URL itself is wrong; else its name leads to addresses that are not
     *     public, which may change
     */
    record Forbidden(String why, boolean forGood) implements TargetVerdict {}

    /**
     * Nobody knows: its name has no addresses now.
     *
     * @param why that in words
     */
    record Unresolved(String why) implements TargetVerdict {}
}
