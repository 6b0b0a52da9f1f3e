package io.sequence.venues.api;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the last ping of one credential was answered: the hash of the text, and what it said. A
 * venue that repeats itself word for word need not be read again, which is the dearest part of most
 * pings. Give every credential a memory of its own. Safe for use by many threads.
 */
public final class AnswerMemory {
    private volatile @Nullable Heard newest;

    private record Heard(byte[] hash, Said said) {}

    /**
     * What an answer said.
     *
     * @param facts the very object that was read off it; null when it told nothing of the key
     */
    public record Said(@Nullable KeyFacts facts) {}

    /** What an answer of that hash says; empty when it is not the last one. */
    public Optional<Said> recall(byte[] hash) {
        Heard heard = newest;
        return heard != null && Arrays.equals(heard.hash(), hash)
                ? Optional.of(heard.said())
                : Optional.empty();
    }

    /**
     * Keeps what an answer said, when it was a yes.
     *
     * @param hash kept as it is: leave it alone afterwards
     */
    public void keep(byte[] hash, @Nullable KeyFacts facts) {
        newest = new Heard(hash, new Said(facts));
    }
}
