package io.sequence.events;

import io.sequence.faults.Fault;

/**
 * Why something is as it is, in the three ways people need: our code, the venue's own words, what
 * to do.
 *
 * @param fault the row of the fault catalogue
 * @param detail one sentence for this case, e.g. what was found where; the fault's meaning when
 *     there is nothing to add
 * @param venueCode the venue's own code, empty when it said nothing
 * @param venueWords the venue's own words, untrusted text; empty when it said nothing
 * @param fix the one thing to do
 */
public record Reason(Fault fault, String detail, String venueCode, String venueWords, String fix) {
    /** The fault in its catalogue words, with what the venue said. */
    public static Reason of(Fault fault, String venueCode, String venueWords) {
        return new Reason(fault, fault.meaning(), venueCode, venueWords, fault.fix());
    }

    /** The fault with a sentence for this case. */
    public static Reason of(Fault fault, String detail) {
        return new Reason(fault, detail, "", "", fault.fix());
    }
}
