package io.sequence.venues.paste;

/**
 * One thing that pasting did to a field.
 *
 * @param field the catalogue's field name
 * @param code for programs, lower case with underscores
 * @param severity whether it was mended or stands in the way
 * @param message what the value is, in words that go after the field's name; never the value
 * @param fix the one thing to do; what was done when it was mended
 */
public record PasteFinding(
        String field, String code, Severity severity, String message, String fix) {
    /** Whether a finding stands in the way. */
    public enum Severity {
        /** Mended without a doubt; the mended value is in the report. */
        REPAIRED,
        /** The value cannot be what the field wants. */
        REFUSED
    }

    static PasteFinding repaired(String field, String code, String message, String fix) {
        return new PasteFinding(field, code, Severity.REPAIRED, message, fix);
    }

    static PasteFinding refused(String field, String code, String message, String fix) {
        return new PasteFinding(field, code, Severity.REFUSED, message, fix);
    }
}
