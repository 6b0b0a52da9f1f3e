package io.sequence.standalone.demo;

/** A step of the journey did not go as it should; the message says which and how. */
final class DemoTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoTrouble(String message) {
        super(message);
    }
}
