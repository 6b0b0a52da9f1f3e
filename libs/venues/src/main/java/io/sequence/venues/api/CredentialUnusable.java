package io.sequence.venues.api;

import io.sequence.faults.Fault;

/**
 * A credential that cannot even be signed with. Says which field is at fault and never what it
 * holds.
 */
public final class CredentialUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /**
     * Names the field and what is wrong with its form.
     *
     * @param field the catalogue's field name
     * @param problem what is wrong with its form, without its content
     */
    public CredentialUnusable(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
        this.problem = problem;
    }

    /** The catalogue's field name. */
    public String field() {
        return field;
    }

    /** What is wrong with the field's form, without its content. */
    public String problem() {
        return problem;
    }

    /** The fault that a venue would have answered with. */
    public Fault fault() {
        return Fault.INVALID_SIGNATURE;
    }
}
