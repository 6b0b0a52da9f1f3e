package io.sequence.standalone.bench;

/** A measurement could not be taken; the message says why in one sentence. */
public class BenchTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchTrouble(String message) {
        super(message);
    }

    BenchTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
