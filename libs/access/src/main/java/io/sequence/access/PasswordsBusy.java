package io.sequence.access;

/** More passwords wait to be hashed than this process may hold: try again shortly. */
public final class PasswordsBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PasswordsBusy() {
        super("too many passwords wait to be hashed", null, false, false);
    }
}
